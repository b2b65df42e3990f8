import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { Drawing, Drawn } from './pictures.ts';
import { FONT, pulseChart } from './pulse-chart.ts';

// Runs on a thread of its own: the chart library and the renderer are large, and drawing takes a while.

/** Ships with Herald, so that a picture is the same on a server without any fonts. */
const FONT_FILE = fileURLToPath(import.meta.resolve('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf'));

parentPort?.on('message', async (drawing: Drawing) => {
  parentPort?.postMessage(await draw(drawing));
});

async function draw({ id, pulse, look, width }: Drawing): Promise<Drawn> {
  try {
    const svg = pulseChart(pulse, look);
    return { id, picture: width === null ? svg : await pngOf(svg, width) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** The renderer's binary is an optional package of npm's: where it was left out, charts are drawn and none becomes a PNG. */
async function pngOf(svg: string, width: number): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const font = { loadSystemFonts: false, fontFiles: [FONT_FILE], defaultFontFamily: FONT };
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font }).render().asPng();
}

import type { Pictures } from '../pulse.ts';

/** Pictures whose drawing is loaded when the first is asked for. */
export function drawingOnFirstPulse(): Pictures & { close(): Promise<void> } {
  let drawing: Promise<Pictures & { close(): Promise<void> }> | undefined;
  const drawn = () => {
    drawing ??= import('./pictures.ts').then(({ createPictures }) => createPictures());
    return drawing;
  };
  return {
    svg: async (pulse, look) => (await drawn()).svg(pulse, look),
    png: async (pulse, width) => (await drawn()).png(pulse, width),
    close: async () => (await drawing)?.close(),
  };
}

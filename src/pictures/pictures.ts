import { Worker } from 'node:worker_threads';
import type { Look, Pictures, Pulse } from '../pulse.ts';

/** The thread goes away after so long without work, and with it its memory. */
const IDLE_MS = 30_000;
/** Figures stand for a week, so the same few pictures are asked for again and again. */
const KEPT = 24;
/** As many as people may wait for at once; beyond that there is no picture, and the figures do. */
const MOST_WAITING = 64;

/** What is to be drawn; with a width as a PNG of so many pixels, else as an SVG. */
export type Drawing = {
  readonly id: number;
  readonly pulse: Pulse;
  readonly look: Look;
  readonly width: number | null;
};
export type Drawn = { readonly id: number; readonly picture?: string | Uint8Array; readonly error?: string };

type Picture = string | Uint8Array;
type Waiting = { readonly resolve: (picture: Picture) => void; readonly reject: (error: Error) => void };

/** Draws on a thread of its own, which lives only while there is work, and keeps what was drawn last. */
export function createPictures(): Pictures & { close(): Promise<void> } {
  const kept = new Map<string, Promise<Picture>>();
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  function start(): Worker {
    const started = new Worker(new URL('./picture-worker.ts', import.meta.url));
    started.unref();
    started.on('message', ({ id, picture, error }: Drawn) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (picture === undefined) one?.reject(new Error(error ?? 'The picture could not be drawn.'));
      else one?.resolve(picture);
      clearTimeout(idle);
      if (waiting.size === 0) idle = setTimeout(close, IDLE_MS).unref();
    });
    started.on('error', (error) => forsake(started, error instanceof Error ? error : new Error(String(error))));
    started.on('exit', () => forsake(started, new Error('The drawing was stopped.')));
    return started;
  }

  /** A thread that died takes its drawings with it; the next one starts another. */
  function forsake(dead: Worker, error: Error): void {
    if (worker !== dead) return;
    worker = null;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  }

  async function close(): Promise<void> {
    clearTimeout(idle);
    const leaving = worker;
    if (leaving) forsake(leaving, new Error('The drawing was stopped.'));
    await leaving?.terminate();
  }

  function draw(pulse: Pulse, look: Look, width: number | null): Promise<Picture> {
    // Only what is drawn: the same weeks of another team are the same picture.
    const key = JSON.stringify([pulse.weeks, look, width]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (waiting.size >= MOST_WAITING) return Promise.reject(new Error('Too many pictures are being drawn.'));
    const drawing = new Promise<Picture>((resolve, reject) => {
      clearTimeout(idle);
      worker ??= start();
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, pulse, look, width } satisfies Drawing);
    });
    kept.set(key, drawing);
    drawing.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return drawing;
  }

  return {
    svg: async (pulse, look) => String(await draw(pulse, look, null)),
    async png(pulse, width) {
      const picture = await draw(pulse, 'light', width);
      return typeof picture === 'string' ? Buffer.from(picture) : picture;
    },
    close,
  };
}

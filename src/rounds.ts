/** Also without being told: another process, such as the command line, may have left something. */
const LOOK_AGAIN_MS = 1000;

/**
 * Takes work up as it comes, at most `atOnce` pieces at a time, each beside the others. `take` is asked for up to `room`
 * pieces that are not under way; `work` deals with one, and with its own troubles.
 */
export function createRounds<Piece>(options: {
  readonly atOnce: number;
  readonly take: (room: number) => Promise<readonly Piece[]>;
  readonly work: (piece: Piece) => Promise<void>;
  /** Hears that nothing could be taken; the next look tries again. */
  readonly onFault: (error: unknown) => void;
}) {
  const { atOnce, take, work, onFault } = options;
  let running = false;
  let round: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let beginning: Promise<void> = Promise.resolve();
  const underWay = new Set<Promise<void>>();

  function start(): void {
    running = true;
    timer = setInterval(look, LOOK_AGAIN_MS);
    look();
  }

  /** Starts a round, or has the one under way followed by another. */
  function look(): void {
    if (!running) return;
    if (round !== null) {
      again = true;
      return;
    }
    round = takeUp().finally(() => {
      round = null;
      if (again) {
        again = false;
        look();
      }
    });
  }

  async function takeUp(): Promise<void> {
    try {
      const room = atOnce - underWay.size;
      for (const piece of room > 0 ? await take(room) : []) {
        const working = begun(piece).finally(() => {
          underWay.delete(working);
          look();
        });
        underWay.add(working);
      }
    } catch (error) {
      onFault(error);
    }
  }

  /** One after another, with a turn of the event loop in between for whoever waits for an answer. */
  async function begun(piece: Piece): Promise<void> {
    beginning = beginning.then(() => new Promise((resolve) => setImmediate(resolve)));
    await beginning;
    return work(piece);
  }

  /** Takes nothing more up, and resolves when what is under way is done. */
  async function stop(): Promise<void> {
    running = false;
    clearInterval(timer);
    await round;
    await Promise.all(underWay);
  }

  return { start, look, stop };
}

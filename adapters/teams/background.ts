/** Work that goes on behind an answer. Nothing of it is lost to a stop; a fault in it is told. */
export function createBackground(onFault: (error: unknown) => void) {
  const underWay = new Set<Promise<unknown>>();

  function begin(work: () => Promise<unknown>): void {
    const task = work().catch(onFault);
    underWay.add(task);
    void task.finally(() => underWay.delete(task));
  }

  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  return { begin, settled };
}

export type Background = ReturnType<typeof createBackground>;

import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';

const running = new Map<ChildProcess, { readonly group: boolean }>();

/** The children of the row that is being played; several may be, beside each other. */
const ofRow = new AsyncLocalStorage<Set<ChildProcess>>();

process.once('exit', () => endAll(running.keys()));

/** Plays something to its end; a child that it leaves behind, because it failed halfway, ends with it. */
export async function endingWhatItStarts<T>(play: () => Promise<T>): Promise<T> {
  const started = new Set<ChildProcess>();
  try {
    return await ofRow.run(started, play);
  } finally {
    endAll(started);
  }
}

/** Has a child end with us at the latest, also when a row fails halfway. */
export function outliveNot<Child extends ChildProcess>(child: Child, { group = false } = {}): Child {
  running.set(child, { group });
  ofRow.getStore()?.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

function endAll(children: Iterable<ChildProcess>): void {
  for (const child of children) {
    const how = running.get(child);
    if (how !== undefined) kill(child, how.group);
  }
}

function kill({ pid }: ChildProcess, group: boolean): void {
  if (pid === undefined) return;
  try {
    process.kill(group ? -pid : pid, 'SIGKILL');
  } catch (error) {
    // It has ended in this very moment.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

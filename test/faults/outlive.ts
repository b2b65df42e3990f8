import type { ChildProcess } from 'node:child_process';

const running = new Map<ChildProcess, { readonly group: boolean }>();

process.once('exit', () => {
  for (const [child, { group }] of running) kill(child, group);
});

/** Has a child end with us at the latest, also when a row fails halfway. */
export function outliveNot<Child extends ChildProcess>(child: Child, { group = false } = {}): Child {
  running.set(child, { group });
  child.once('exit', () => running.delete(child));
  return child;
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

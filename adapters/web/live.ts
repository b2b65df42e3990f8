import type { Request, Response } from 'express';
import { LIVE_TABS } from './limits.ts';

/** Often enough that nothing between browser and Herald takes the line for dead. */
const HEARTBEAT_MS = 20_000;

/** The tabs that are open, told that something changed; what it was they ask for themselves. */
export function createLive() {
  const tabs = new Set<Response>();
  let stopped = false;
  let heartbeat: NodeJS.Timeout | undefined;

  function open(_request: Request, response: Response): void {
    if (stopped || tabs.size >= LIVE_TABS) {
      response.status(503).set('Retry-After', '5').json({ error: 'Too many tabs are open. Close one and try again.' });
      return;
    }
    // Closed with the answer, so that a tab does not hold up the end of Herald.
    response.set({ 'Content-Type': 'text/event-stream', Connection: 'close' }).flushHeaders();
    // How long the browser waits before it comes back after a restart.
    response.write('retry: 1000\n\n');
    tabs.add(response);
    response.on('close', () => tabs.delete(response));
    response.on('error', () => tabs.delete(response));
    heartbeat ??= setInterval(() => send(': still here\n\n'), HEARTBEAT_MS).unref();
  }

  function send(text: string): void {
    for (const tab of tabs) tab.write(text);
  }

  return {
    open,
    changed: () => send('event: changed\ndata: {}\n\n'),
    stop(): void {
      stopped = true;
      clearInterval(heartbeat);
      for (const tab of tabs) tab.end();
      tabs.clear();
    },
  };
}

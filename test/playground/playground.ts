// Microsoft's local playground, as a process of its own beside a Herald that it can reach.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { playgroundSettings } from './company.ts';
import { installedPlayground } from './installed.ts';

/** `messages` is where Herald takes its messages; what the playground writes goes into `folder`. */
export async function startPlayground(messages: string, folder: string) {
  const program = await installedPlayground();
  const port = await freePort();
  writeFileSync(join(folder, '.m365agentsplayground.yml'), playgroundSettings());
  const options = ['-e', messages, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
  const playground = spawn(process.execPath, [program, ...options], {
    cwd: folder,
    env: { HOME: folder, PATH: [noBrowser(folder), process.env.PATH].join(delimiter) },
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}/`;
  try {
    await answers(address, playground);
  } catch (error) {
    await stop(playground);
    throw error;
  }
  return { address, stop: () => stop(playground) };
}

/** The playground ends when it cannot open a browser; ours needs no window. */
function noBrowser(folder: string): string {
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  const opener = join(programs, 'xdg-open');
  writeFileSync(opener, '#!/bin/sh\n');
  chmodSync(opener, 0o755);
  return programs;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

async function answers(address: string, playground: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (playground.exitCode !== null) throw new Error(`The playground ended with ${playground.exitCode}.`);
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return;
    await sleep(200);
  }
  throw new Error('The playground does not answer.');
}

async function stop(playground: ChildProcess): Promise<void> {
  if (playground.exitCode !== null || playground.signalCode !== null) return;
  playground.kill();
  await once(playground, 'exit');
}

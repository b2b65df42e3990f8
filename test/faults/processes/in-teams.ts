// `herald start` in Teams, with its whole configuration as an argument: where Microsoft's services are is no part of the
// environment.

import { startCommand } from '../../../src/command-line/start.ts';
import type { Config } from '../../../src/config.ts';
import { start } from '../../../src/main.ts';

const config = JSON.parse(process.argv[2] ?? '') as Config;
process.exitCode = await startCommand((out) => start(config, out)).run([], {
  line: (text) => void process.stdout.write(`${text}\n`),
  problem: (text) => void process.stderr.write(`${text}\n`),
});

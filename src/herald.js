#!/usr/bin/env node
// The way in. Plain JavaScript, because it has to run, and answer in one clear line, on a Node too old for the rest:
// up to the version check nothing here is newer than Node 12, and nothing else is imported.

const oldestNode = 26;

function whatIsWrong() {
  const version = process.versions.node;
  if (Number(version.split('.')[0]) < oldestNode) {
    return (
      `Herald needs Node ${oldestNode} or newer, and this is Node ${version}. Run "npm ci" and then "npm start", ` +
      'which brings the right Node along, or install it from https://nodejs.org.'
    );
  }
  if (!process.features.typescript || typeof Temporal === 'undefined') {
    return `Herald needs a Node that runs TypeScript and knows Temporal; this Node ${version} has one of them turned off.`;
  }
  return null;
}

async function run() {
  const { enableCompileCache } = await import('node:module');
  // Beside the code and not in the shared temporary folder, where other users could put something in first. Where it
  // cannot be written, Node goes on without; NODE_COMPILE_CACHE, when set, wins.
  enableCompileCache(`${import.meta.dirname}/../.cache/node`);
  const { run } = await import('./main.ts');
  return run(process.argv.slice(2));
}

function explain(error) {
  if (error instanceof Error && error.message.startsWith('Cannot find package')) {
    return 'A part of Herald is not installed. Run "npm ci" in its folder and try again.';
  }
  return `Herald stopped: ${error instanceof Error ? error.message : error}`;
}

const wrong = whatIsWrong();
if (wrong === null) {
  run().then(
    (exitCode) => {
      process.exitCode = exitCode;
    },
    (error) => {
      console.error(explain(error).replace(/\s*\n\s*/g, ' '));
      if (process.env.LOG_LEVEL === 'debug') console.error(error);
      process.exitCode = 1;
    },
  );
} else {
  console.error(wrong);
  process.exitCode = 1;
}

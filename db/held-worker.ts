import { parentPort, workerData } from 'node:worker_threads';
import { heldAbout } from './held.ts';

// Runs on a thread of its own, with a connection of its own.

const { file, person } = workerData as { file: string; person: string };
parentPort?.postMessage(await heldAbout(file, person));

import { workerData } from 'node:worker_threads';
import { finishSweeps } from './sweep.ts';

// Runs on a thread of its own, with a connection of its own.

await finishSweeps((workerData as { file: string }).file);

import { serveInTurn } from './on-thread.ts';
import { createMailReader } from './read.ts';

const reader = createMailReader();

serveInTurn((raw: Uint8Array) => reader.read(raw));

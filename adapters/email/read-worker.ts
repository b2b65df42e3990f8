import { serve } from './on-thread.ts';
import { createMailReader } from './read.ts';

const reader = createMailReader();

serve((raw: Uint8Array) => reader.read(raw));

import type { Row } from '../row.ts';
import { kill } from './kill.ts';

/** The rows of the table that this version plays. */
export const rows: readonly Row[] = [kill];

import type { Recovery } from '../../src/views.ts';
import { sampleWin } from './win.ts';

/** A recovery; `different` says what matters to a test. */
export function sampleRecovery(id: string, different: Partial<Recovery> = {}): Recovery {
  const { lane: _lane, settled: _settled, ...facts } = sampleWin(id);
  return { ...facts, lane: 'recovery', whatBroke: 'The label printer', ...different };
}

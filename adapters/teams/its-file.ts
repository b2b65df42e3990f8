import type { View } from '../../src/views.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';

/** The file that an answer speaks of, after it. */
export async function andItsFile(desk: Desk, asker: Asker, view: View): Promise<void> {
  if (view.type !== 'export') return;
  const { offerExport } = await import('./export-file.ts');
  await offerExport(desk, asker, view.what);
}

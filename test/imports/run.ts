// `npm run check`: the import rules. Takes another tree's folder as an argument, for the test of this very check.

import { fileURLToPath } from 'node:url';
import { checkImports } from './check.ts';

const { modules, faults } = checkImports(process.argv[2] ?? fileURLToPath(new URL('../..', import.meta.url)));
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error(`Import rules: ${faults.length} broken in ${modules} modules.`);
  process.exitCode = 1;
} else {
  console.log(`Import rules: ${modules} modules keep them.`);
}

// `npm run measure:praise` prints what docs/praise-suggestions.md reports.

import { confusionTables } from './confusion.ts';
import { readExamples } from './examples.ts';

console.log(confusionTables(readExamples('kept-apart')));

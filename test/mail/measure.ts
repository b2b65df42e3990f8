// `npm run measure:mail` prints what docs/forwarded-mail.md reports.

import { accuracyTable } from './accuracy.ts';

console.log(await accuracyTable());

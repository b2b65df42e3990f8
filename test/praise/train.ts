// `npm run train:praise` writes src/recognition/praise-weights.json from test/praise/training.tsv.

import { writeFileSync } from 'node:fs';
import { readExamples } from './examples.ts';
import { train } from './learn.ts';
import { weightsFile, written } from './weights-file.ts';

writeFileSync(weightsFile, written(train(readExamples('training'))));

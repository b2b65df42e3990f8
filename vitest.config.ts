import { defineConfig } from 'vitest/config';

const everyTest = '{src,adapters,db,test}/**/*.test.ts';
const browserTests = 'test/browser/**';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [everyTest],
          exclude: [browserTests, 'test/bench/**', 'test/faults/**'],
          testTimeout: 10_000,
          hookTimeout: 10_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: [`${browserTests}/*.test.ts`],
          // One Chromium at a time: the pages share a small machine, and each wants the processor to itself.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

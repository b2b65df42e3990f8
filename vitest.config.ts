import { defineConfig } from 'vitest/config';

const everyTest = '{src,adapters,db,test}/**/*.test.ts';
const browserTests = 'test/browser/**';
/** Slack's journeys wait for Slack's own pauses, so they take longer than everything else together. */
const slackTests = ['test/journeys/slack-*.test.ts', 'test/fakes/slack/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [everyTest],
          exclude: [browserTests, ...slackTests, 'test/bench/**', 'test/faults/**'],
          testTimeout: 10_000,
          hookTimeout: 10_000,
        },
      },
      {
        test: {
          name: 'slack',
          include: slackTests,
          testTimeout: 20_000,
          hookTimeout: 20_000,
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

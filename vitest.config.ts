import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const everyTest = '{src,adapters,db,test}/**/*.test.ts';
const browserTests = 'test/browser/**';
/** In Microsoft's local playground, which has to be fetched first: `npm run test:teams`. */
const playgroundTests = 'test/playground/**';
/** Journeys through a Slack of our own, and that Slack's own tests: `npm run test:slack` runs them alone. */
const slackTests = ['test/journeys/slack-*.test.ts', 'test/fakes/slack/**/*.test.ts'];

/** What waits most begins first, so that the short tests fill the gaps; otherwise the last seconds are one journey's. */
class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waits = ({ moduleId, project }: TestSpecification) =>
      project.name === 'slack' || moduleId.includes('/test/journeys/');
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))];
  }
}

/** What is waited for is looked for often, and may take its time. */
const waiting = { poll: { interval: 50, timeout: 15_000 } };

export default defineConfig({
  test: {
    // Journeys wait more than they work: it takes more than two of them to keep two processors busy.
    maxWorkers: 5,
    sequence: { sequencer: JourneysFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: [everyTest],
          exclude: [browserTests, playgroundTests, ...slackTests, 'test/bench/**', 'test/faults/**'],
          // A process for each file took a fifth of all the time. So whatever a test changes for all it puts back.
          isolate: false,
          // Ten times what the slowest takes: a machine busy with much else is no fault of Herald's.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: waiting,
        },
      },
      {
        test: {
          name: 'slack',
          include: slackTests,
          // Each process of its own read Bolt anew, which took as long as the tests.
          isolate: false,
          testTimeout: 40_000,
          hookTimeout: 40_000,
          expect: waiting,
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
      {
        test: {
          name: 'playground',
          include: [`${playgroundTests}/*.test.ts`],
          testTimeout: 60_000,
          // The first time fetches the playground.
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

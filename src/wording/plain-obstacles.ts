import type { MyObstacles, Obstacle, ObstacleView } from '../obstacles.ts';
import { isolate } from './isolate.ts';
import { obstacleHeadings } from './obstacle-labels.ts';
import { howItFell, obstacleParts, obstacleSigns, obstacleState } from './obstacles.ts';
import { type Pen, plainPen } from './pen.ts';
import { paragraphs, quote } from './plain-story.ts';
import { shortened } from './shorten.ts';

/** As much of an obstacle as stands in a list. */
const IN_A_LINE = 200;

export function plainObstacles(view: ObstacleView, timeZone: string, pen: Pen): string {
  switch (view.type) {
    case 'obstacle':
      return plainObstacle(view.obstacle, timeZone, pen);
    case 'obstacles':
    case 'obstacles-waiting':
      return paragraphs(
        ...obstacleParts(view).map(({ title, obstacles }) =>
          titled(
            title,
            obstacles.map((one) => obstacleLine(one, pen)),
          ),
        ),
      );
    case 'obstacles-raised':
    case 'obstacle-withdrawn':
      return '';
    default:
      return view satisfies never;
  }
}

function plainObstacle(obstacle: Obstacle, timeZone: string, pen: Pen): string {
  const { words, now } = obstacle;
  return paragraphs(
    quote(words),
    obstacleSigns(obstacle, pen, timeZone),
    now.state === 'cleared' ? `What changed: ${isolate(now.whatChanged)}` : '',
  );
}

/** "The card machine breaks — Ana is on it". */
function obstacleLine(obstacle: Obstacle, pen: Pen): string {
  const { words, now } = obstacle;
  const changed = now.state === 'cleared' ? `: ${isolate(shortened(oneLine(now.whatChanged), IN_A_LINE))}` : '';
  return `${isolate(shortened(oneLine(words), IN_A_LINE))} (${obstacleState(obstacle, pen)}${changed})`;
}

/** What a person waits on and what they own. */
export function plainMyObstacles({ waitedOn, owned }: MyObstacles, pen: Pen): string {
  return paragraphs(
    titled(
      obstacleHeadings.owned,
      owned.map((one) => obstacleLine(one, pen)),
    ),
    titled(
      obstacleHeadings.waitedOn,
      waitedOn.map((one) => obstacleLine(one, pen)),
    ),
  );
}

/** Below a digest's stories. */
export function plainCleared(cleared: readonly Obstacle[], timeZone: string): string {
  const pen = plainPen(timeZone);
  return titled(
    obstacleHeadings.told,
    cleared.map((one) => `${isolate(shortened(oneLine(one.words), IN_A_LINE))}: ${howItFell(one, pen, IN_A_LINE)}`),
  );
}

function titled(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${title}:`, ...lines.map((line) => `- ${line}`)].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

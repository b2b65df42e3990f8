import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Look, Pulse } from '../pulse.ts';
import { pictureWords } from '../wording/pulse.ts';

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

const WIDTH = 480;
const HEIGHT = 300;
/** Beyond this the numbers above the bars would run into each other. */
const MOST_LABELLED = 99;

export const FONT = 'Inter';

type Colours = Readonly<Record<'ground' | 'ink' | 'soft' | 'rule' | 'win' | 'recovery' | 'recoveryGround', string>>;

/** Wins are full and recoveries hatched, light beside dark: they are told apart without their colours too. */
const COLOURS: Readonly<Record<Look, Colours>> = {
  light: {
    ground: '#fffdf8',
    ink: '#26221b',
    soft: '#655d50',
    rule: '#e2d9c8',
    win: '#a35f00',
    recovery: '#1c5f57',
    recoveryGround: '#e8f2ef',
  },
  dark: {
    ground: '#211e18',
    ink: '#f0eadd',
    soft: '#b5ab99',
    rule: '#393328',
    win: '#f1bd62',
    recovery: '#8fd0c4',
    recoveryGround: '#172926',
  },
};

/** Wins beside recoveries, week by week, as an SVG that needs no style sheet, no script and no other file. */
export function pulseChart({ weeks }: Pulse, look: Look): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption(optionsOf(weeks, COLOURS[look]));
    return plainly(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

function optionsOf(weeks: Pulse['weeks'], colours: Colours) {
  const { ground, ink, soft, rule, win, recovery, recoveryGround } = colours;
  const wins = weeks.map(({ figures }) => figures?.wins ?? null);
  const recoveries = weeks.map(({ figures }) => figures?.recoveries ?? null);
  const show = [...wins, ...recoveries].every((many) => (many ?? 0) <= MOST_LABELLED);
  const bars = { type: 'bar', barGap: '6%', barCategoryGap: '22%', silent: true };
  const label = { show, position: 'top', distance: 3, fontSize: 14, color: ink };
  return {
    animation: false,
    backgroundColor: ground,
    textStyle: { fontFamily: FONT, color: ink },
    aria: { enabled: true, decal: { show: true } },
    grid: { left: 38, right: 8, top: 52, bottom: 34 },
    legend: { top: 8, left: 4, silent: true, itemWidth: 22, itemHeight: 15, textStyle: { fontSize: 18, color: ink } },
    xAxis: {
      type: 'category',
      data: weeks.map(({ week }) => pictureWords.week(week)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: soft } },
      // Every other week, from the last one back: on a phone there is no room for twelve that can be read.
      axisLabel: {
        interval: (index: number) => (weeks.length - 1 - index) % 2 === 0,
        fontSize: 17,
        color: soft,
        margin: 8,
      },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { fontSize: 17, color: soft },
      splitLine: { lineStyle: { color: rule } },
    },
    series: [
      {
        ...bars,
        name: pictureWords.wins,
        data: wins,
        label,
        itemStyle: { color: win, decal: { symbol: 'none' } },
      },
      {
        ...bars,
        name: pictureWords.recoveries,
        data: recoveries,
        label,
        itemStyle: {
          color: recoveryGround,
          borderColor: recovery,
          borderWidth: 1.5,
          decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: Math.PI / 4, color: recovery },
        },
      },
    ],
  };
}

/**
 * What the library writes into style attributes as plain attributes: a page that allows no styles of its own, as the
 * sandbox's, would ignore the former.
 */
function plainly(svg: string): string {
  return svg
    .replace(/ class="[^"]*"/g, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) =>
      style
        .split(';')
        .filter((one) => one.includes(':'))
        .map((one) => ` ${one.slice(0, one.indexOf(':')).trim()}="${one.slice(one.indexOf(':') + 1).trim()}"`)
        .join(''),
    );
}

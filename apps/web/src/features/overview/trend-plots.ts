import type { TrendFigures } from '#contracts';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatDate } from '../../format/dates.js';
import { number, t } from '../../i18n/locale.js';

/** Figures of one kind, a day each. */
export type Course = readonly ({ readonly day: string } & Pick<TrendFigures, 'overdue' | 'onTime' | 'late'>)[];

const HEIGHT = 130;
const DAYS_PX = 28;
const WITH_DAYS = HEIGHT + DAYS_PX;
/** Above and beside the plots, the same for both: they stand under one another. */
const PADDING: uPlot.Padding = [8, 12, 4, 0];
/** Room for the numbers of the scale, so that both plots begin at the same place. */
const SCALE_PX = 48;
/** Least room for a day below the plot. */
const DAY_PX = 95;
const WHOLE_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];
const NONE = '–';

/**
 * Draws two plots over the same days into an element: what was overdue at the end of each day, and what was done on each. Whoever points
 * at a day reads its numbers in both. @returns what takes them away
 */
export function drawTrend(into: HTMLElement, course: Course): () => void {
  let plots: readonly uPlot[] = [];
  const draw = (): void => {
    for (const plot of plots) plot.destroy();
    plots = [overduePlot(into, course), donePlot(into, course)];
  };
  const fit = new ResizeObserver(() => {
    for (const plot of plots) plot.setSize({ width: into.clientWidth, height: plot.height });
  });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  draw();
  fit.observe(into);
  dark.addEventListener('change', draw);
  return () => {
    dark.removeEventListener('change', draw);
    fit.disconnect();
    for (const plot of plots) plot.destroy();
  };
}

/** A colour by its role, as a canvas takes it. */
function colourOf(role: string, within: HTMLElement): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--${role})`;
  within.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function overduePlot(into: HTMLElement, course: Course): uPlot {
  const line: uPlot.Series = {
    label: t('trend.overdue'),
    stroke: colourOf('bad', into),
    width: 2,
    points: { show: false },
    value: (_, value: number | null) => (value === null ? NONE : number(value)),
  };
  return plotOf(into, course, {
    height: HEIGHT,
    series: [line],
    columns: [course.map(({ overdue }) => overdue)],
    hasDays: false,
  });
}

/** Bars one on the other: the higher one is drawn first, and tells what it stands for without the lower one. */
function donePlot(into: HTMLElement, course: Course): uPlot {
  const paths = uPlot.paths.bars?.({ size: [0.8, 40], align: 0 });
  const bars = (label: string, role: string, of: 'onTime' | 'late'): uPlot.Series => ({
    label,
    fill: colourOf(role, into),
    width: 0,
    points: { show: false },
    ...(paths && { paths }),
    value: (_, _value, _series, index) => (index === null ? NONE : number(course[index]?.[of] ?? 0)),
  });
  const series = [bars(t('trend.doneOnTime'), 'good', 'onTime'), bars(t('trend.doneLate'), 'late', 'late')];
  const columns = [course.map(({ onTime, late }) => onTime + late), course.map(({ late }) => late)];
  return plotOf(into, course, { height: WITH_DAYS, series, columns, hasDays: true });
}

interface Plotted {
  readonly height: number;
  readonly series: readonly uPlot.Series[];
  readonly columns: readonly (readonly number[])[];
  /** The days stand below it. */
  readonly hasDays: boolean;
}

/** Days stand at whole numbers, so that each has the same room. */
function plotOf(into: HTMLElement, course: Course, { height, series, columns, hasDays }: Plotted): uPlot {
  const dayAt = (index: number): string => formatDate(course[index]?.day ?? '');
  const options: uPlot.Options = {
    width: into.clientWidth,
    height,
    padding: PADDING,
    cursor: { sync: { key: 'trend' }, drag: { x: false, y: false }, y: false, points: { show: false } },
    scales: {
      x: { time: false, range: [-0.5, course.length - 0.5] },
      y: { range: (_, _least, most) => [0, Math.max(1, most)] },
    },
    axes: axesOf(into, hasDays ? dayAt : null),
    series: [{ label: t('trend.day'), value: (_, index: number | null) => (index === null ? NONE : dayAt(index)) }, ...series],
  };
  return new uPlot(options, [course.map((_, index) => index), ...columns.map((column) => [...column])], into);
}

/** @param dayAt null where the days stand below another plot */
function axesOf(into: HTMLElement, dayAt: ((index: number) => string) | null): uPlot.Axis[] {
  const [ink, line] = [colourOf('ink-soft', into), colourOf('line', into)];
  const { fontFamily } = getComputedStyle(into);
  const look = { stroke: ink, font: `12px ${fontFamily}`, ticks: { show: false } };
  return [
    {
      ...look,
      show: dayAt !== null,
      size: DAYS_PX,
      space: DAY_PX,
      incrs: WHOLE_STEPS,
      grid: { show: false },
      values: (_, splits) => splits.map((index) => dayAt?.(index) ?? ''),
    },
    {
      ...look,
      size: SCALE_PX,
      space: 28,
      incrs: WHOLE_STEPS,
      grid: { stroke: line, width: 1 },
      values: (_, splits) => splits.map((value) => number(value)),
    },
  ];
}

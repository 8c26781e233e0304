import type { TrendDay } from '#contracts';
import type { ReactNode } from 'react';
import { formatDate } from '../../format/dates.js';
import { number, t } from '../../i18n/locale.js';

/** Whose course is shown. */
export type TrendKind = 'items' | 'reports';

const WIDTH = 900;
const HEIGHT = 80;

interface TrendChartProps {
  readonly days: readonly TrendDay[];
  readonly kind: TrendKind;
}

/**
 * What was overdue at the end of each day as a line, what was done on each day as bars below it, over the same days. The numbers
 * stand in the table beside it: to screen readers each is one picture with its peak.
 */
export function TrendChart({ days, kind }: TrendChartProps): ReactNode {
  const figures = days.map((day) => day[kind]);
  const overdue = Math.max(...figures.map((each) => each.overdue));
  const done = Math.max(...figures.map(({ onTime, late }) => onTime + late));
  const told = t('trend.chart', { kind: t(`trend.${kind}`), overdue, done });
  const step = WIDTH / days.length;
  const lineY = (value: number): number => HEIGHT * (1 - value / Math.max(1, overdue));
  const line = figures.map((each, index) => `${((index + 0.5) * step).toFixed(1)},${lineY(each.overdue).toFixed(1)}`).join(' ');
  return (
    <figure className="trend">
      <figcaption className="unseen">{told}</figcaption>
      <p className="hint">
        <span className="swatch swatch-line" aria-hidden="true" />
        {t('trend.overdue')}
      </p>
      <Plot most={overdue}>
        <polyline className="trend-line" points={line} />
      </Plot>
      <p className="hint row">
        {t('trend.done')}
        <span>
          <span className="swatch fill-onTime" aria-hidden="true" />
          {t('trend.doneOnTime')}
        </span>
        <span>
          <span className="swatch swatch-late" aria-hidden="true" />
          {t('trend.doneLate')}
        </span>
      </p>
      <Plot most={done}>
        {figures.map(({ onTime, late }, index) => (
          <DayBars key={days[index]?.day} x={index * step} width={Math.max(1, step * 0.8)} of={{ onTime, late, most: done }} />
        ))}
      </Plot>
      <p className="trend-days hint">
        <span>{formatDate(days[0]?.day ?? '')}</span>
        <span>{formatDate(days[Math.floor(days.length / 2)]?.day ?? '')}</span>
        <span>{formatDate(days.at(-1)?.day ?? '')}</span>
      </p>
    </figure>
  );
}

/** A drawing between nothing and the most; the words of its scale stand beside it, so that they are not stretched. */
const Plot = ({ most, children }: { readonly most: number; readonly children: ReactNode }): ReactNode => (
  <div className="plot" aria-hidden="true">
    <span className="plot-scale hint">
      <span>{number(Math.max(1, most))}</span>
      <span>0</span>
    </span>
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
      {children}
    </svg>
  </div>
);

interface DayBarsProps {
  readonly x: number;
  readonly width: number;
  readonly of: { readonly onTime: number; readonly late: number; readonly most: number };
}

function DayBars({ x, width, of: { onTime, late, most } }: DayBarsProps): ReactNode {
  const high = (value: number): number => (HEIGHT * value) / Math.max(1, most);
  return (
    <>
      {onTime > 0 && <rect className="trend-good" x={x} width={width} y={HEIGHT - high(onTime)} height={high(onTime)} />}
      {late > 0 && <rect className="trend-late" x={x} width={width} y={HEIGHT - high(onTime + late)} height={high(late)} />}
    </>
  );
}

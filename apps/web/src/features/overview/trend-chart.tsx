import type { TrendDay } from '#contracts';
import { type ReactNode, useEffect, useRef } from 'react';
import { language, t } from '../../i18n/locale.js';
import { useTheme } from '../../ui/theme.js';
import { drawTrend } from './trend-plots.js';

/** Whose course is shown. */
export type TrendKind = 'items' | 'reports';

interface TrendChartProps {
  readonly days: readonly TrendDay[];
  readonly kind: TrendKind;
}

/**
 * What was overdue at the end of each day as a line, what was done on each day as bars below it, over the same days. The numbers
 * stand in the table beside it: to screen readers it is one picture with its peaks.
 */
export function TrendChart({ days, kind }: TrendChartProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [theme, words] = [useTheme(), language()];
  useEffect(
    () => (place.current ? drawTrend(place.current, courseOf(days, kind)) : undefined),
    [days, kind, theme, words], // drawn in the colours and the words of the page
  );
  const course = courseOf(days, kind);
  const overdue = Math.max(...course.map((each) => each.overdue));
  const done = Math.max(...course.map(({ onTime, late }) => onTime + late));
  return (
    <figure className="trend">
      <figcaption className="unseen">{t('trend.chart', { kind: t(`trend.${kind}`), overdue, done })}</figcaption>
      <div ref={place} className="plots" aria-hidden="true" />
    </figure>
  );
}

const courseOf = (days: readonly TrendDay[], kind: TrendKind) => days.map(({ day, [kind]: of }) => ({ day, ...of }));

import type { ReactNode } from 'react';
import type { PlanPreview } from '#dsl';
import { formatDate } from '../../../format/dates.js';
import { t } from '../../../i18n/locale.js';

interface RulesProps {
  readonly preview: PlanPreview;
  readonly show: (offset: number) => void;
}

/** Every rule in sentences, whom it reaches, and its last days; each leads to its place in the text. */
export const PreviewRules = ({ preview, show }: RulesProps): ReactNode => (
  <ol className="said-rules">
    {preview.rules
      .filter(({ kind }) => kind !== 'section' && kind !== 'group')
      .map(({ kind, place, sentences, units, lastDays }) => {
        const days = lastDays.flatMap((day) => (day === null ? [] : formatDate(day)));
        return (
          <li key={`${kind} ${place.start}`}>
            <p className="row spread">
              <button type="button" className="button small plain" onClick={() => show(place.start)}>
                {t('check.line', { line: place.line })}
              </button>
              <span className="row">
                {days.slice(0, DAYS).map((day) => (
                  <span key={day} className="tag">
                    {day}
                  </span>
                ))}
                {days.length > DAYS && <span className="soft">…</span>}
                {units && (
                  <span className={units.count === 0 ? 'tag bad' : 'tag good'}>
                    {units.count === 0 ? t('preview.reachesNone') : t('preview.reaches', { count: units.count })}
                  </span>
                )}
              </span>
            </p>
            {sentences.map((sentence, index) => (
              <p key={sentence} className={index === 0 ? undefined : 'hint'} translate="no">
                {sentence}
              </p>
            ))}
          </li>
        );
      })}
  </ol>
);

/** Last days shown of one rule. */
const DAYS = 3;

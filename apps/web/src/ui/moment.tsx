import { type ReactNode, useEffect, useId, useState } from 'react';
import { dayInVietnam, formatDate, readDate } from '../format/dates.js';
import { t } from '../i18n/locale.js';
import { setQuery, useQuery } from '../router/location.js';

/** The day that lateness is judged for, `YYYY-MM-DD`; null for now. It stands in the address. */
export const useAsOf = (): string | null => /^\d{4}-\d{2}-\d{2}$/.exec(useQuery().get('asOf') ?? '')?.[0] ?? null;

/** The day that it is, or that lateness is judged for. */
export const useToday = (): string => useAsOf() ?? dayInVietnam(Date.now());

/** Chooses that day, written as all dates of the page are: the browser's own field would write it in the browser's language. */
export function MomentChoice(): ReactNode {
  const asOf = useAsOf();
  const [text, setText] = useState(asOf === null ? '' : formatDate(asOf));
  useEffect(() => setText(asOf === null ? '' : formatDate(asOf)), [asOf]);
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const take = (written: string): void => {
    const day = readDate(written);
    const isWrong = day === null && written.trim() !== '';
    setWrong(isWrong);
    if (!isWrong) setQuery({ asOf: day });
  };
  return (
    <div className="moment row no-print">
      <label className="hint" htmlFor={id} title={t('moment.hint')}>
        {t('moment.label')}
      </label>
      <input
        id={id}
        className="date-input"
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('moment.now')}
        value={text}
        aria-invalid={wrong}
        aria-describedby={`${id}-fault`}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => take(text)}
        onKeyDown={(event) => event.key === 'Enter' && take(text)}
      />
      {asOf !== null && (
        <button type="button" className="button small" onClick={() => take('')}>
          {t('moment.now')}
        </button>
      )}
      {asOf !== null && <span className="hint moment-note">{t('moment.hint')}</span>}
      <span id={`${id}-fault`} className="fault-text" role="alert">
        {wrong && t('moment.wrong')}
      </span>
    </div>
  );
}

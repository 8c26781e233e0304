import { type ReactNode, useEffect, useId, useState } from 'react';
import { formatDate, readDate } from '../format/dates.js';
import { t } from '../i18n/locale.js';

interface DateFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`; null where none is given. */
  readonly value: string | null;
  readonly take: (day: string | null) => void;
  /** Shown where nothing is written. */
  readonly placeholder?: string;
}

/** A day, written as all dates of the page are: the browser's own field would write it in the browser's language. */
export function DateField({ label, value, take, placeholder = '' }: DateFieldProps): ReactNode {
  const id = useId();
  const shown = value === null ? '' : formatDate(value);
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState(false);
  useEffect(() => setText(shown), [shown]);
  const read = (): void => {
    const day = readDate(text);
    const isWrong = day === null && text.trim() !== '';
    setWrong(isWrong);
    if (!isWrong && day !== value) take(day);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="date-input"
        inputMode="numeric"
        autoComplete="off"
        placeholder={placeholder}
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-fault` : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={read}
        onKeyDown={(event) => event.key === 'Enter' && read()}
      />
      {wrong && (
        <span id={`${id}-fault`} className="fault-text" role="alert">
          {t('moment.wrong')}
        </span>
      )}
    </div>
  );
}

import { type ReactNode, useEffect, useState } from 'react';
import { formatDate, readDate } from '../format/dates.js';
import { t } from '../i18n/locale.js';
import { DigitsField } from './text-field.js';

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
    <DigitsField
      label={label}
      value={text}
      take={setText}
      placeholder={placeholder}
      fault={wrong ? t('moment.wrong') : null}
      onBlur={read}
      onKeyDown={(event) => event.key === 'Enter' && read()}
    />
  );
}

import type { UnitView } from '#contracts';
import { type ReactNode, useId, useState } from 'react';
import type { OrderingDocument } from '../../api/deeds.js';
import { formatDate, readDate } from '../../format/dates.js';
import { t } from '../../i18n/locale.js';
import { dateText } from '../../i18n/words.js';

interface ExtendFormProps {
  readonly due: string | null;
  /** The day that was asked for. */
  readonly asked?: string | undefined;
  /** Who may have ordered it. */
  readonly issuers: readonly Pick<UnitView, 'id' | 'name'>[];
  readonly isBusy: boolean;
  readonly send: (to: string, document: OrderingDocument) => Promise<boolean>;
}

/** A later due date, by the document that orders it. */
export function ExtendForm({ due, asked, issuers, isBusy, send }: ExtendFormProps): ReactNode {
  const [{ to, number, date, issuer }, write] = useState(() => blank(asked, issuers));
  const [tried, setTried] = useState(false);
  const id = useId();
  const days = { to: readDate(to), date: readDate(date) };
  const change = (name: 'to' | 'number' | 'date' | 'issuer') => (text: string) =>
    write((before) => ({ ...before, [name]: text }));
  const submit = async (): Promise<void> => {
    setTried(true);
    if (days.to === null || days.date === null || number.trim() === '') return;
    await send(days.to, { number: number.trim(), date: days.date, issuer });
  };
  const dayFault = (day: string | null): string | null => (tried && day === null ? t('field.date') : null);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Present due={due} />
      <div className="row fields">
        <Field id={`${id}-to`} label={t('extend.to')} value={to} change={change('to')} fault={dayFault(days.to)} isDate />
        <Field
          id={`${id}-number`}
          label={t('extend.number')}
          value={number}
          change={change('number')}
          fault={tried && number.trim() === '' ? t('field.needed') : null}
        />
        <Field
          id={`${id}-date`}
          label={t('extend.date')}
          value={date}
          change={change('date')}
          fault={dayFault(days.date)}
          isDate
        />
        <Issuer id={`${id}-issuer`} issuers={issuers} value={issuer} change={change('issuer')} />
      </div>
      <p>
        <button type="submit" className="button" disabled={isBusy}>
          {t('do.extend')}
        </button>
      </p>
    </form>
  );
}

const blank = (asked: string | undefined, issuers: ExtendFormProps['issuers']) => ({
  to: asked === undefined ? '' : formatDate(asked),
  number: '',
  date: '',
  issuer: issuers[0]?.id ?? '',
});

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly fault: string | null;
  readonly isDate?: boolean;
}

export const Field = ({ id, label, value, change, fault, isDate = false }: FieldProps): ReactNode => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    <input
      id={id}
      className={isDate ? 'date-input' : undefined}
      inputMode={isDate ? 'numeric' : undefined}
      autoComplete="off"
      value={value}
      aria-invalid={fault !== null}
      aria-describedby={`${id}-fault`}
      onChange={(event) => change(event.target.value)}
    />
    <span id={`${id}-fault`} className="fault-text">
      {fault}
    </span>
  </div>
);

type IssuerProps = Pick<ExtendFormProps, 'issuers'> & Pick<FieldProps, 'id' | 'value' | 'change'>;

const Issuer = ({ id, issuers, value, change }: IssuerProps): ReactNode => (
  <div className="field">
    <label htmlFor={id}>{t('extend.issuer')}</label>
    <select id={id} value={value} onChange={(event) => change(event.target.value)}>
      {issuers.map((unit) => (
        <option key={unit.id} value={unit.id}>
          {unit.name}
        </option>
      ))}
    </select>
  </div>
);

const Present = ({ due }: Pick<ExtendFormProps, 'due'>): ReactNode => (
  <p className="hint">
    {t('extend.hint')} {due !== null && t('extend.now', { due: dateText(due) })}
  </p>
);

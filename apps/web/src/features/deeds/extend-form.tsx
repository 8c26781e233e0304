import type { UnitView } from '#contracts';
import { type ReactNode, useState } from 'react';
import type { OrderingDocument } from '../../api/deeds.js';
import { formatDate, readDate } from '../../format/dates.js';
import { t } from '../../i18n/locale.js';
import { dateText } from '../../i18n/words.js';
import { Select } from '../../ui/select.js';
import { DigitsField, TextField } from '../../ui/text-field.js';

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
        <DigitsField label={t('extend.to')} value={to} take={change('to')} fault={dayFault(days.to)} />
        <TextField
          label={t('extend.number')}
          value={number}
          take={change('number')}
          fault={tried && number.trim() === '' ? t('field.needed') : null}
        />
        <DigitsField label={t('extend.date')} value={date} take={change('date')} fault={dayFault(days.date)} />
        <Select
          label={t('extend.issuer')}
          value={issuer}
          choose={change('issuer')}
          options={issuers.map(({ id: unit, name }) => [unit, name])}
        />
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

const Present = ({ due }: Pick<ExtendFormProps, 'due'>): ReactNode => (
  <p className="hint">
    {t('extend.hint')} {due !== null && t('extend.now', { due: dateText(due) })}
  </p>
);

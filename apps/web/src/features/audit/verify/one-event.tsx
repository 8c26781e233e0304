import { type ReactNode, useState } from 'react';
import { addressOf } from '../../../api/client.js';
import { t } from '../../../i18n/locale.js';
import { setQuery, useQuery } from '../../../router/location.js';
import { DigitsField } from '../../../ui/text-field.js';
import { Commands } from './commands.js';
import { Proof } from './proof.js';

/** Checks one event by its number. It stands in the address. */
export function OneEvent({ most, keyText }: { readonly most: number; readonly keyText: string }): ReactNode {
  const chosen = Number(useQuery().get('position') ?? 0);
  return (
    <section className="panel stack">
      <h2>{t('verify.event')}</h2>
      <p className="hint">{t('verify.eventHint')}</p>
      <PositionForm most={most} chosen={chosen} />
      {chosen > 0 && (
        <>
          <Proof position={chosen} />
          <p>
            <a className="button" href={addressOf('/api/v1/audit/export', {}, { event: chosen })} download>
              {t('verify.downloadEvent')}
            </a>
          </p>
          <p className="hint">{t('verify.elsewhere')}</p>
          <Commands keyText={keyText} size={most} part={`event-${chosen}`} label={t('verify.commandEvent')} />
        </>
      )}
    </section>
  );
}

/** What stands between the digits of large numbers, in either language. */
const GROUPED = /^\d{1,3}([., \u00a0]\d{3})*$|^\d+$/u;

/** A whole number as it is written or copied, with its groups or without; NaN for anything else. */
const readNumber = (text: string): number => (GROUPED.test(text) ? Number(text.replace(/\D/gu, '')) : Number.NaN);

function PositionForm({ most, chosen }: { readonly most: number; readonly chosen: number }): ReactNode {
  const [text, setText] = useState(chosen > 0 ? String(chosen) : '');
  const position = readNumber(text);
  const isWrong = text !== '' && !(position >= 1 && position <= most);
  return (
    <form
      className="row filters"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== '') setQuery({ position: isWrong ? null : position }); // what was checked before answers another question
      }}
    >
      <DigitsField
        label={t('events.position')}
        value={text}
        take={(written) => setText(written.trim())}
        fault={isWrong ? t('verify.range', { most }) : null}
      />
      <button type="submit" className="button">
        {t('verify.check')}
      </button>
    </form>
  );
}

import { type ReactNode, useState } from 'react';
import { addressOf } from '../../../api/client.js';
import { t } from '../../../i18n/locale.js';
import { setQuery, useQuery } from '../../../router/location.js';
import { DigitsField } from '../../../ui/text-field.js';
import { Proof } from './proof.js';

/** Checks one event by its number. It stands in the address. */
export function OneEvent({ most }: { readonly most: number }): ReactNode {
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
            <a
              className="button"
              href={addressOf('/api/v1/audit/proofs/event', {}, { position: chosen })}
              download={`thac-${chosen}.json`}
            >
              {t('verify.downloadEvent')}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function PositionForm({ most, chosen }: { readonly most: number; readonly chosen: number }): ReactNode {
  const [text, setText] = useState(chosen > 0 ? String(chosen) : '');
  const position = Number(text);
  const isWrong = text !== '' && !(Number.isInteger(position) && position >= 1 && position <= most);
  return (
    <form
      className="row filters"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong && text !== '') setQuery({ position });
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

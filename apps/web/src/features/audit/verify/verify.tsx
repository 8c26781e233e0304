import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { checkpointQuery } from '../../../api/audit-queries.js';
import { addressOf, type AnswerOf, Problem } from '../../../api/client.js';
import { formatInstant } from '../../../format/dates.js';
import { number, t } from '../../../i18n/locale.js';
import { useQuery } from '../../../router/location.js';
import { PlanChoice } from '../../../ui/plan-choice.js';
import { FaultNotice, Loaded } from '../../../ui/state.js';
import { Commands } from './commands.js';
import { OneEvent } from './one-event.js';
import { Recompute } from './recompute.js';

type Checkpoint = AnswerOf<'/api/v1/audit/checkpoint'>;

/** Whether the log is what it was: the checkpoint to keep, one event by its proof, archives to take away, and recomputation. */
export function Verify(): ReactNode {
  const checkpoint = useAnswer(checkpointQuery());
  if (checkpoint.error instanceof Problem && checkpoint.error.status === 404)
    return (
      <>
        <p className="notice">{t('verify.noCheckpoint')}</p>
        <Recompute />
      </>
    );
  if (checkpoint.isError) return <FaultNotice fault={checkpoint.error} again={() => void checkpoint.refetch()} />;
  return (
    <Loaded of={checkpoint}>
      {(of) => (
        <>
          <Newest of={of} />
          <OneEvent most={of.size} keyText={of.key} />
          <Archives of={of} />
          <Recompute />
        </>
      )}
    </Loaded>
  );
}

function Newest({ of }: { readonly of: Checkpoint }): ReactNode {
  const save = (): void => saveText(of.note, `checkpoint-${of.size}.txt`);
  return (
    <section className="panel stack">
      <h2>{t('verify.checkpoint')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('verify.size')}</dt>
          <dd>{number(of.size)}</dd>
        </div>
        <div>
          <dt>{t('verify.sealedAt')}</dt>
          <dd>{formatInstant(of.sealedAt)}</dd>
        </div>
        <div>
          <dt>{t('verify.root')}</dt>
          <dd className="code breakable" translate="no">
            {of.root}
          </dd>
        </div>
        <div>
          <dt>{t('verify.key')}</dt>
          <dd className="code breakable" translate="no">
            {of.key}
          </dd>
        </div>
      </dl>
      <p className="hint">{t('verify.checkpointHint')}</p>
      <p>
        <button type="button" className="button main" onClick={save}>
          {t('verify.downloadCheckpoint')}
        </button>
      </p>
    </section>
  );
}

/** Gives a text to the browser as a file. */
function saveText(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function Archives({ of }: { readonly of: Checkpoint }): ReactNode {
  const plan = useQuery().get('plan');
  return (
    <section className="panel stack">
      <h2>{t('verify.archive')}</h2>
      <p className="hint">{t('verify.archiveHint')}</p>
      <div className="row filters">
        <PlanChoice value={plan} all={t('verify.wholeLog')} />
        <a className="button" href={addressOf('/api/v1/audit/export', {}, { plan })} download>
          {t('verify.downloadArchive')}
        </a>
      </div>
      <Commands keyText={of.key} size={of.size} part={plan} label={t('verify.command')} />
    </section>
  );
}

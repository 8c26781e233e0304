import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { type BodyOf, post } from '../../../../api/client.js';
import { useSession } from '../../../../api/session.js';
import { useAct } from '../../../../api/system-queries.js';
import { formatDate } from '../../../../format/dates.js';
import { t } from '../../../../i18n/locale.js';
import { Dialog } from '../../../../ui/dialog.js';
import { SignInToAct } from '../../../../ui/sign-in-to-act.js';
import { changesFile } from '../../../unit-changes/changes-file.js';
import { GatherChanges, type Gathered, NOTHING_GATHERED } from '../../../unit-changes/gather-changes.js';
import { Foreseen } from './foreseen.js';
import { useRecorder } from './recorder.js';
import { Recorded } from './recorded.js';
import { Refusal } from './refusal.js';

type Changes = BodyOf<'/api/v1/organisation/changes/preview'>;

/** Changes of the organisation, written down, tried and recorded; for others, who may do that. */
export function Record(): ReactNode {
  const session = useSession();
  const actor = useRecorder();
  const [isOpen, setOpen] = useState(false);
  if (actor === undefined) return null;
  if (session === null) return <SignInToAct />;
  if (actor === null) return <p className="notice small">{t('record.whoMay')}</p>;
  return isOpen ? (
    <section className="panel stack">
      <div className="panel-head">
        <h2>{t('record.open')}</h2>
        <button type="button" className="button small" onClick={() => setOpen(false)}>
          {t('page.close')}
        </button>
      </div>
      <Form actor={actor} />
    </section>
  ) : (
    <p>
      <button type="button" className="button main" onClick={() => setOpen(true)}>
        {t('record.open')}
      </button>
    </p>
  );
}

/** Gathers the changes, shows what they would do, and records them. What was shown counts no longer once something is written otherwise. */
function Form({ actor }: { readonly actor: string }): ReactNode {
  const [gathered, setGathered] = useState(NOTHING_GATHERED);
  const { day, changes } = gathered;
  const tried = useMutation({ mutationFn: (body: Changes) => post('/api/v1/organisation/changes/preview', { body }) });
  const recording = useRecording(actor);
  const isBusy = tried.isPending || recording.isPending;
  const file = day === null || changes.length === 0 ? null : (changesFile(day, changes) as unknown as Changes);
  const change = (next: Gathered): void => {
    setGathered(next);
    tried.reset();
    recording.reset();
  };
  if (recording.data)
    return <Recorded of={recording.data} foreseen={tried.data?.cascades ?? []} again={() => change(NOTHING_GATHERED)} />;
  return (
    <>
      <p className="hint">{t('record.hint')}</p>
      <fieldset className="stack" disabled={isBusy} aria-label={t('record.gathered')}>
        <GatherChanges of={gathered} change={change} dayHint={t('record.dayHint')} label={t('record.gathered')} />
        <p>
          <button type="button" className="button" disabled={file === null} onClick={() => file && tried.mutate(file)}>
            {t('record.preview')}
          </button>
        </p>
      </fieldset>
      <Step of={tried} text={t('record.previewing')} />
      {tried.data && <Foreseen of={tried.data} />}
      {tried.data && file && !isBusy && <Confirmed day={file.from} go={() => recording.mutate(file)} />}
      <Step of={recording} text={t('record.recording')} />
    </>
  );
}

interface StepProps {
  readonly of: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown };
  /** What takes so long. */
  readonly text: string;
}

/** That something is under way, or why it was refused. */
function Step({ of: { isPending, isError, error }, text }: StepProps): ReactNode {
  if (isPending)
    return (
      <p className="notice small waiting" role="status">
        {text}
      </p>
    );
  return isError && <Refusal fault={error} />;
}

/** Records changes, once however often they are sent: sent again after a lost answer, the same changes bear the same key. */
function useRecording(actor: string) {
  const sent = useRef({ text: '', key: '' });
  return useAct((changes: Changes) => {
    const text = JSON.stringify(changes);
    if (sent.current.text !== text) sent.current = { text, key: crypto.randomUUID() };
    return post('/api/v1/organisation/changes', { body: { actor, ...changes }, key: sent.current.key });
  });
}

/** Records once somebody has said so twice. */
function Confirmed({ day, go }: { readonly day: string; readonly go: () => void }): ReactNode {
  const [asks, setAsks] = useState(false);
  return (
    <p>
      <button type="button" className="button main" onClick={() => setAsks(true)}>
        {t('record.do')}
      </button>
      {asks && (
        <Dialog title={t('record.confirm')} role="alertdialog" close={() => setAsks(false)}>
          <p>{t('record.confirmHint', { day: formatDate(day) })}</p>
          <p>
            <button
              type="button"
              className="button main"
              onClick={() => {
                setAsks(false);
                go();
              }}
            >
              {t('record.do')}
            </button>
          </p>
        </Dialog>
      )}
    </p>
  );
}

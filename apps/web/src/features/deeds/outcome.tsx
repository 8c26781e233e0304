import type { ItemView, ReportView, UnitPlanView } from '#contracts';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { type Deed, type Doing, SAID } from '../../api/deeds.js';
import { formatInstant } from '../../format/dates.js';
import { t } from '../../i18n/locale.js';
import { dueText, statusText } from '../../i18n/words.js';
import { Dialog } from '../../ui/dialog.js';

/** What became of a deed: that it is recorded, why it was refused, or that somebody else was faster. */
export function Outcome({ doing }: { readonly doing: Doing }): ReactNode {
  const { state, dismiss } = doing;
  const said = useShown(state.is);
  if (state.is === 'conflict') return <Conflict doing={doing} />;
  return (
    <div role="status" className="outcome" ref={said} tabIndex={-1}>
      {state.is === 'busy' && <p className="notice small waiting">{t('do.busy')}</p>}
      {state.is === 'done' && <p className="told">{t(SAID[state.deed.do])}</p>}
      {state.is === 'refused' && (
        <div className="notice small fault">
          <h3>{t('refused.title')}</h3>
          <p>{state.problem.status === 0 ? t('draft.offline') : state.problem.what}</p>
          {state.problem.mend !== '' && <p>{state.problem.mend}</p>}
          <button type="button" className="button small" onClick={dismiss}>
            {t('page.close')}
          </button>
        </div>
      )}
    </div>
  );
}

/** Brings what became of a deed into sight; whoever pressed a button that is gone since goes on from there. */
function useShown(is: Doing['state']['is']): RefObject<HTMLDivElement | null> {
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (is !== 'done' && is !== 'refused') return;
    said.current?.scrollIntoView({ block: 'nearest' });
    said.current?.focus({ preventScroll: true });
  }, [is]);
  return said;
}

/** Both versions side by side, and the choice between them. */
function Conflict({ doing: { state, run, dismiss } }: { readonly doing: Doing }): ReactNode {
  if (state.is !== 'conflict') return null;
  const { deed, seen, now } = state;
  return (
    <Dialog title={t('conflict.title')} isWide role="alertdialog" close={dismiss}>
      <p>{t('conflict.hint')}</p>
      <p className="hint">{t('conflict.seen', { version: seen, now: now.version })}</p>
      <div className="versions">
        <section>
          <h3>{t('conflict.theirs')}</h3>
          <Theirs deed={deed} now={now} />
        </section>
        <section>
          <h3>{t('conflict.yours')}</h3>
          <p className="quoted">{mineOf(deed) || t('conflict.nothing')}</p>
        </section>
      </div>
      <p className="row">
        <button type="button" className="button main" onClick={() => void run(deed, now.version)}>
          {t('conflict.again')}
        </button>
        <button type="button" className="button" onClick={dismiss}>
          {t('conflict.drop')}
        </button>
      </p>
    </Dialog>
  );
}

function Theirs({ deed, now }: { readonly deed: Deed; readonly now: UnitPlanView }): ReactNode {
  const found = theirsOf(deed, now);
  if (!found) return <p className="soft">{t('conflict.nothing')}</p>;
  return (
    <>
      <p>
        {statusText(found.status)}
        {found.due !== null && ` · ${t('column.due')} ${dueText(found)}`}
      </p>
      {found.submittedAt !== null && <p className="soft">{t('report.sentAt', { time: formatInstant(found.submittedAt) })}</p>}
    </>
  );
}

function theirsOf(deed: Deed, { items, reports }: UnitPlanView): ItemView | ReportView | undefined {
  if ('report' in deed) return reports.find(({ id }) => id === deed.report);
  return 'item' in deed ? items.find(({ id }) => id === deed.item) : undefined;
}

function mineOf(deed: Deed): string {
  if (deed.do === 'submit') return deed.note;
  if (deed.do === 'send-report') return deed.content;
  if ('reason' in deed) return deed.reason;
  return 'to' in deed ? deed.to : '';
}

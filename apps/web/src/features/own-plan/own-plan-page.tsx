import type { UnitPlanView } from '#contracts';
import { useQuery as useAnswer, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { get, post, Problem } from '../../api/client.js';
import { refresh, unitPlanQuery } from '../../api/queries.js';
import { useHeads } from '../../api/session.js';
import { isUnset, numberIn } from '../../format/plan-number.js';
import { language, t } from '../../i18n/locale.js';
import { Link } from '../../router/location.js';
import { useActingUnit, useMayWrite } from '../../ui/acting.js';
import { SignInToAct } from '../../ui/sign-in-to-act.js';
import { Dialog } from '../../ui/dialog.js';
import { type Draft, useDraft } from '../../ui/draft.js';
import { DraftNote } from '../../ui/draft-note.js';
import { Loaded } from '../../ui/state.js';
import { useTitle } from '../../ui/title.js';
import { unbroken } from '../../ui/unbroken.js';
import { Conformance, useConformance } from './conformance.js';
import { Issued } from './issued.js';
import { RulesArea } from './rules-area.js';

interface Place {
  readonly plan: string;
  readonly unit: string;
}

/** The unit's own plan below the one that it follows: a ready draft to refine, held against the plan above as it is written, and issued. */
export function OwnPlanPage({ plan, unit }: Place): ReactNode {
  const unitPlan = useAnswer(unitPlanQuery(plan, unit, null));
  return (
    <Loaded of={unitPlan} isWhole>
      {(of) => <Own of={of} />}
    </Loaded>
  );
}

const draftQuery = ({ plan, unit }: Place) => ({
  queryKey: ['draft', plan, unit, language()],
  staleTime: Number.POSITIVE_INFINITY, // what is being written must not change under the hand
  queryFn: (): Promise<string> =>
    get('/api/v1/plans/{plan}/units/{unit}/draft', { path: { plan, unit }, query: { language: language() } }),
});

function Own({ of }: { readonly of: UnitPlanView }): ReactNode {
  useTitle(t('own.title', { unit: of.unit.name }));
  const made = useAnswer(draftQuery({ plan: of.plan, unit: of.unit.id }));
  return (
    <div className="stack">
      <p>
        <Link to={{ name: 'unit-plan', plan: of.plan, unit: of.unit.id }}>‹ {t('unit.document', { unit: of.unit.name })}</Link>
      </p>
      <header>
        <h1>{t('own.title', { unit: of.unit.name })}</h1>
        {of.ownPlan === null && <p className="soft">{t('own.hint')}</p>}
      </header>
      {of.ownPlan === null ? (
        <Loaded of={made}>{(text) => <Writing of={of} made={text} />}</Loaded>
      ) : (
        <Issued plan={of.ownPlan} />
      )}
    </div>
  );
}

function Writing({ of, made }: { readonly of: UnitPlanView; readonly made: string }): ReactNode {
  const draft = useDraft(`${of.plan} ${of.unit.id} own-plan`, made);
  const [line, setLine] = useState<number | null>(null);
  const checked = useConformance(draft.text);
  const acting = useActingUnit();
  const mayWrite = useMayWrite();
  const issuing = useIssuing(of, draft);
  const heads = useHeads();
  const number = numberIn(draft.text);
  const isNumbered = !isUnset(number);
  const canIssue = checked.state === 'valid' && isNumbered && acting === of.unit.id && mayWrite && heads && !issuing.isBusy;
  return (
    <>
      <div className="editor-columns">
        <section className="stack">
          <RulesArea label={t('own.text')} text={draft.text} change={draft.write} line={line} />
          <DraftNote draft={draft} />
        </section>
        <aside className="panel conformance">
          <h2>{t('own.check')}</h2>
          <Conformance checked={checked} goTo={setLine} />
          <p className="row">
            <button type="button" className="button main" disabled={!canIssue} onClick={issuing.ask}>
              {t('do.issue')}
            </button>
            <a
              className="button"
              href={`data:text/plain;charset=utf-8,${encodeURIComponent(draft.text)}`}
              download="ke-hoach.thac"
            >
              {t('own.download')}
            </a>
          </p>
          <Obstacles why={[!isNumbered && t('own.number', { number }), mayWrite && !heads && t('own.role')]} />
          {acting !== of.unit.id && <p className="hint">{t('item.yours', { unit: of.unit.name })}</p>}
          {!mayWrite && <SignInToAct />}
          {issuing.outcome}
        </aside>
      </div>
      {issuing.dialog}
    </>
  );
}

const Obstacles = ({ why }: { readonly why: readonly (string | false)[] }): ReactNode =>
  why.some(Boolean) && <ul className="hint obstacles">{why.map((each) => each && <li key={each}>{unbroken(each)}</li>)}</ul>;

type Issuing =
  | { readonly is: 'idle' | 'asking' | 'busy' }
  | { readonly is: 'done'; readonly plan: string; readonly number: string }
  | { readonly is: 'failed'; readonly problem: Problem };

/** Issues the text, after asking: it cannot be taken back. */
function useIssuing(of: UnitPlanView, draft: Draft): { isBusy: boolean; ask: () => void; outcome: ReactNode; dialog: ReactNode } {
  const client = useQueryClient();
  const acting = useActingUnit();
  const [state, setState] = useState<Issuing>({ is: 'idle' });
  const [key] = useState(() => crypto.randomUUID());
  const issue = async (version: number): Promise<void> => {
    setState({ is: 'busy' });
    const path = { plan: of.plan, unit: of.unit.id };
    const ifMatch = `"${version}"`;
    try {
      const body = { text: draft.text, actor: acting ?? '' };
      const { plan } = await post('/api/v1/plans/{plan}/units/{unit}/own-plan', {
        path,
        body,
        ifMatch,
        key: `${key}-${version}`,
      });
      setState({ is: 'done', plan, number: numberIn(draft.text) });
      draft.drop();
      await refresh(client);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setState({ is: 'failed', problem: error });
      if (error.status === 412 || error.status === 409) await refresh(client);
    }
  };
  const close = (): void => setState({ is: 'idle' });
  return {
    isBusy: state.is === 'busy',
    ask: () => setState({ is: 'asking' }),
    outcome: <IssueOutcome state={state} />,
    dialog: state.is === 'asking' && (
      <Dialog title={t('own.confirm')} role="alertdialog" close={close}>
        <p>{t('own.confirmHint')}</p>
        <p className="row">
          <button type="button" className="button main" onClick={() => void issue(of.version)}>
            {t('do.issue')}
          </button>
          <button type="button" className="button" onClick={close}>
            {t('page.cancel')}
          </button>
        </p>
      </Dialog>
    ),
  };
}

function IssueOutcome({ state }: { readonly state: Issuing }): ReactNode {
  if (state.is === 'busy') return <p className="notice small waiting">{t('do.busy')}</p>;
  if (state.is === 'done') {
    return (
      <p className="told" role="status">
        <Link to={{ name: 'plan', plan: state.plan, view: 'overview' }}>{t('own.issued', { plan: state.number })}</Link>
      </p>
    );
  }
  if (state.is !== 'failed') return null;
  const { status, what, mend, parts } = state.problem;
  return (
    <div className="notice small fault" role="alert">
      <h3>{t(status === 412 ? 'conflict.title' : 'refused.title')}</h3>
      <p>{status === 0 ? t('draft.offline') : what}</p>
      {mend !== '' && <p>{mend}</p>}
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      {status === 412 && <p className="hint">{t('conflict.hint')}</p>}
    </div>
  );
}

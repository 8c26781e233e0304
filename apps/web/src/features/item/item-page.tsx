import type { ItemView, UnitPlanView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDeeds } from '../../api/deeds.js';
import { historyQuery, plansQuery, unitPlanQuery } from '../../api/queries.js';
import { useActs, useHeads } from '../../api/session.js';
import { t } from '../../i18n/locale.js';
import { dueText, itemTitle, kindText, obligationText, periodText, statusText, stepText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import { type Stance, useStance } from '../../ui/acting.js';
import { Absent, BackLink } from '../../ui/back-link.js';
import { type Draft, useDraft } from '../../ui/draft.js';
import { SignInToAct } from '../../ui/sign-in-to-act.js';
import { MomentChoice, useAsOf, useToday } from '../../ui/moment.js';
import { Fact } from '../../ui/fact.js';
import { TimeTag } from '../../ui/standing.js';
import { Loaded } from '../../ui/state.js';
import { useTitle } from '../../ui/title.js';
import { ExtensionFact, LaterDay, useIssuers } from '../deeds/extension-request.js';
import { JudgeForm } from '../deeds/judge-form.js';
import { Outcome } from '../deeds/outcome.js';
import { DraftForm, Unsent } from '../deeds/text-form.js';
import { WhyButton } from '../why/why-button.js';
import { History } from '../history/history.js';

interface Place {
  readonly plan: string;
  readonly unit: string;
  readonly item: string;
}

/** One item: what it is, what can be done about it now, and everything that happened to it. */
export function ItemPage({ plan, unit, item }: Place): ReactNode {
  useTitle(obligationText(`item ${item}`));
  const unitPlan = useAnswer(unitPlanQuery(plan, unit, useAsOf()));
  return (
    <Loaded of={unitPlan} isWhole>
      {(of) => {
        const found = of.items.find(({ id }) => id === item);
        return found ? <OneItem of={of} item={found} /> : <Absent title={t('items.empty')} of={of} />;
      }}
    </Loaded>
  );
}

interface OneItemProps {
  readonly of: UnitPlanView;
  readonly item: ItemView;
}

function OneItem({ of, item }: OneItemProps): ReactNode {
  const today = useToday();
  const isPast = useAsOf() !== null;
  return (
    <div className="stack">
      <div className="row spread no-print">
        <BackLink of={of} />
        {isPast && <MomentChoice />}
      </div>
      <article className="panel stack">
        <header>
          <p className="soft">{item.explains === null ? t('item.title', { no: item.task }) : of.unit.name}</p>
          <h1>
            {itemTitle(item)}
            {item.period !== null && <span className="soft"> ({periodText(item.period)})</span>}
          </h1>
        </header>
        <Facts item={item} today={today} />
        <Actions key={item.id} of={of} item={item} />
      </article>
      <History plan={of.plan} unit={of.unit.id} item={item.id} />
    </div>
  );
}

function Facts({ item, today }: { readonly item: ItemView; readonly today: string }): ReactNode {
  const plans = useAnswer(plansQuery());
  const source = plans.data?.find(({ id }) => id === item.source);
  const at = useAsOf() ?? undefined;
  const about = { plan: item.plan, unit: item.unit.id, obligation: `item ${item.id}`, at };
  return (
    <dl className="facts">
      <Fact name={t('item.due')}>
        {item.due === null ? kindText(item.deadlineKind) : dueText(item)} <TimeTag of={item} today={today} />{' '}
        <WhyButton of={{ ...about, aspect: 'due' }} about={t('item.due')} />
      </Fact>
      {item.extension !== null && (
        <Fact name={t('ask.title')}>
          <ExtensionFact of={item} />
        </Fact>
      )}
      <Fact name={t('item.state')}>
        {statusText(item.status)} <WhyButton of={{ ...about, aspect: 'state' }} about={t('item.state')} />
      </Fact>
      {item.deliverable !== null && <Fact name={t('item.deliverable')}>{item.deliverable}</Fact>}
      <Fact name={t('item.unit')}>
        {item.unit.name} <WhyButton of={{ ...about, aspect: 'existence' }} about={t('item.unit')} />
      </Fact>
      <Fact name={t('item.source')}>
        <Link to={{ name: 'plan', plan: item.source, view: 'overview' }}>{source?.number ?? item.source}</Link>
      </Fact>
      {item.escalated.length > 0 && (
        <div className="facts-row">
          <dt>{t('overview.escalations')}</dt>
          {item.escalated.map((step) => (
            <dd key={step}>
              {stepText(step)} <WhyButton of={{ ...about, step }} about={stepText(step)} />
            </dd>
          ))}
        </div>
      )}
      {item.awaits !== null && <Fact name={t('item.waits')}>{item.awaits}</Fact>}
      {item.resolver !== null && <Fact name={t('item.resolver')}>{item.resolver}</Fact>}
      {item.explains !== null && <Explained item={item} obligation={item.explains} />}
    </dl>
  );
}

/** What an explanation is about, and the way there. */
function Explained({ item, obligation }: { readonly item: ItemView; readonly obligation: string }): ReactNode {
  const late = /^item (.+)$/.exec(obligation)?.[1];
  const said = obligationText(obligation);
  return (
    <Fact name={t('item.explains')}>
      {late ? <Link to={{ name: 'item', plan: item.plan, unit: item.unit.id, item: late }}>{said}</Link> : said}
    </Fact>
  );
}

const WORKING = ['assigned', 'received', 'in-progress', 'returned'];
const EXTENDABLE = [...WORKING, 'dormant'];

function Actions({ of, item }: OneItemProps): ReactNode {
  const stance = useStance(of.unit.id);
  const doing = useDeeds({ plan: of.plan, unit: of.unit.id });
  const draft = useDraft(`${of.plan} ${of.unit.id} item ${item.id}`);
  const given = { of, item, doing, draft, isBusy: doing.state.is === 'busy' };
  const acts = stance === 'owner' || stance === 'other';
  const heads = useHeads();
  return (
    <section className="stack no-print">
      <Outcome doing={doing} />
      {stance === 'owner' && <Left {...given} />}
      {WORKING.includes(item.status) && <Working {...given} stance={stance} />}
      {stance === 'owner' && item.status === 'submitted' && <p className="hint">{t('item.handedIn')}</p>}
      {stance === 'other' && item.status === 'submitted' && (heads ? <Judge {...given} /> : <ForHeads of={of} item={item} />)}
      {acts && item.due !== null && EXTENDABLE.includes(item.status) && <Later {...given} stance={stance} />}
    </section>
  );
}

/** What was being written when the item was handed in by somebody else. */
const Left = ({ item, doing, draft }: WorkProps): ReactNode =>
  doing.state.is === 'idle' && !WORKING.includes(item.status) && <Unsent draft={draft} />;

/** Another date for it. */
const Later = ({ of, item, doing, stance }: DoingProps & { readonly stance: Stance }): ReactNode => (
  <LaterDay of={item} subject={{ item: item.id }} doing={doing} seen={of.version} stance={stance} issuers={useIssuers(item)} />
);

function Working({ stance, ...given }: WorkProps & { readonly stance: Stance }): ReactNode {
  const acts = useActs();
  if (stance === 'owner') return <Work {...given} />;
  if (stance === 'reader') return <SignInToAct />;
  if (!acts) return null;
  return <p className="hint">{t('item.yours', { unit: given.of.unit.name })}</p>;
}

/** The next step, and the result. Standing items have none: they are answered for in reports. */
function Work({ of, item, doing, draft, isBusy }: WorkProps): ReactNode {
  const begins = item.status === 'received' || item.status === 'returned';
  const step = item.status === 'assigned' ? 'receive' : begins ? 'start' : null;
  return (
    <>
      {step && (
        <p>
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => void doing.run({ do: step, item: item.id }, of.version)}
          >
            {t(`do.${step}`)}
          </button>
        </p>
      )}
      {item.deadlineKind === 'standing' ? (
        <p className="hint">{t('item.standing')}</p>
      ) : (
        <DraftForm
          draft={draft}
          label={t('item.note')}
          hint={t('item.noteHint')}
          rows={4}
          button={t('do.report')}
          autoFocus
          isBusy={isBusy}
          send={(note) => doing.run({ do: 'submit', item: item.id, note }, of.version)}
        />
      )}
    </>
  );
}

interface DoingProps extends OneItemProps {
  readonly doing: ReturnType<typeof useDeeds>;
  readonly isBusy: boolean;
}

interface WorkProps extends DoingProps {
  /** The result as it is being written. */
  readonly draft: Draft;
}

const Judge = ({ of, item, doing, isBusy }: DoingProps): ReactNode => (
  <>
    <HandedIn of={of} item={item} />
    <JudgeForm
      name={`${of.plan} ${of.unit.id} return ${item.id}`}
      isBusy={isBusy}
      accept={() => void doing.run({ do: 'accept', item: item.id }, of.version)}
      sendBack={(reason) => doing.run({ do: 'return', item: item.id, reason }, of.version)}
    />
  </>
);

/** Whoever may not judge reads it. */
const ForHeads = (given: OneItemProps): ReactNode => (
  <>
    <HandedIn {...given} />
    <p className="hint">{t('judge.byHeads')}</p>
  </>
);

/** What was handed in last: whoever judges it reads it first. */
function HandedIn({ of, item }: OneItemProps): ReactNode {
  const history = useAnswer(historyQuery(of.plan, of.unit.id, item.id));
  const data = history.data?.findLast(({ type }) => type === 'ItemSubmitted')?.data;
  const note = (data as { readonly note?: string } | undefined)?.note;
  if (!note) return null;
  return (
    <div>
      <p className="hint">{t('item.note')}</p>
      <p className="said-text" translate="no">
        {note}
      </p>
    </div>
  );
}

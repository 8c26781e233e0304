import type { Desk, ItemView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { type Deed, useDeeds } from '../../api/deeds.js';
import { deskQuery, plansQuery } from '../../api/queries.js';
import { sessionQuery } from '../../api/session.js';
import { t } from '../../i18n/locale.js';
import { dateText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import { useActFor, useActingUnit, useMayWrite } from '../../ui/acting.js';
import { MomentChoice, useAsOf, useToday } from '../../ui/moment.js';
import { TimeTag } from '../../ui/standing.js';
import { Empty, Loaded } from '../../ui/state.js';
import { useTitle } from '../../ui/title.js';
import { unbroken } from '../../ui/unbroken.js';
import { UnitChoice } from '../../ui/unit-choice.js';
import { Outcome } from '../deeds/outcome.js';
import { Asked } from './asked.js';
import { type Tell, telling, Told } from './told.js';
import { ItemTable, type OfPlans, ReportTable } from '../unit-plan/parts.js';

/** What a unit has to do, over all plans. */
export function DeskPage(): ReactNode {
  const acting = useActingUnit();
  const session = useAnswer(sessionQuery());
  useTitle(t('nav.desk'));
  return (
    <Loaded of={session} isWhole>
      {() => (acting === null ? <NoUnit /> : <DeskOf unit={acting} key={acting} />)}
    </Loaded>
  );
}

/** Those whose rights name no unit choose whose desk they look at. */
function NoUnit(): ReactNode {
  const actFor = useActFor();
  return (
    <Empty isWhole title={t('desk.noUnit')} hint={`${t('desk.noUnitHint')} ${t('acting.note')}`}>
      <div className="field">
        <UnitChoice label={t('column.unit')} value={null} choose={actFor} />
      </div>
    </Empty>
  );
}

function DeskOf({ unit }: { readonly unit: string }): ReactNode {
  const desk = useAnswer(deskQuery(unit, useAsOf()));
  return (
    <Loaded of={desk} isWhole>
      {(of) => <Shown desk={of} />}
    </Loaded>
  );
}

function Shown({ desk }: { readonly desk: Desk }): ReactNode {
  const today = useToday();
  const plans = useSeveralPlans(desk);
  const { overdue, dueSoon, open, reports, duties, waitingForMe: waiting } = desk;
  const waits = waitsOf(waiting);
  const [deed, tell] = useState<Deed | null>(null);
  const isEmpty = overdue.length + dueSoon.length + open.length + reports.length + duties.length + waits === 0;
  return (
    <div className="stack">
      <div className="row spread">
        <h1>{t('desk.title', { unit: desk.unit.name })}</h1>
        <MomentChoice />
      </div>
      <Summary desk={desk} />
      <Told deed={deed} />
      {isEmpty && <Empty title={t('desk.empty')} />}
      <NewItems items={[...overdue, ...dueSoon, ...open]} unit={desk.unit.id} tell={tell} />
      <Items title={t('desk.overdue')} items={overdue} today={today} plans={plans} id="overdue" />
      <Items title={t('desk.dueSoon')} items={dueSoon} today={today} plans={plans} id="soon" />
      {reports.length > 0 && (
        <Part title={t('desk.reports')} id="reports">
          <ReportTable
            reports={reports}
            today={today}
            plans={plans}
            actions={({ plan, unit, id, status }) => (
              <Link className="button small" to={{ name: 'report', plan, unit: unit.id, report: id }}>
                {t(status === 'expected' || status === 'returned' ? 'do.send' : 'do.open')}
              </Link>
            )}
          />
        </Part>
      )}
      <Duties desk={desk} today={today} />
      {waits > 0 && <Waiting desk={desk} today={today} plans={plans} tell={tell} />}
      <Items title={t('desk.open')} items={open} today={today} plans={plans} id="open" />
    </div>
  );
}

const waitsOf = ({ items, reports, extensionItems, extensionReports }: Desk['waitingForMe']): number =>
  items.length + reports.length + extensionItems.length + extensionReports.length;

/** Numbers of plans by id, where a desk has work of several. */
function useSeveralPlans({ overdue, dueSoon, open, reports, waitingForMe: waiting }: Desk): OfPlans['plans'] {
  const known = useAnswer(plansQuery());
  const rows = [
    ...overdue,
    ...dueSoon,
    ...open,
    ...reports,
    ...waiting.items,
    ...waiting.reports,
    ...waiting.extensionItems,
    ...waiting.extensionReports,
  ];
  const several = new Set(rows.map(({ plan }) => plan)).size > 1;
  return several ? new Map(known.data?.map(({ id, number }) => [id, number])) : undefined;
}

const Part = ({
  title,
  id,
  children,
}: {
  readonly title: string;
  readonly id: string;
  readonly children: ReactNode;
}): ReactNode => (
  <section className="panel" id={`desk-${id}`} tabIndex={-1}>
    <h2>{title}</h2>
    {children}
  </section>
);

const isOverdue = ({ timeliness }: { readonly timeliness: string }): boolean => timeliness === 'overdue';

/** How much of what; each number leads to its list. */
function Summary({ desk }: { readonly desk: Desk }): ReactNode {
  const { overdue, dueSoon, open, reports, duties, waitingForMe: waiting } = desk;
  const isLate: Readonly<Record<string, boolean>> = {
    overdue: overdue.length > 0,
    reports: reports.some(isOverdue),
    duties: duties.some(isOverdue),
  };
  const counts = [
    ['overdue', t('desk.overdue'), overdue.length],
    ['soon', t('desk.dueSoon'), dueSoon.length],
    ['reports', t('desk.reports'), reports.length],
    ['duties', t('desk.duties'), duties.length],
    ['waiting', t('desk.waiting'), waitsOf(waiting)],
    ['open', t('desk.open'), open.length],
  ] as const;
  return (
    <nav aria-label={t('desk.counts')} className="desk-counts">
      {counts.map(([id, label, count]) => (
        <a
          key={id}
          href={`#desk-${id}`}
          className={`desk-count ${isLate[id] ? 'bad' : ''}`}
          aria-disabled={count === 0}
          onClick={(event) => {
            event.preventDefault();
            const part = document.getElementById(`desk-${id}`);
            part?.scrollIntoView({ block: 'start' });
            part?.focus({ preventScroll: true });
          }}
        >
          <strong>{count}</strong> {label}
        </a>
      ))}
    </nav>
  );
}

interface ItemsProps extends OfPlans {
  readonly title: string;
  readonly items: readonly ItemView[];
  readonly today: string;
  readonly id: string;
}

const Items = ({ title, items, today, plans, id }: ItemsProps): ReactNode =>
  items.length > 0 && (
    <Part title={title} id={id}>
      <ItemTable
        items={items}
        today={today}
        plans={plans}
        keepsOrder
        actions={({ plan, unit, id: item, task, status, deadlineKind }) =>
          status === 'submitted' || deadlineKind === 'standing' ? null : (
            <Link
              className="button small"
              to={{ name: 'item', plan, unit: unit.id, item }}
              aria-label={`${t('do.report')}: ${task}`}
            >
              {t('do.report')}
            </Link>
          )
        }
      />
    </Part>
  );

interface WaitingProps extends OfPlans {
  readonly desk: Desk;
  readonly today: string;
  readonly tell: Tell;
}

/** What others handed in, or ask for, and wait for. */
const Waiting = ({ desk: { waitingForMe }, today, plans, tell }: WaitingProps): ReactNode => (
  <Part title={t('desk.waiting')} id="waiting">
    {waitingForMe.items.length > 0 && (
      <ItemTable
        items={waitingForMe.items}
        today={today}
        plans={plans}
        keepsOrder
        actions={({ unit }) => <span className="soft">{t('desk.from', { unit: unit.name })}</span>}
      />
    )}
    {waitingForMe.reports.length > 0 && (
      <ReportTable
        reports={waitingForMe.reports}
        today={today}
        plans={plans}
        actions={({ unit }) => <span className="soft">{t('desk.from', { unit: unit.name })}</span>}
      />
    )}
    <Asked of={waitingForMe} plans={plans} tell={tell} />
  </Part>
);

function Duties({ desk: { unit, duties }, today }: { readonly desk: Desk; readonly today: string }): ReactNode {
  const plans = useAnswer(plansQuery());
  if (duties.length === 0) return null;
  return (
    <Part title={t('desk.duties')} id="duties">
      <ul className="plain-list">
        {duties.map((duty) => (
          <li key={`${duty.planId} ${duty.id}`} className="row spread">
            <span>
              {unbroken(t('desk.ofPlan', { plan: plans.data?.find(({ id }) => id === duty.planId)?.number ?? duty.planId }))}
              {duty.sendTo && `, ${t('unit.sendTo', { unit: duty.sendTo.name })}`} · {t('column.due')} {dateText(duty.due)}{' '}
              <TimeTag of={{ timeliness: duty.timeliness, daysLate: 0, due: duty.due }} today={today} />
            </span>
            <Link className="button small" to={{ name: 'own-plan', plan: duty.planId, unit: unit.id }}>
              {t('unit.draft')}
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface NewProps {
  readonly unit: string;
  readonly tell: Tell;
}

/** What has been assigned and not been acknowledged, plan by plan: clocks that run from receipt start with it. */
function NewItems({ items, unit, tell }: NewProps & { readonly items: readonly ItemView[] }): ReactNode {
  const mayWrite = useMayWrite();
  const fresh = items.filter(({ status }) => status === 'assigned');
  const plans = [...new Set(fresh.map(({ plan }) => plan))];
  if (!mayWrite) return null;
  return plans.map((plan) => (
    <NewOfPlan key={plan} plan={plan} unit={unit} tell={tell} count={fresh.filter((item) => item.plan === plan).length} />
  ));
}

function NewOfPlan({ plan, unit, count, tell }: NewProps & { readonly plan: string; readonly count: number }): ReactNode {
  const plans = useAnswer(plansQuery());
  const doing = telling(useDeeds({ plan, unit }), tell);
  const id = useId();
  return (
    <section className="notice small row spread" aria-labelledby={id}>
      <p id={id}>
        {t('desk.newItems', { count })},{' '}
        <Link to={{ name: 'unit-plan', plan, unit }}>
          {unbroken(
            t('desk.ofPlan', { plan: plans.isPending ? '…' : (plans.data?.find((each) => each.id === plan)?.number ?? plan) }),
          )}
        </Link>
        .
      </p>
      <button
        type="button"
        className="button"
        disabled={doing.state.is === 'busy'}
        onClick={() => void doing.run({ do: 'receive-all' })}
      >
        {t('desk.received')}
      </button>
      <Outcome doing={doing} />
    </section>
  );
}

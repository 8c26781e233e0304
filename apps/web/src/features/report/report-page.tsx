import type { UnitPlanView, WrittenReportView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Doing, useDeeds } from '../../api/deeds.js';
import { plansQuery, unitPlanQuery } from '../../api/queries.js';
import { formatDate, formatInstant } from '../../format/dates.js';
import { useActs, useHeads } from '../../api/session.js';
import { t } from '../../i18n/locale.js';
import { dueText, statusText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import { type Stance, useStance } from '../../ui/acting.js';
import { Absent, BackLink } from '../../ui/back-link.js';
import { type Draft, useDraft } from '../../ui/draft.js';
import { SignInToAct } from '../../ui/sign-in-to-act.js';
import { MomentChoice, useAsOf, useToday } from '../../ui/moment.js';
import { Fact } from '../../ui/fact.js';
import { TimeTag } from '../../ui/standing.js';
import { Loaded } from '../../ui/state.js';
import { useUnitNames } from '../../ui/unit-names.js';
import { useTitle } from '../../ui/title.js';
import { ExtensionFact, LaterDay } from '../deeds/extension-request.js';
import { JudgeForm } from '../deeds/judge-form.js';
import { Outcome } from '../deeds/outcome.js';
import { DraftForm, Unsent } from '../deeds/text-form.js';
import { WhyButton } from '../why/why-button.js';
import { reportPeriod } from '../unit-plan/parts.js';

interface Place {
  readonly plan: string;
  readonly unit: string;
  readonly report: string;
}

/** One report: its period, its way, what it takes in; to write and send, to accept or send back. */
export function ReportPage({ plan, unit, report }: Place): ReactNode {
  const unitPlan = useAnswer(unitPlanQuery(plan, unit, useAsOf()));
  return (
    <Loaded of={unitPlan} isWhole>
      {(of) => {
        const found = of.reports.find(({ id }) => id === report);
        return found ? <OneReport of={of} report={found} /> : <Absent title={t('report.none')} of={of} />;
      }}
    </Loaded>
  );
}

interface OneReportProps {
  readonly of: UnitPlanView;
  readonly report: WrittenReportView;
}

function OneReport({ of, report }: OneReportProps): ReactNode {
  const title = t('report.title', { period: reportPeriod(report) });
  useTitle(title);
  const isPast = useAsOf() !== null;
  return (
    <div className="stack">
      <div className="row spread no-print">
        <BackLink of={of} />
        {isPast && <MomentChoice />}
      </div>
      <article className="panel stack">
        <header>
          <p className="soft">
            {of.unit.name}
            {report.consolidated && ` · ${t('unit.consolidated')}`}
          </p>
          <h1>{title}</h1>
        </header>
        <Facts report={report} />
        <Sent report={report} />
        {report.inputs.expected > 0 && <Inputs report={report} />}
        <Actions key={report.id} of={of} report={report} />
      </article>
    </div>
  );
}

function Facts({ report }: { readonly report: WrittenReportView }): ReactNode {
  const today = useToday();
  const about = { plan: report.plan, unit: report.unit.id, obligation: `report ${report.id}`, at: useAsOf() ?? undefined };
  const plans = useAnswer(plansQuery());
  const via = [report.via, ...report.viaNext].filter((unit) => unit !== null);
  return (
    <dl className="facts">
      <Fact name={t('item.due')}>
        {dueText(report)} <TimeTag of={report} today={today} />{' '}
        <WhyButton of={{ ...about, aspect: 'due' }} about={t('item.due')} />
      </Fact>
      {report.extension !== null && (
        <Fact name={t('ask.title')}>
          <ExtensionFact of={report} />
        </Fact>
      )}
      <Fact name={t('item.state')}>
        {statusText(report.status)} <WhyButton of={{ ...about, aspect: 'state' }} about={t('item.state')} />
      </Fact>
      <Fact name={t('column.period')}>
        {t('report.window', { from: formatDate(report.from), until: formatDate(report.until) })}
      </Fact>
      <Fact name={t('column.to')}>
        {t('report.to', { unit: report.to.name })} <WhyButton of={{ ...about, aspect: 'report' }} about={t('column.to')} />
        {via.map((unit) => (
          <p key={unit.id}>{t('report.via', { unit: unit.name })}</p>
        ))}
        {report.copies.length > 0 && <p>{t('report.copies', { units: report.copies.map(({ name }) => name).join(', ') })}</p>}
      </Fact>
      <Fact name={t('report.plan')}>
        <Link to={{ name: 'plan', plan: report.plan, view: 'overview' }}>
          {plans.data?.find(({ id }) => id === report.plan)?.number ?? report.plan}
        </Link>
      </Fact>
      {report.submittedAt !== null && <Fact name={t('report.sent')}>{formatInstant(report.submittedAt)}</Fact>}
    </dl>
  );
}

/** What it says: whoever judges it reads it first; whoever sends it anew sees what was sent. */
const Sent = ({ report: { content } }: { readonly report: WrittenReportView }): ReactNode =>
  content !== null && (
    <section>
      <h2>{t('report.content')}</h2>
      <p className="said-text" translate="no">
        {content}
      </p>
    </section>
  );

function Inputs({ report: { inputs } }: Pick<OneReportProps, 'report'>): ReactNode {
  const names = useUnitNames(inputs.missing);
  const { expected, received, missing } = inputs;
  return (
    <section>
      <p>{t('report.inputs', { received, expected })}</p>
      {missing.length > 0 && (
        <p className="soft">{t('report.missing', { units: missing.map((unit) => names.get(unit) ?? unit).join(', ') })}</p>
      )}
    </section>
  );
}

const WORKING = ['expected', 'returned'];
const WRITTEN_ROWS = 12;

function Actions({ of, report }: OneReportProps): ReactNode {
  const stance = useStance(of.unit.id);
  const doing = useDeeds({ plan: of.plan, unit: of.unit.id });
  const draft = useDraft(`${of.plan} ${of.unit.id} report ${report.id}`);
  const works = WORKING.includes(report.status);
  const acts = stance === 'owner' || stance === 'other';
  const heads = useHeads();
  return (
    <section className="stack no-print">
      <Outcome doing={doing} />
      {stance === 'owner' && doing.state.is === 'idle' && !works && <Unsent draft={draft} />}
      {works && <Writing of={of} report={report} doing={doing} draft={draft} stance={stance} />}
      {stance === 'other' &&
        report.status === 'submitted' &&
        (heads ? <Judge of={of} report={report} doing={doing} /> : <p className="hint">{t('judge.byHeads')}</p>)}
      {acts && report.due !== null && works && (
        <LaterDay
          of={report}
          subject={{ report: report.id }}
          doing={doing}
          seen={of.version}
          stance={stance}
          issuers={[report.to]}
        />
      )}
    </section>
  );
}

type DoingProps = OneReportProps & { readonly doing: Doing };

function Writing({
  of,
  report,
  doing,
  draft,
  stance,
}: DoingProps & { readonly draft: Draft; readonly stance: Stance }): ReactNode {
  const acts = useActs();
  if (stance === 'reader') return <SignInToAct />;
  if (!acts) return null;
  if (stance !== 'owner') return <p className="hint">{t('item.yours', { unit: of.unit.name })}</p>;
  return (
    <DraftForm
      draft={draft}
      label={t('report.content')}
      hint={t('report.contentHint')}
      rows={WRITTEN_ROWS}
      button={t('do.send')}
      autoFocus
      isBusy={doing.state.is === 'busy'}
      send={(content) => doing.run({ do: 'send-report', report: report.id, content }, of.version)}
    />
  );
}

const Judge = ({ of, report, doing }: DoingProps): ReactNode => (
  <JudgeForm
    name={`${of.plan} ${of.unit.id} return-report ${report.id}`}
    isBusy={doing.state.is === 'busy'}
    accept={() => void doing.run({ do: 'accept-report', report: report.id }, of.version)}
    sendBack={(reason) => doing.run({ do: 'return-report', report: report.id, reason }, of.version)}
  />
);

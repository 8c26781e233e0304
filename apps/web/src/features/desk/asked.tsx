import type { Desk, ItemView, ReportView } from '#contracts';
import type { ReactNode } from 'react';
import { type Subject, useDeeds } from '../../api/deeds.js';
import { useHeads } from '../../api/session.js';
import { t } from '../../i18n/locale.js';
import { dateText, dueText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import { useMayWrite } from '../../ui/acting.js';
import { ItemLink } from '../../ui/item-link.js';
import { AnswerExtension, useIssuers } from '../deeds/extension-request.js';
import { Outcome } from '../deeds/outcome.js';
import { type OfPlans, PlanNumber, reportPeriod } from '../unit-plan/parts.js';
import { type Tell, telling } from './told.js';

interface AskedProps extends OfPlans {
  readonly of: Desk['waitingForMe'];
  readonly tell: Tell;
}

/** Later days that others ask this unit for, to grant or to refuse. */
export function Asked({ of: { extensionItems, extensionReports }, plans, tell }: AskedProps): ReactNode {
  if (extensionItems.length + extensionReports.length === 0) return null;
  return (
    <ul className="plain-list" aria-label={t('ask.title')}>
      {extensionItems.map((item) => (
        <AskedItem key={`${item.plan} ${item.unit.id} ${item.id}`} of={item} plans={plans} tell={tell} />
      ))}
      {extensionReports.map((report) => (
        <AskedReport key={`${report.plan} ${report.unit.id} ${report.id}`} of={report} plans={plans} tell={tell} />
      ))}
    </ul>
  );
}

interface OneProps<T> extends OfPlans {
  readonly of: T;
  readonly tell: Tell;
}

const AskedItem = ({ of, plans, tell }: OneProps<ItemView>): ReactNode => (
  <One of={of} plans={plans} tell={tell} subject={{ item: of.id }} issuers={useIssuers(of)}>
    <ItemLink of={of} />
  </One>
);

const AskedReport = ({ of, plans, tell }: OneProps<ReportView>): ReactNode => (
  <One of={of} plans={plans} tell={tell} subject={{ report: of.id }} issuers={[of.to]}>
    <Link to={{ name: 'report', plan: of.plan, unit: of.unit.id, report: of.id }}>
      {t('report.title', { period: reportPeriod(of) })}
    </Link>
  </One>
);

interface RequestProps extends OneProps<ItemView | ReportView> {
  readonly subject: Subject;
  readonly issuers: ReturnType<typeof useIssuers>;
  readonly children: ReactNode;
}

/** Who asks for what, until when and why; below it, the answer. */
function One({ of, plans, tell, subject, issuers, children }: RequestProps): ReactNode {
  const doing = telling(useDeeds({ plan: of.plan, unit: of.unit.id }), tell);
  const heads = useHeads();
  const mayWrite = useMayWrite();
  const { extension } = of;
  if (extension === null) return null;
  return (
    <li className="stack">
      <p>
        {children}
        <PlanNumber plan={of.plan} plans={plans} />
      </p>
      <p>
        {t('ask.of', { unit: of.unit.name, to: dateText(extension.to) })}{' '}
        <span className="soft">
          ({t('column.due')} {dueText(of)})
        </span>
      </p>
      <p className="said-text" translate="no">
        {extension.reason}
      </p>
      <Outcome doing={doing} />
      {mayWrite && (
        <details>
          <summary>{t('ask.answer')}</summary>
          {!heads && <p className="hint">{t('judge.byHeads')}</p>}
          {heads && issuers.length > 0 && <AnswerExtension of={of} subject={subject} doing={doing} issuers={issuers} />}
        </details>
      )}
    </li>
  );
}

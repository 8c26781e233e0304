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
import { reportPeriod } from '../unit-plan/parts.js';

interface AskedProps {
  readonly of: Desk['waitingForMe'];
  /** Numbers of plans by id, where the desk has work of several. */
  readonly plans: ReadonlyMap<string, string> | undefined;
}

/** Later days that others ask this unit for, to grant or to refuse. */
export function Asked({ of: { extensionItems, extensionReports }, plans }: AskedProps): ReactNode {
  if (extensionItems.length + extensionReports.length === 0) return null;
  return (
    <ul className="plain-list" aria-label={t('ask.title')}>
      {extensionItems.map((item) => (
        <AskedItem key={`${item.plan} ${item.unit.id} ${item.id}`} of={item} plan={plans?.get(item.plan)} />
      ))}
      {extensionReports.map((report) => (
        <AskedReport key={`${report.plan} ${report.unit.id} ${report.id}`} of={report} plan={plans?.get(report.plan)} />
      ))}
    </ul>
  );
}

interface OneProps<T> {
  readonly of: T;
  readonly plan: string | undefined;
}

const AskedItem = ({ of, plan }: OneProps<ItemView>): ReactNode => (
  <One of={of} plan={plan} subject={{ item: of.id }} issuers={useIssuers(of)}>
    <ItemLink of={of} />
  </One>
);

const AskedReport = ({ of, plan }: OneProps<ReportView>): ReactNode => (
  <One of={of} plan={plan} subject={{ report: of.id }} issuers={[of.to]}>
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
function One({ of, plan, subject, issuers, children }: RequestProps): ReactNode {
  const doing = useDeeds({ plan: of.plan, unit: of.unit.id });
  const heads = useHeads();
  const mayWrite = useMayWrite();
  const { extension } = of;
  if (extension === null) return null;
  return (
    <li className="stack">
      <p>
        {children} {plan !== undefined && <span className="soft unbroken">· {plan}</span>}
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

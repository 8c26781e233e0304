import type { ReactNode } from 'react';
import { t } from '../i18n/locale.js';
import { obligationText, periodText } from '../i18n/words.js';
import { Link } from '../router/location.js';
import type { Route } from '../router/routes.js';

interface ObligationLinkProps {
  readonly plan: string;
  readonly of: {
    readonly unit: { readonly id: string };
    readonly obligation: string;
    /** Of an item's task; null for reports and duties. */
    readonly title: string | null;
  };
}

/** An obligation by its kind and number: `item 1.2`, `report 1@2022-9M`, `duty 1`. */
export function ObligationLink({ plan, of: { unit, obligation, title } }: ObligationLinkProps): ReactNode {
  const [kind = '', ...rest] = obligation.split(' ');
  const id = rest.join(' ');
  const place = { plan, unit: unit.id };
  const item = { name: 'item', ...place, item: id } as const;
  if (id.startsWith('explain:')) return <To route={item} text={obligationText(obligation)} />;
  if (kind === 'item') return <To route={item} no={obligationText(id)} text={title ?? t('late.item')} />;
  if (kind === 'report') {
    const label = /@([^:>T]+)/.exec(id)?.[1] ?? id;
    return <To route={{ name: 'report', ...place, report: id }} text={`${t('late.report')} ${periodText(label)}`} />;
  }
  return <To route={{ name: 'own-plan', ...place }} text={t('late.duty')} />;
}

const To = ({ route, no, text }: { readonly route: Route; readonly no?: string; readonly text: string }): ReactNode => (
  <Link to={route}>
    {no && <span className="task-no">{no} </span>}
    {text}
  </Link>
);

import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { plansQuery } from '../../api/queries.js';
import { t } from '../../i18n/locale.js';
import { Link } from '../../router/location.js';

/** That the unit has issued its plan, and the way there. */
export function Issued({ plan }: { readonly plan: string }): ReactNode {
  const plans = useAnswer(plansQuery());
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) said.current?.focus(); // the question whether to issue is gone
  }, []);
  const number = plans.data?.find(({ id }) => id === plan)?.number ?? plan;
  return (
    <div className="told" role="status" ref={said} tabIndex={-1}>
      <p>
        <Link to={{ name: 'plan', plan, view: 'overview' }}>{t('own.issued', { plan: number })}</Link>
      </p>
      <p className="hint">
        <Link to={{ name: 'plan', plan, view: 'rules' }}>{t('own.change')}</Link>
      </p>
    </div>
  );
}

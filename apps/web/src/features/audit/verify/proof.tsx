import { queryOptions, useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { get, Problem } from '../../../api/client.js';
import { number, t } from '../../../i18n/locale.js';
import { FaultNotice, Waiting } from '../../../ui/state.js';
import { checkProof, type ProvedEvent, type Verdict } from './proof-check.js';

const provedQuery = (position: number) =>
  queryOptions({
    queryKey: ['proved', position],
    queryFn: async ({ signal }): Promise<{ readonly proved: ProvedEvent; readonly verdict: Verdict }> => {
      const proved = (await get('/api/v1/audit/proofs/event', { query: { position }, signal })) as unknown as ProvedEvent;
      return { proved, verdict: await checkProof(proved) };
    },
  });

/** Whether the sealed log holds an event exactly so: worked out in this browser, not by the server. */
export function Proof({ position }: { readonly position: number }): ReactNode {
  const proved = useAnswer(provedQuery(position));
  if (proved.error instanceof Problem && proved.error.status === 404)
    return <p className="notice small">{t('verify.notSealed')}</p>;
  if (proved.isError) return <FaultNotice fault={proved.error} again={() => void proved.refetch()} />;
  if (!proved.data) return <Waiting />;
  const { isIncluded, isSigned } = proved.data.verdict;
  const size = number(proved.data.proved.size);
  return (
    <ul className="checks" aria-label={t('verify.title')}>
      <Check
        holds={isIncluded}
        said={t(isIncluded ? 'verify.included' : 'verify.notIncluded', { position: number(position), size })}
      />
      <Check
        holds={isSigned === 'unknown' ? null : isSigned}
        said={t(isSigned === 'unknown' ? 'verify.signUnknown' : isSigned ? 'verify.signed' : 'verify.notSigned')}
      />
    </ul>
  );
}

/** Null: it could not be found out here. */
const Check = ({ holds, said }: { readonly holds: boolean | null; readonly said: string }): ReactNode => (
  <li>
    <span className={holds === null ? 'tag' : holds ? 'tag good' : 'tag bad'}>{said}</span>
  </li>
);

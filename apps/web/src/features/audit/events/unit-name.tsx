import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { cascadeQuery } from '../../../api/queries.js';
import { unitNames } from '../../../i18n/words.js';
import { Link } from '../../../router/location.js';
import { AWAITED, useUnitNames } from '../../../ui/unit-names.js';

/** A unit by its name; under a plan it leads to what it owes there. Ids that nobody knows stay as they are. */
export function UnitName({ unit, plan }: { readonly unit: string; readonly plan: string | null }): ReactNode {
  const cascade = useAnswer({ ...cascadeQuery(plan ?? '', null), enabled: plan !== null, select: namesOf });
  const name = cascade.data?.get(unit);
  const alone = useUnitNames(plan === null || (cascade.isFetched && name === undefined) ? [unit] : []);
  if (cascade.isLoading) return <span>{AWAITED}</span>;
  if (plan === null || name === undefined) return <span translate="no">{alone.get(unit) ?? unit}</span>;
  return <Link to={{ name: 'unit-plan', plan, unit }}>{name}</Link>;
}

const known = new WeakMap<object, ReadonlyMap<string, string>>();

/** Names of a cascade are gathered once, not once a row. */
function namesOf(root: Parameters<typeof unitNames>[0]): ReadonlyMap<string, string> {
  const names = known.get(root) ?? unitNames(root);
  known.set(root, names);
  return names;
}

import type { RowScope } from '#contracts';
import { decide, rowScope, visibleUnits } from '#identity';
import type { Standing } from '../auth/access.js';

/** What somebody sees, as far as it decides of what changes they are told. */
export interface Sight {
  readonly user: string;
  /** Units whose work is seen; null for all of them. */
  readonly units: ReadonlySet<string> | null;
  readonly seesDocuments: boolean;
  /** Users of the whole house are seen. */
  readonly seesPeople: boolean;
  /** Whose rights decide: their own, and those of whoever lent them some. */
  readonly dependsOn: ReadonlySet<string>;
}

/**
 * What somebody sees: only what both the policy and the scope of their rows show, each worked out for itself. Costs a look at
 * every unit where they see a part only.
 */
export function sightOf({ tenant, subject, organisation, known }: Standing): Sight {
  const asked = { action: 'work.read', organisation, known: [...known] } as const; // gone through twice
  const may = (action: 'plan.read' | 'people.read'): boolean =>
    decide(subject, { action, resource: { unit: null }, organisation }).allowed;
  const rows = (action: 'plan.read' | 'people.read'): RowScope =>
    rowScope(subject, { tenant, action, units: [null], organisation });
  return {
    user: subject.user,
    units: both(visibleUnits(subject, asked), rowScope(subject, { ...asked, tenant, units: [] }).units),
    seesDocuments: may('plan.read') && rows('plan.read').action !== '',
    seesPeople: may('people.read') && rows('people.read').people === '*',
    dependsOn: new Set([subject.user, ...subject.rights.flatMap(({ lender }) => lender ?? [])]),
  };
}

function both(first: readonly string[] | null, second: readonly string[] | '*'): ReadonlySet<string> | null {
  if (first === null) return second === '*' ? null : new Set(second);
  return second === '*' ? new Set(first) : new Set(first).intersection(new Set(second));
}

import type { OrganisationEvent, UnitId } from '#engine';
import type { Inspection, LocatedEvent } from './inspection.js';
import type { UnitLife } from './life.js';

/** Events that speak of units not there (yet, or any more), and lives that end before they begin. */
export function checkReferences(located: readonly LocatedEvent[], inspection: Inspection): void {
  const before = [...inspection.before.lives.values()];
  const founded = new Set<UnitId>(inspection.before.lives.keys());
  const dissolved = new Set<UnitId>(before.filter(({ until }) => until !== null).map((life) => life.founded.id));
  for (const each of located) {
    const { event } = each;
    const { id } = event.data;
    if (event.type === 'UnitFounded') {
      if (founded.has(id)) inspection.problems.add('organisation.duplicate-id', each.at('id'), { id });
      founded.add(id);
      continue;
    }
    const life = founded.has(id) ? inspection.history.lives.get(id) : undefined;
    if (!life) inspection.problems.add('organisation.unknown-unit', each.at('id'), { id });
    else if (event.type !== 'UnitDissolved') checkDate(event, each, { life, inspection });
    else if (dissolved.has(id)) inspection.problems.add('organisation.dissolved-twice', each.at('id'), { id });
    else {
      dissolved.add(id);
      checkEnd(event, each, { life, inspection });
    }
  }
}

interface Case {
  readonly life: UnitLife;
  readonly inspection: Inspection;
}

function checkDate({ data: { id, from } }: OrganisationEvent, { at }: LocatedEvent, { life, inspection }: Case): void {
  if (from >= life.from && (life.until === null || from < life.until)) return;
  inspection.problems.add('organisation.outside-life', at('from'), { id, date: from, life: spanOf(life) });
}

function checkEnd({ data: { id, from: until } }: OrganisationEvent, { at }: LocatedEvent, { life, inspection }: Case): void {
  if (until > life.from) return;
  inspection.problems.add('organisation.empty-life', at('from'), { id, until, from: life.from });
}

/** `2021-01-01 … 2025-07-01`, the last day excluded; no end while it stands. */
export const spanOf = ({ from, until }: { readonly from: string; readonly until: string | null }): string =>
  `${from} … ${until ?? ''}`.trimEnd();

import type { PlanChange, UnitId } from '#engine';
import { wholeList, type Fields, type JsonPlace } from './json-reading.js';
import { readUnitId } from './read-ids.js';
import type { PlanDeed } from './plan-deeds.js';

/** What a plan deed says besides its date, its plan and its document. */
export function planDeedOf(name: PlanDeed['do'], fields: Fields): Readonly<Record<string, unknown>> {
  switch (name) {
    case 'declare':
      return { event: fields.get('event')?.text(), on: fields.get('on')?.date(), units: fields.optional('units', readUnits) };
    case 'amend':
      return { changes: wholeList(fields.get('changes')?.list()?.map(readChange)) };
    case 'end':
      return { how: fields.get('how')?.word(['repealed', 'withdrawn'] as const) };
  }
}

const readUnits = (place: JsonPlace): readonly UnitId[] | undefined => wholeList(place.list()?.map(readUnitId));

function readChange(place: JsonPlace): PlanChange | undefined {
  const fields = place.fields(['kind', 'task'], ['from', 'until']);
  const kind = fields?.get('kind')?.word(['extend', 'suspend', 'withdraw'] as const);
  const task = fields?.get('task')?.text();
  if (!fields || kind === undefined || task === undefined) return undefined;
  return kind === 'withdraw' ? { kind, task } : datedChange(place, fields, { kind, task });
}

function datedChange(
  place: JsonPlace,
  fields: Fields,
  { kind, task }: { readonly kind: 'extend' | 'suspend'; readonly task: string },
): PlanChange | undefined {
  const needed = kind === 'extend' ? 'until' : 'from';
  if (!fields.has(needed)) return missing(place, needed);
  const until = fields.optional('until', (at) => at.date());
  if (kind === 'extend') return until ? { kind, task, until } : undefined;
  const from = fields.get('from')?.date();
  return from === undefined || until === undefined ? undefined : { kind, task, from, until };
}

function missing(place: JsonPlace, name: string): undefined {
  place.problems.add('scenario.missing', place.path, { name });
}

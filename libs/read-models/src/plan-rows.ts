import type { OrganisationEvent, PlanIssued, PlanRules, RulesPublished } from '#engine';
import type { PlanRow, RulesDocumentRow, TaskRow, UnitRow } from './rows.js';

/** The row of a published rules document. */
export const rulesDocumentRow = ({ hash, text, rules }: RulesPublished): RulesDocumentRow => ({
  hash,
  text,
  rules: JSON.stringify(rules),
});

/** The row of a plan on the day of its issue. */
export const planRow = ({ id, ref, title, rules, root, parent }: PlanIssued): PlanRow => ({
  id,
  root,
  parent,
  number: ref.number,
  issuer: ref.issuer,
  issued_on: ref.issuedOn,
  title,
  rules,
  status: 'issued',
});

/** The rows of a plan's annex. */
export const taskRows = (plan: string, rules: PlanRules): TaskRow[] =>
  rules.tasks.map(({ no, section, title, deliverable, refines }) => ({ plan, no, section, title, deliverable, refines }));

/** What a batch of organisation events says about units: rows of those it founds, changes to those founded before. */
export interface UnitChanges {
  readonly founded: ReadonlyMap<string, UnitRow>;
  readonly changed: ReadonlyMap<string, UnitChange>;
}

/** Facts of a unit that changed; undefined ones stay as they are. */
export type UnitChange = Partial<Pick<UnitRow, 'name' | 'superior' | 'valid_until' | 'successors'>>;

/** Organisation events in order, reduced to one row or one change for each unit. */
export function unitChanges(events: readonly OrganisationEvent[]): UnitChanges {
  const founded = new Map<string, UnitRow>();
  const changed = new Map<string, UnitChange>();
  for (const event of events) {
    const { id } = event.data;
    if (event.type === 'UnitFounded') {
      founded.set(id, foundedRow(event.data));
      changed.delete(id);
      continue;
    }
    const row = founded.get(id);
    if (row) founded.set(id, { ...row, ...changeOf(event) });
    else changed.set(id, { ...changed.get(id), ...changeOf(event) });
  }
  return { founded, changed };
}

const foundedRow = (data: (OrganisationEvent & { type: 'UnitFounded' })['data']): UnitRow => ({
  id: data.id,
  name: data.name,
  tier: data.tier,
  kind: data.kind,
  superior: data.superior,
  valid_from: data.from,
  valid_until: null,
  successors: [],
});

function changeOf(event: Exclude<OrganisationEvent, { type: 'UnitFounded' }>): UnitChange {
  switch (event.type) {
    case 'UnitRenamed':
      return { name: event.data.name };
    case 'UnitMoved':
      return { superior: event.data.superior };
    case 'UnitDissolved':
      return { valid_until: event.data.from, successors: event.data.successors };
  }
}

import type { UnitEntry, UnitId } from '#engine';
import { sameClass } from '../semantics/reading.js';
import type { Analysis } from '../service/analysis.js';
import { phraseOf } from '../vocabulary/concepts.js';
import { bare, usualClass, type NewGroup } from '../vocabulary/usual-classes.js';

/** What a name of a cell means, as the language writes it. */
export type NameRead =
  | { readonly ok: true; readonly source: string; readonly group: NewGroup | null }
  | { readonly ok: false; readonly why: 'unit' | 'several'; readonly name: string };

/** Reads who is meant: by name, alias or usual phrase, with or without marks; what several bear is asked about. */
export function readName(written: string, analysis: Analysis): NameRead {
  const name = written.trim();
  const wanted = bare(name).replace(/^(moi|each|every|tung) /, '');
  const group = groupCalled(wanted, analysis);
  if (group !== undefined) return each(group, null, analysis);
  const unit = unitCalled(name, wanted, analysis);
  if (unit === 'several') return { ok: false, why: 'several', name };
  if (unit) return { ok: true, source: `[${nameIn(unit, analysis)}]`, group: null };
  return classCalled(wanted, analysis) ?? { ok: false, why: 'unit', name };
}

function groupCalled(wanted: string, { reading: { groups } }: Analysis): string | undefined {
  for (const { name } of groups.values()) {
    const known = bare(name.value);
    if (known === wanted || known === wanted.replace(/^cac /, '')) return name.value;
  }
  return undefined;
}

function unitCalled(
  name: string,
  wanted: string,
  { env: { directory }, reading: { issuer } }: Analysis,
): UnitEntry | 'several' | null {
  const exact = directory.find(name.replace(/[.\s]+$/, ''), issuer?.id);
  if (exact) return exact;
  const bearers = bearersIn(directory.units).get(wanted) ?? [];
  if (bearers.length <= 1) return bearers[0] ?? null;
  const near = issuer ? bearers.filter(({ superior }) => superior === issuer.id) : [];
  return near.length === 1 ? (near[0] ?? 'several') : 'several';
}

const INDEXES = new WeakMap<object, ReadonlyMap<string, readonly UnitEntry[]>>();

/** Units by their names and aliases without marks. Made once for an organisation. */
function bearersIn(units: ReadonlyMap<UnitId, UnitEntry>): ReadonlyMap<string, readonly UnitEntry[]> {
  const known = INDEXES.get(units);
  if (known) return known;
  const found = new Map<string, UnitEntry[]>();
  for (const unit of units.values()) {
    for (const name of new Set([unit.name, ...unit.aliases].map(bare))) found.set(name, [...(found.get(name) ?? []), unit]);
  }
  INDEXES.set(units, found);
  return found;
}

/** A name that means the unit in this text: its own, else with the place above it. */
function nameIn({ id, name, superior }: UnitEntry, { env: { directory }, reading: { issuer } }: Analysis): string {
  if (directory.find(name, issuer?.id)?.id === id) return name;
  const above = superior === null ? undefined : directory.units.get(superior)?.name;
  return above === undefined ? name : `${name}, ${above.replace(/^UBND /, '')}`;
}

function classCalled(wanted: string, analysis: Analysis): NameRead | null {
  const usual = usualClass(wanted);
  if (!usual) return null;
  const same = sameClass(usual.of, analysis.reading);
  return same ? each(same.name.value, null, analysis) : each(usual.name, usual, analysis);
}

const each = (name: string, group: NewGroup | null, { lexed: { language } }: Analysis): NameRead => ({
  ok: true,
  source: `${phraseOf('EACH', language)} [${name}]`,
  group,
});

import { resolver, type Actor, type UnitEntry, type UnitId } from '#engine';
import type { Bilingual } from '#contracts';
import { conceptOf } from '../vocabulary/concepts.js';
import { both, joined, same } from './bilingual.js';
import type { Facts } from './facts.js';
import { countUnits, unitsSaid } from './units-said.js';

/** The units that actors mean, in the order of the organisation. */
export function unitsMeant(actors: readonly Actor[], { plan, env: { directory } }: Facts): readonly UnitEntry[] {
  const ids = resolver(directory).units(actors, plan.rules.plan.issuer);
  return ids.toSorted().flatMap((id) => directory.units.get(id) ?? []);
}

export const nameOf = (unit: UnitId, { env }: Facts): string => env.directory.units.get(unit)?.name ?? unit;

/** Units by their number and first names. */
export const listSaid = (units: readonly UnitEntry[]): Bilingual => unitsSaid(countUnits(units));

/** What the names of a line come to where that is not plain from the words: how many units, through whom, or nobody yet. */
export function actorsSaid(actors: readonly Actor[], facts: Facts, how: Bilingual | null = null): Bilingual {
  const units = unitsMeant(actors, facts);
  const isPlain = actors.length === 1 && (actors[0]?.kind === 'unit' || actors[0]?.kind === 'committee');
  const counted = isPlain || units.length === 0 ? null : withManner(listSaid(units), units.length > 1 ? how : null);
  const none =
    units.length === 0 && actors.some(({ kind }) => kind !== 'open') ? both('không có đơn vị nào', 'no unit at all') : null;
  const committees = actors.map((actor) => committeeSaid(actor, facts));
  return joined([headsSaid(actors), counted, none, ...committees], '; ');
}

/** `3 đơn vị, mỗi đơn vị một việc: A, B, C`. */
function withManner(list: Bilingual, how: Bilingual | null): Bilingual {
  if (!how) return list;
  return both(list.vi.replace(/(: |$)/, `, ${how.vi}$1`), list.en.replace(/(: |$)/, `, ${how.en}$1`));
}

const headsSaid = (actors: readonly Actor[]): Bilingual | null =>
  actors.some((actor) => 'post' in actor && actor.post === 'head')
    ? both('đích thân người đứng đầu', 'the head in person')
    : null;

function committeeSaid(actor: Actor, facts: Facts): Bilingual | null {
  if (actor.kind !== 'committee') return null;
  const members = actor.members.map((unit) => nameOf(unit, facts)).join(', ');
  const office = nameOf(actor.office, facts);
  return both(
    `tập thể gồm ${members}; ${office} là thường trực, nhận việc thay cho tập thể`,
    `a body of ${members}; ${office} is its standing office and receives the work for it`,
  );
}

/** The groups that a line leaves open, and who is to name their members; null where it leaves none. */
export function openSaid(actors: readonly Actor[], resolvedBy: string | null): Bilingual | null {
  const groups = actors.flatMap((actor) => (actor.kind === 'open' ? [actor.text] : []));
  if (groups.length === 0) return null;
  const what = joined(
    groups.map((text) => (UNNAMED.has(text) ? RELEVANT : same(`“${text}”`))),
    ', ',
  );
  return resolvedBy === null
    ? both(`chưa nêu tên đơn vị nào thuộc ${what.vi}`, `the units meant by ${what.en} are not named yet`)
    : both(`${resolvedBy} nêu tên các đơn vị thuộc ${what.vi}`, `${resolvedBy} names the units meant by ${what.en}`);
}

const RELEVANT = both('cơ quan liên quan', 'the relevant agencies');
/** What a line without a text of its own says. */
const UNNAMED: ReadonlySet<string> = new Set(['', ...(conceptOf('RELEVANT')?.vi ?? []), ...(conceptOf('RELEVANT')?.en ?? [])]);

const EACH_ALONE = both('mỗi đơn vị một việc riêng', 'each with an item of its own');

/** Who leads: alone, each unit for itself, or several at one task with the first of them accountable. */
export function leadsSaid(actors: readonly Actor[], facts: Facts, resolvedBy: string | null): Bilingual {
  const open = openSaid(actors, resolvedBy);
  const isJoint = actors.length > 1 && actors.every(({ kind }) => kind === 'unit' || kind === 'committee');
  if (!isJoint) return joined([actorsSaid(actors, facts, EACH_ALONE), open], '; ');
  const [first] = actors;
  const accountable = first?.kind === 'unit' ? nameOf(first.unit, facts) : first?.kind === 'committee' ? first.name : '';
  const together = both(
    `${actors.length} cơ quan cùng làm một việc, ${accountable} chịu trách nhiệm chính`,
    `${actors.length} agencies share one item, ${accountable} is accountable`,
  );
  return joined([together, ...actors.map((actor) => committeeSaid(actor, facts))], '; ');
}

import type { LocalDate, OrganisationEvent, UnitEntry, UnitId } from '#engine';
import { digest, EMPTY_DIGEST } from './digest.js';
import { existsOn, type UnitLife, withValue } from './life.js';

/** An organisation over valid time: what every unit was called, and whom it answered to, on every day. */
export interface OrganisationHistory {
  /**
   * Digest of all folded events in their order, 16 hexadecimal digits. Any further event changes it; key order and
   * machine do not.
   */
  readonly version: string;
  readonly lives: ReadonlyMap<UnitId, UnitLife>;
}

/** The history of no organisation at all. */
export const EMPTY_HISTORY: OrganisationHistory = { version: EMPTY_DIGEST, lives: new Map() };

/**
 * Folds events, in the order in which they were recorded, onto a history. Total: an event about a unit that was never
 * founded, or a second founding, changes nothing but the version ({@link validateHistory} names such events). Linear in the
 * events plus the units known before.
 */
export function foldOrganisation(
  events: Iterable<OrganisationEvent>,
  onto: OrganisationHistory = EMPTY_HISTORY,
): OrganisationHistory {
  const lives = new Map(onto.lives);
  let version = onto.version;
  for (const event of events) {
    version = digest(canonical(event), version);
    const life = evolve(lives.get(event.data.id), event);
    if (life) lives.set(life.founded.id, life);
  }
  return { version, lives };
}

/**
 * The units that stand on a date for one that may have been dissolved: itself while it exists, else its successors,
 * followed through their own dissolutions. Empty where it ended without any, is unknown, or is not founded yet.
 */
export function successorsOn(history: OrganisationHistory, unit: UnitId, date: LocalDate): readonly UnitId[] {
  const standing = new Set<UnitId>();
  const seen = new Set<UnitId>();
  const waiting = [unit];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const life = history.lives.get(id);
    if (!life || seen.has(id)) continue;
    seen.add(id);
    if (existsOn(life, date)) standing.add(id);
    else if (life.from <= date) waiting.push(...life.successors);
  }
  return [...standing];
}

function evolve(life: UnitLife | undefined, event: OrganisationEvent): UnitLife | undefined {
  if (event.type === 'UnitFounded') return life ? undefined : found(event.data);
  if (!life) return undefined;
  switch (event.type) {
    case 'UnitRenamed':
      return { ...life, names: withValue(life.names, { from: event.data.from, value: event.data.name }) };
    case 'UnitMoved':
      return { ...life, superiors: withValue(life.superiors, { from: event.data.from, value: event.data.superior }) };
    case 'UnitDissolved':
      return { ...life, until: event.data.from, successors: event.data.successors };
    default:
      return assertNever(event);
  }
}

function found({ from, ...founded }: UnitEntry & { readonly from: LocalDate }): UnitLife {
  return {
    founded,
    from,
    until: null,
    successors: [],
    names: [{ from, value: founded.name }],
    superiors: [{ from, value: founded.superior }],
  };
}

/** One line per event, fields in a fixed order: what comes back from a database with its keys shuffled reads the same. */
function canonical(event: OrganisationEvent): string {
  return `${JSON.stringify([event.type, event.data.id, event.data.from, ...detailsOf(event)])}\n`;
}

function detailsOf(event: OrganisationEvent): readonly unknown[] {
  switch (event.type) {
    case 'UnitFounded': {
      const { name, aliases, localName, tier, kind, superior } = event.data;
      return [name, aliases, localName, tier, kind, superior];
    }
    case 'UnitRenamed':
      return [event.data.name];
    case 'UnitMoved':
      return [event.data.superior];
    case 'UnitDissolved':
      return [event.data.successors];
    default:
      return assertNever(event);
  }
}

function assertNever(event: never): never {
  throw new TypeError(`unknown organisation event ${JSON.stringify(event)}`);
}

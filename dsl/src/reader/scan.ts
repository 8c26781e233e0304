import type { LocalDate } from '#engine';
import type { Atom, AtomBody } from './atoms.js';
import type { Read } from './numbers.js';
import { readEvery, readPeriodically } from './read-every.js';
import { readGroup } from './read-group.js';
import { readRange } from './read-range.js';
import { readRelative } from './read-relative.js';
import { isAuthored, readCaution, readCitation, readEvent, readLaterYears, readReference, readStanding } from './read-words.js';
import type { Text } from './tokens.js';

type Reader = (text: Text, at: number, issuedOn: LocalDate) => Read<AtomBody> | undefined;

/** The most particular reader first: what it takes, no other sees. */
const READERS: readonly Reader[] = [
  readCaution,
  readCitation,
  readReference,
  readLaterYears,
  readEvery,
  readRelative,
  readRange,
  readEvent,
  readDates,
  readStanding,
  readPeriodically,
];

/** A date that "của" gives to an author is part of a document's name. */
function readDates(text: Text, at: number, issuedOn: LocalDate): Read<AtomBody> | undefined {
  const group = readGroup(text, at, issuedOn);
  if (group?.value.is !== 'dates' || group.value.mark !== 'on' || !isAuthored(text, group.next)) return group;
  const [when] = group.value.whens;
  return when?.unit === 'day' && when.year !== null ? { value: { is: 'citation' }, next: group.next } : group;
}

/** All that the phrase says about time, from left to right; other words are passed over. */
export function scan(text: Text, issuedOn: LocalDate): readonly Atom[] {
  const atoms: Atom[] = [];
  for (let at = 0; at < text.tokens.length; ) {
    const found = firstAt(text, at, issuedOn);
    if (found) atoms.push({ ...found.value, at, to: found.next });
    at = found && found.next > at ? found.next : at + 1;
  }
  return atoms;
}

function firstAt(text: Text, at: number, issuedOn: LocalDate): Read<AtomBody> | undefined {
  for (const reader of READERS) {
    const found = reader(text, at, issuedOn);
    if (found) return found;
  }
  return undefined;
}

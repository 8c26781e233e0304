import type { Atom, DatesAtom, Every, RelativeAtom } from './atoms.js';
import { isAlternative, isDisturbed, isJoined, isNamed, isStopped } from './gaps.js';
import { unknown, type Given } from './given.js';
import { together, unsure, type DeadlineReading, type EventReading } from './reading.js';
import { datedReadings } from './resolve-dates.js';
import { everyReading, recurringReadings } from './resolve-recurring.js';
import { relativeReading } from './resolve-relative.js';
import type { Text } from './tokens.js';

type Of<Is extends Atom['is']> = Extract<Atom, { is: Is }>;

/** What has been read so far. */
interface Part {
  readonly atom: Atom;
  readonly readings: readonly DeadlineReading[];
}

/** Reads a row of atoms as one deadline. */
export class Combination {
  private readonly parts: Part[] = [];
  /** A frequency that the dates after it belong to. */
  private pending: { readonly atom: Of<'every'>; used: boolean } | undefined;
  private readonly seen = new Set<'periodically' | 'hedge' | 'vision'>();

  constructor(
    private readonly text: Text,
    private readonly given: Given,
  ) {}

  /** The reading of them all; undefined where they say nothing about time. */
  read(atoms: readonly Atom[]): DeadlineReading | undefined {
    for (const atom of atoms) this.take(atom);
    this.flush();
    const readings = this.parts.filter((part) => this.isKept(part)).flatMap((part) => part.readings);
    const lost = readings.find((reading) => reading.kind === 'unknown');
    if (lost) return lost;
    if (
      this.seen.has('periodically') &&
      !readings.some((reading) => reading.kind === 'recurring' || reading.kind === 'by' || reading.kind === 'relative')
    )
      return unknown('noPeriod', this.given);
    const reading = together(readings);
    return reading && (this.seen.has('hedge') || this.isEitherDate(readings)) ? unsure(reading) : reading;
  }

  private take(atom: Atom): void {
    switch (atom.is) {
      case 'dates':
        return this.takeDates(atom);
      case 'every':
        return this.takeEvery(atom);
      case 'relative':
        return this.takeRelative(atom);
      case 'event':
        return this.takeEvent(atom);
      case 'later-years':
        return this.takeLaterYears(atom);
      case 'standing':
        return this.takeStanding(atom);
      default:
        this.takePlain(atom);
    }
  }

  private takePlain(atom: Exclude<Atom, { is: 'dates' | 'every' | 'relative' | 'event' | 'later-years' | 'standing' }>): void {
    switch (atom.is) {
      case 'reference':
        return this.add(atom, [atom.doubtful ? unsure({ kind: 'reference' }, { kind: 'event' }) : { kind: 'reference' }]);
      case 'until-event':
        return this.add(atom, [{ kind: 'window', due: null }]);
      case 'bad':
        return this.add(atom, [unknown(atom.why, this.given)]);
      case 'periodically':
      case 'hedge':
      case 'vision':
        this.seen.add(atom.is);
        return;
      case 'citation':
        return;
    }
  }

  private add(atom: Atom, readings: readonly DeadlineReading[]): void {
    this.flush(atom);
    this.parts.push({ atom, readings });
  }

  private get last(): Part | undefined {
    return this.parts.at(-1);
  }

  /** A frequency that no date has completed stands by itself. */
  private flush(before?: Atom): void {
    const { pending } = this;
    if (!pending || pending.used) return;
    if (before?.is === 'dates' && this.completes(before, pending.atom)) return;
    this.parts.push({ atom: pending.atom, readings: pending.atom.list.map(everyReading) });
    pending.used = true;
  }

  private takeEvery(atom: Of<'every'>): void {
    const { last, pending } = this;
    if (last?.atom.is === 'dates' && this.belongsBack(atom, last.atom)) {
      this.parts[this.parts.length - 1] = { atom: last.atom, readings: this.recurring(last.atom, atom.list) };
      return;
    }
    if (last?.atom.is === 'standing' && !isSeparated(this.text, last.atom.to, atom.at)) this.parts.pop();
    if (pending && !isStopped(this.text, pending.atom.to, atom.at) && sameList(pending.atom.list, atom.list)) return;
    this.flush();
    this.pending = { atom, used: false };
  }

  /** "trước ngày 01 của tháng tiếp theo … đối với báo cáo tháng". */
  private belongsBack(atom: Of<'every'>, dates: Of<'dates'>): boolean {
    if (isStopped(this.text, dates.to, atom.at) || this.pending || dates.every) return false;
    const placed = dates.whens.every((when) => when.unit === 'day-of' || when.unit === 'day-only');
    if (dates.whens.length > 0 && placed) return atom.about || isJoined(this.text, dates.to, atom.at);
    const yearless = dates.whens.some((when) => when.unit === 'day' && when.year === null);
    return yearless && !dates.range && atom.list.every(({ every }) => every === 'year') && isJoined(this.text, dates.to, atom.at);
  }

  private takeDates(found: Of<'dates'>): void {
    const atom = this.withMarkBefore(found);
    const bad = atom.whens.find((when) => when.unit === 'bad');
    if (bad) return this.add(atom, [unknown(bad.why, this.given)]);
    if (this.seen.has('vision')) return this.lookFurther(atom);
    const { pending } = this;
    if (pending && isStopped(this.text, pending.atom.to, atom.at) && pending.used) this.pending = undefined;
    if (this.pending && this.completes(atom, this.pending.atom)) {
      this.pending.used = true;
      this.push(atom, this.recurring(atom, this.pending.atom.list));
      return;
    }
    this.flush(atom);
    this.push(atom, this.ownReadings(atom));
  }

  /** "trước 8h ngày 21/11 và 14h ngày 22/11": the mark goes for both. */
  private withMarkBefore(atom: Of<'dates'>): Of<'dates'> {
    const before = this.last?.atom;
    const goesOn = before?.is === 'dates' && before.mark === 'before' && atom.mark === 'on' && atom.clock !== undefined;
    return goesOn && before.clock !== undefined && atom.at - before.to === 1 ? { ...atom, mark: 'before' } : atom;
  }

  /** Doubts that come from what stands around the words. */
  private push(atom: Of<'dates'>, readings: readonly DeadlineReading[]): void {
    const doubtful =
      atom.mark === 'on' && !atom.range && (isDisturbed(this.text, atom) || (isNamed(this.text, atom) && !atom.strong));
    if (doubtful && isNumberInWords(this.text, atom))
      return void this.parts.push({ atom, readings: [unknown('noTime', this.given)] });
    const loose = doubtful || ((atom.mark !== 'on' || atom.range) && isLoose(this.text, atom));
    this.parts.push({
      atom,
      readings: loose ? readings.map((reading) => (reading.kind === 'unknown' ? reading : unsure(reading))) : readings,
    });
  }

  private ownReadings(atom: DatesAtom): readonly DeadlineReading[] {
    const placed = atom.whens.some((when) => when.unit === 'day-of');
    const timeOnly = atom.whens.length === 0;
    if (timeOnly && atom.weekdays.length === 0 && !atom.every) return [unknown('noDay', this.given)];
    if (atom.every || placed || timeOnly) return recurringReadings(atom, atom.every, this.given);
    const dated = datedReadings(atom, this.given);
    if (!this.seen.has('periodically') || atom.range || atom.whens.some((when) => when.unit !== 'day' || when.year !== null))
      return dated;
    const yearly = recurringReadings(atom, { every: 'year' }, this.given);
    return yearly.map((reading, index) => unsure(reading, ...dated.slice(index, index + 1)));
  }

  private recurring(atom: DatesAtom, list: readonly Every[]): readonly DeadlineReading[] {
    return list.flatMap((every) => recurringReadings(atom, every, this.given));
  }

  /** Whether a date leaves open what the frequency before it says. */
  private completes(atom: DatesAtom, { list }: Of<'every'>): boolean {
    return list.every((every) => completesOne(atom, every));
  }

  /** "Đến năm 2030, tầm nhìn đến năm 2045": the further date is an outlook, perhaps a second date. */
  private lookFurther(atom: Of<'dates'>): void {
    this.seen.delete('vision');
    const { last } = this;
    const further = this.ownReadings(atom);
    if (last?.atom.is !== 'dates')
      return this.add(
        atom,
        further.map((reading) => unsure(reading)),
      );
    const both = together([...last.readings, ...further]);
    this.parts[this.parts.length - 1] = {
      atom: last.atom,
      readings: last.readings.map((reading) => (both ? unsure(reading, both) : reading)),
    };
  }

  private takeRelative(atom: Of<'relative'>): void {
    const { last } = this;
    if (atom.from === undefined && last?.atom.is === 'event' && !atom.base && !isStopped(this.text, last.atom.to, atom.at)) {
      this.parts.pop();
      this.add(atom, [relativeReading(fromEvent(atom, last.atom), this.given)]);
      return;
    }
    this.add(atom, [relativeReading(atom, this.given)]);
  }

  private takeEvent(atom: Of<'event'>): void {
    const { last } = this;
    if (last?.atom.is === 'event' && last.atom.request && atom.request) return;
    if (
      last?.atom.is === 'relative' &&
      last.atom.from === undefined &&
      !last.atom.base &&
      !atom.request &&
      isJoined(this.text, last.atom.to, atom.at)
    ) {
      this.parts.pop();
      this.parts.push({ atom: last.atom, readings: [relativeReading(fromEvent(last.atom, atom), this.given)] });
      return;
    }
    this.add(atom, [eventReading(atom)]);
  }

  private takeLaterYears(atom: Of<'later-years'>): void {
    this.flush();
    const { last } = this;
    const yearly: DeadlineReading = { kind: 'recurring', every: 'year' };
    if (!last) return this.add(atom, [unsure(yearly)]);
    const start = last.atom.is === 'dates' ? openStart(last.atom, last.readings) : undefined;
    if (start && atom.at === last.atom.to) this.parts[this.parts.length - 1] = { atom: last.atom, readings: [start] };
    else this.add(atom, [yearly]);
  }

  private takeStanding(atom: Of<'standing'>): void {
    if (this.last?.atom.is === 'standing') return;
    const alone = atom.at === 0 && this.text.at(atom.to).kind === 'end';
    const standing: DeadlineReading = { kind: 'standing' };
    this.add(atom, [atom.weak && !alone ? unsure(standing, { kind: 'event', immediate: true }) : standing]);
  }

  /** Words that only accompany a deadline are no deadline of their own. */
  private isKept({ atom }: Part): boolean {
    if (this.parts.length === 1) return true;
    const others = this.parts.filter((part) => part.atom !== atom);
    if (atom.is === 'standing' && atom.weak) return false;
    if (atom.is === 'dates' && !atom.strong && isNamed(this.text, atom)) return !others.some((part) => isStrong(part.atom));
    if (atom.is !== 'reference') return true;
    const before = this.parts.findLast((part) => part.atom.to <= atom.at);
    const separated = before !== undefined && !isJoined(this.text, before.atom.to, atom.at);
    if (before && isAlternative(this.text, before.atom.to, atom.at)) return true;
    return separated && !others.some((part) => part.atom.is === 'dates' || part.atom.is === 'relative');
  }

  /** "trước ngày A hoặc ngày B": which of the two is not said. */
  private isEitherDate(readings: readonly DeadlineReading[]): boolean {
    if (readings.length < 2 || readings.some((reading) => reading.kind !== 'by')) return false;
    return this.parts.some((part, index) => {
      const next = this.parts[index + 1];
      return next !== undefined && isAlternative(this.text, part.atom.to, next.atom.at);
    });
  }
}

/** "by 15 December 2025": a year that other words, unread, may make a day of. */
const isNumberInWords = (text: Text, atom: Of<'dates'>): boolean => !atom.strong && text.isYear(atom.at) && isNamed(text, atom);

const isSeparated = (text: Text, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (text.isSign(at, ',;.') || isAlternative(text, at, at + 1)) return true;
  return false;
};

const isLoose = (text: Text, { at, to }: Atom): boolean =>
  text.at(at - 1).kind === 'number' || text.isSign(to, '?') || (text.isSign(to, '/-') && text.at(to + 1).kind === 'number');

const isStrong = (atom: Atom): boolean =>
  atom.is === 'dates'
    ? atom.strong
    : atom.is === 'every' || atom.is === 'relative' || atom.is === 'event' || atom.is === 'reference';

const sameList = (a: readonly Every[], b: readonly Every[]): boolean => JSON.stringify(a) === JSON.stringify(b);

function completesOne(atom: DatesAtom, { every }: Every): boolean {
  if (atom.every && atom.every.every !== every && !(atom.every.every === 'year' && YEARLY.has(every))) return false;
  const [when] = atom.whens;
  if (when === undefined) return every === 'week' || every === 'day';
  if (when.unit === 'day-of') return every !== 'day' && every !== 'week';
  if (when.unit === 'day-only') return IN_MONTHS.has(every);
  return IN_YEARS.has(every) && atom.whens.every(isYearless);
}

const IN_YEARS = new Set<Every['every']>(['year', 'quarter', 'half', 'periods']);
const IN_MONTHS = new Set<Every['every']>(['month', 'quarter', 'half', 'periods']);

const isYearless = (when: DatesAtom['whens'][number]): boolean =>
  when.unit === 'day-of' || ((when.unit === 'day' || when.unit === 'span') && when.year === null);

/** Frequencies whose days are named as days of the year. */
const YEARLY = new Set<Every['every']>(['periods', 'half']);

const fromEvent = (atom: RelativeAtom, event: Of<'event'>): RelativeAtom => {
  const { earliest: _, ...rest } = atom;
  const from = event.anchor ?? 'event';
  return event.before ? { ...rest, from, direction: 'before' } : { ...atom, from, direction: 'after' };
};

function eventReading({ immediate, request, before, progress }: Of<'event'>): EventReading {
  const event: EventReading = {
    kind: 'event',
    ...(immediate && { immediate }),
    ...(request && { on: 'request' as const }),
    ...(before && { direction: 'before' as const }),
  };
  return progress ? unsure(event, { kind: 'reference' }) : event;
}

/** "Năm 2026 và các năm tiếp theo" begins with its year and has no end. */
function openStart(atom: DatesAtom, [reading]: readonly DeadlineReading[]): DeadlineReading | undefined {
  const [when] = atom.whens;
  if (when?.unit !== 'span' || when.name !== 'year' || !reading) return undefined;
  if (reading.kind === 'window' && reading.start) return { kind: 'window', start: reading.start, due: null };
  return reading.kind === 'by'
    ? { kind: 'window', start: `${reading.due.slice(0, 4)}-01-01` as typeof reading.due, due: null }
    : undefined;
}

import type { IToken } from 'chevrotain';
import { WEEKDAYS } from '../lexer/token-types.js';
import type { ConceptId } from '../vocabulary/concepts.js';
import type { Keyword } from './keywords.js';

/** A keyword in its place among the tokens of a text. */
export interface PlacedKeyword {
  readonly tokens: readonly IToken[];
  readonly index: number;
  readonly keywords: ReadonlyMap<IToken, Keyword>;
}

const UNITS: ReadonlySet<ConceptId> = new Set(['WORKING_DAYS', 'DAYS', 'WEEKS', 'MONTHS', 'YEAR', 'HOURS', 'WORKING_HOURS']);
const DAY_OF: ReadonlySet<ConceptId> = new Set([
  'OF_LAST_MONTH',
  'OF_FIRST_MONTH',
  'OF_NEXT_MONTH',
  'OF_MONTH_BEFORE',
  'MONTHLY',
]);
const POINTS: ReadonlySet<ConceptId> = new Set(['MONTH', 'QUARTER', 'YEAR']);
const RHYTHMS: ReadonlySet<ConceptId> = new Set([
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'QUARTERLY',
  'HALF_YEARLY',
  'YEARLY',
  'RECURRING',
]);
const BOUNDS: ReadonlySet<ConceptId> = new Set(['AT_LEAST', 'MORE_THAN', 'AT_MOST', 'LESS_THAN', 'REACH']);
/** What a stretch of time that has no beginning of its own stands behind. */
const OPENERS: ReadonlySet<ConceptId> = new Set(['FROM_NOW', 'PROVISIONAL', 'AFTERWARDS']);
/** Words that do something to or for whoever is named next. */
const VERBS: ReadonlySet<ConceptId> = new Set([
  ...(['SEND_TO', 'COPY_TO', 'REPORT_TO', 'REMIND', 'NOTIFY', 'ESCALATE', 'LIST', 'DEMAND'] as const),
  ...(['COMMEND', 'CRITICISE', 'ASSESS', 'APOLOGISE'] as const),
]);
const NO_DAYS: ReadonlySet<ConceptId> = new Set([...POINTS, ...WEEKDAYS, 'DAILY']);

/** What stands around a keyword, as far as its spelling hangs on it. */
export class Neighbours {
  constructor(
    readonly subjects: number | null,
    private readonly place: PlacedKeyword,
  ) {}

  /** The keyword right before. */
  get previous(): ConceptId | undefined {
    return this.keyword(-1);
  }

  /** `1 working day`; and `week`, as the name of a period, which is not counted. */
  get isOne(): boolean {
    const before = this.token(-1);
    return before?.tokenType.name === 'Int' ? Number(before.image) === 1 : UNITS.has(this.keyword(0) ?? 'PLAN');
  }

  /** A date follows, or a day of the month. */
  get isBeforeDay(): boolean {
    return this.kind(1) === 'Date' || this.isBeforeDayOfMonth;
  }

  /** A bare number follows, and counts nothing: it is a day of a month. */
  get isBeforeDayOfMonth(): boolean {
    return this.kind(1) === 'Int' && DAY_OF.has(this.keyword(2) ?? 'PLAN');
  }

  /** A time of day, an amount, a day of the week, a month, a quarter or a year follows. */
  get isBeforeOtherThanDay(): boolean {
    if (this.kind(1) === 'Int') return UNITS.has(this.keyword(2) ?? 'PLAN');
    return this.kind(1) === 'Clock' || NO_DAYS.has(this.keyword(1) ?? 'PLAN');
  }

  get isBeforePoint(): boolean {
    return POINTS.has(this.keyword(1) ?? 'PLAN');
  }

  /** It begins a deadline: nothing is named that the time runs from. */
  get isOpening(): boolean {
    return this.kind(-1) === 'Colon' || OPENERS.has(this.previous ?? 'PLAN');
  }

  get isAfterRhythm(): boolean {
    return RHYTHMS.has(this.previous ?? 'PLAN');
  }

  get isAfterClock(): boolean {
    return this.kind(-1) === 'Clock';
  }

  get isBeforeText(): boolean {
    return this.kind(1) === 'Text';
  }

  /** "strive for", "ensure" stands before. */
  get isAimed(): boolean {
    return this.previous === 'STRIVE' || this.previous === 'MUST';
  }

  get isBeforeFigure(): boolean {
    return this.kind(1) === 'Int' || this.kind(1) === 'TaskNumber' || BOUNDS.has(this.keyword(1) ?? 'PLAN');
  }

  /** It names whom a step or a report is for. */
  get isTarget(): boolean {
    return VERBS.has(this.previous ?? 'PLAN');
  }

  private token(offset: number): IToken | undefined {
    return this.place.tokens[this.place.index + offset];
  }

  private kind(offset: number): string | undefined {
    return this.token(offset)?.tokenType.name;
  }

  private keyword(offset: number): ConceptId | undefined {
    const token = this.token(offset);
    return token && this.place.keywords.get(token)?.concept.id;
  }
}

export const neighboursOf = ({ subjects }: Keyword, place: PlacedKeyword): Neighbours => new Neighbours(subjects, place);

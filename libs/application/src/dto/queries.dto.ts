import { TIERS } from '#engine';
import { CursorField, DateField, FlagField, IdField, MomentField, NumberField, TextField, WordField } from './fields.js';

/** States of items, as lists can be narrowed to. */
const STATUSES = [
  'dormant',
  'assigned',
  'received',
  'in-progress',
  'submitted',
  'completed',
  'returned',
  'suspended',
  'transferred',
  'cancelled',
] as const;

/** How items can stand, as counts name it. */
const STANDINGS = ['onTime', 'late', 'overdue', 'open'] as const;

/** What every read may ask for. */
export class ReadQuery {
  @NumberField({
    description:
      'Answer only once the log has reached this position: the `position` of an earlier write. Waits 2 seconds at most.',
    example: 1,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  readonly minPosition?: number;
}

/** Whether a process can do its work. */
export class HealthQuery {
  @FlagField({
    description: 'Also fail where no worker keeps the clock, or a projection lags. For alarms, not for load balancers.',
    example: true,
    optional: true,
  })
  readonly strict?: boolean;
}

/** Reads that judge lateness. */
export class AsOfQuery extends ReadQuery {
  @MomentField({
    description: 'The moment that “late” and “overdue” are judged for: a day, or an instant. Now unless told.',
    example: '2022-12-31',
    optional: true,
  })
  readonly asOf?: string;
}

/** Figures of a plan, or of a part of it. */
export class CompletenessQuery extends AsOfQuery {
  @IdField({
    description: 'The unit whose subordinates are meant; the issuer unless told.',
    example: 'vn-10.086',
    optional: true,
  })
  readonly within?: string;
}

/** Figures of days. */
export class TrendQuery extends ReadQuery {
  @IdField({
    description: 'The unit that is meant, with all below it; the issuer unless told.',
    example: 'vn-10.086',
    optional: true,
  })
  readonly within?: string;

  @DateField({ description: 'The first day; 29 days before the last unless told.', example: '2022-12-01', optional: true })
  readonly from?: string;

  @DateField({ description: 'The last day; today unless told.', example: '2022-12-31', optional: true })
  readonly until?: string;
}

/** A page of a list. */
export class PageQuery extends ReadQuery {
  @CursorField({ description: 'The value of `next` from the page before.', optional: true })
  readonly after?: string;

  @NumberField({ description: 'Entries on a page; 50 unless told.', example: 50, min: 1, max: 200, optional: true })
  readonly limit?: number;
}

/** A page of a list that judges lateness. */
export class AsOfPageQuery extends PageQuery {
  @MomentField({
    description: 'The moment that “late” and “overdue” are judged for: a day, or an instant. Now unless told.',
    example: '2022-12-31',
    optional: true,
  })
  readonly asOf?: string;
}

/** A page of a list that is read whole: a thousand entries unless told. */
export class LongPageQuery extends AsOfQuery {
  @CursorField({ description: 'The value of `next` from the page before.', optional: true })
  readonly after?: string;

  @NumberField({ description: 'Entries on a page; 1000 unless told.', example: 1000, min: 1, max: 1000, optional: true })
  readonly limit?: number;

  @IdField({ description: 'Only of this unit and all below it.', example: 'vn-10.086', optional: true })
  readonly within?: string;
}

/** Reports that are missing. */
export class MissingReportsQuery extends LongPageQuery {
  @TextField({ description: 'Label of a period; all of them unless told.', example: '2022-9M', max: 40, optional: true })
  readonly period?: string;
}

/** Steps that have been taken. */
export class StepsTakenQuery extends LongPageQuery {
  @IdField({
    description: 'Only this one, by its name in the rules of the plan; all unless told.',
    example: 'after-5wd',
    optional: true,
  })
  readonly step?: string;

  @DateField({ description: 'Only those of this day.', example: '2022-10-07', optional: true })
  readonly on?: string;

  @WordField({
    description: 'Only those about items, or about reports.',
    example: 'item',
    words: ['item', 'report'],
    optional: true,
  })
  readonly kind?: 'item' | 'report';
}

/** Which units. */
export class UnitsQuery extends PageQuery {
  @IdField({ description: 'Only units directly below this one.', example: 'vn-10', optional: true })
  readonly superior?: string;

  @TextField({
    description: 'Only units whose name has this in it; accents may be left out.',
    example: 'Bao Thang',
    max: 100,
    optional: true,
  })
  readonly search?: string;
}

/** Which items. */
export class ItemsQuery extends AsOfPageQuery {
  @IdField({
    description: 'Only of the unit plans that follow this plan, or one below it.',
    example: '239-KH-UBND_2022-06-30_vn-10',
    optional: true,
  })
  readonly plan?: string;

  @IdField({ description: 'Only of this unit.', example: 'vn-10.086', optional: true })
  readonly unit?: string;

  @WordField({ description: 'Only in this state.', example: 'submitted', words: STATUSES, optional: true })
  readonly status?: string;

  @IdField({ description: 'Only of this unit and all below it.', example: 'vn-10.086', optional: true })
  readonly within?: string;

  @IdField({ description: 'Only of tasks with this number.', example: '1.2', optional: true })
  readonly task?: string;

  @WordField({ description: 'Only of units of this tier.', example: 'commune', words: TIERS, optional: true })
  readonly tier?: string;

  @WordField({
    description: 'Only those that `Counts` count as this, cancelled and transferred ones left out.',
    example: 'late',
    words: STANDINGS,
    optional: true,
  })
  readonly standing?: (typeof STANDINGS)[number];

  @FlagField({
    description: 'Only those that are due and not in (`true`), or only the others (`false`).',
    example: true,
    optional: true,
  })
  readonly overdue?: boolean;

  @DateField({
    description: 'Only those with this last allowed day to keep: not suspended, cancelled or transferred.',
    example: '2022-09-30',
    optional: true,
  })
  readonly due?: string;

  @DateField({ description: 'Only those that are in, since this day.', example: '2022-09-28', optional: true })
  readonly inOn?: string;

  @WordField({
    description: 'By last allowed day, the earliest first or (`-due`) the latest; by plan, unit and number unless told.',
    example: 'due',
    words: ['due', '-due'],
    optional: true,
  })
  readonly order?: 'due' | '-due';
}

/** Which reports. */
export class ReportsQuery extends AsOfPageQuery {
  @IdField({
    description: 'Only of the unit plans that follow this plan, or one below it.',
    example: '239-KH-UBND_2022-06-30_vn-10',
    optional: true,
  })
  readonly plan?: string;

  @IdField({ description: 'Only of this unit.', example: 'vn-10.086', optional: true })
  readonly unit?: string;

  @IdField({ description: 'Only of this period, as reports show it.', example: '9M', optional: true })
  readonly period?: string;

  @WordField({ description: 'Only of units of this tier.', example: 'commune', words: TIERS, optional: true })
  readonly tier?: string;

  @WordField({
    description:
      'Only those that `Counts` count as this; `total` for all that they count: without those that sum up, cancelled or transferred.',
    example: 'overdue',
    words: [...STANDINGS, 'total'],
    optional: true,
  })
  readonly standing?: (typeof STANDINGS)[number] | 'total';

  @IdField({ description: 'Only of this unit and all below it.', example: 'vn-10.086', optional: true })
  readonly within?: string;

  @TextField({
    description: 'Only of the period with this label, as tables show it.',
    example: '2022-9M',
    max: 40,
    optional: true,
  })
  readonly label?: string;

  @DateField({
    description: 'Only those with this last allowed day to keep: not suspended, cancelled or transferred.',
    example: '2022-09-30',
    optional: true,
  })
  readonly due?: string;

  @DateField({ description: 'Only those that are in, since this day.', example: '2022-09-28', optional: true })
  readonly inOn?: string;
}

/** Which events. */
export class EventsQuery extends PageQuery {
  @NumberField({
    description: 'Where no cursor is given: only events after this position.',
    example: 0,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  readonly since?: number;
}

/** How a draft is written. */
export class DraftQuery extends ReadQuery {
  @WordField({ description: 'Language of the keywords; `vi` unless told.', example: 'vi', words: ['vi', 'en'], optional: true })
  readonly language?: 'vi' | 'en';

  @TextField({ description: 'Number that the unit gives its plan.', example: '126/KH-UBND', max: 100, optional: true })
  readonly number?: string;

  @DateField({ description: 'Day of issue; today unless told.', example: '2022-07-11', optional: true })
  readonly issuedOn?: string;
}

import type { Span } from '../lexer/lines.js';
import type { DateNode, NumberNode, TextNode } from './leaf-nodes.js';

export type TermUnitNode = 'day' | 'workday' | 'month' | 'week' | 'year' | 'hour' | 'workhour';

export type RhythmNode = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** A time of day; null where there is no such time. */
export interface ClockNode {
  readonly span: Span;
  readonly written: string;
  /** `HH:MM`. */
  readonly value: string | null;
}

/** A day, a month, a quarter or a year. A month without a year is one of every year. */
export type PointNode = { readonly span: Span } & (
  | { readonly kind: 'date'; readonly date: DateNode }
  | { readonly kind: 'month'; readonly month: NumberNode; readonly year: NumberNode | null }
  | { readonly kind: 'quarter'; readonly quarter: NumberNode; readonly year: NumberNode }
  | { readonly kind: 'year'; readonly year: NumberNode }
  | { readonly kind: 'years'; readonly from: number; readonly until: number }
);

/** A limit as written. `mixed`: "chậm nhất trước ngày", which says both and is read as "trước ngày". */
interface Limit {
  readonly exclusive: boolean;
  readonly mixed: boolean;
  readonly clocks: readonly ClockNode[];
}

interface Counted {
  readonly amount: NumberNode;
  readonly unit: TermUnitNode;
}

/** A deadline as written. `day`: a day of a month, without one of its own. */
export type DueNode = { readonly span: Span } & (
  | ({ readonly kind: 'date'; readonly date: DateNode } & Limit)
  | ({ readonly kind: 'yearly'; readonly dates: readonly DateNode[] } & Limit)
  | ({
      readonly kind: 'day';
      readonly day: NumberNode;
      readonly of: 'last-month' | 'first-month' | 'next-month' | 'each-month';
    } & Limit)
  | ({ readonly kind: 'weekday'; readonly weekday: number } & Limit)
  | ({ readonly kind: 'daily' } & Limit)
  | ({ readonly kind: 'point'; readonly point: PointNode } & Limit)
  | { readonly kind: 'quarter'; readonly quarter: NumberNode; readonly year: NumberNode }
  /** From, to, or both; `from` is null where it begins with the plan. `event`: what it ends with. */
  | {
      readonly kind: 'stretch';
      readonly from: PointNode | null;
      readonly until: PointNode | null;
      readonly event: TextNode | null;
      readonly yearly: boolean;
    }
  | ({ readonly kind: 'term'; readonly from: 'issue' | 'receipt' | 'effect' } & Counted)
  | ({ readonly kind: 'after'; readonly task: NumberNode } & Counted)
  | ({ readonly kind: 'from-date'; readonly date: DateNode } & Counted)
  | ({ readonly kind: 'from-event'; readonly event: TextNode } & Counted)
  | ({ readonly kind: 'ahead'; readonly date: DateNode | null; readonly event: TextNode | null } & Counted)
  | { readonly kind: 'event'; readonly when: 'after' | 'at-once' | 'before'; readonly event: TextNode }
  | { readonly kind: 'on-request' }
  | { readonly kind: 'recurring'; readonly every: RhythmNode | null; readonly event: TextNode | null }
  | { readonly kind: 'standing'; readonly onRequest: boolean; readonly reviewed: RhythmNode | null }
  | { readonly kind: 'regulated'; readonly reference: TextNode | null }
  | { readonly kind: 'scheduled'; readonly reference: TextNode | null }
  | { readonly kind: 'provisional'; readonly estimate: DueNode }
  | { readonly kind: 'then'; readonly first: DueNode; readonly next: DueNode }
  | { readonly kind: 'unknown'; readonly written: string }
);

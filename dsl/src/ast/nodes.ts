import type { LocalDate, Tier, UnitKind } from '#engine';
import type { Span } from '../lexer/lines.js';
import type { ConceptId } from '../vocabulary/concepts.js';

/** A text in quotes, without them. */
export interface TextNode {
  readonly span: Span;
  readonly value: string;
}

/** A name in brackets, composed and with single spaces. */
export interface NameNode {
  readonly span: Span;
  readonly value: string;
}

/** A date; null where no such day exists. */
export interface DateNode {
  readonly span: Span;
  readonly written: string;
  readonly value: LocalDate | null;
}

/** A number as written: `1`, `1.2`, `III`. */
export interface NumberNode {
  readonly span: Span;
  readonly written: string;
  readonly value: number;
}

export type ActorNode =
  | { readonly kind: 'named'; readonly span: Span; readonly each: Span | null; readonly name: NameNode }
  | { readonly kind: 'open'; readonly span: Span; readonly text: string };

export type AddresseeNode =
  | { readonly kind: 'named'; readonly span: Span; readonly name: NameNode }
  | { readonly kind: 'superior'; readonly span: Span };

export type TermUnitNode = 'day' | 'workday' | 'month';

/** A deadline as written. `day`: a day of a month, without one of its own. */
export type DueNode = { readonly span: Span } & (
  | { readonly kind: 'date'; readonly exclusive: boolean; readonly date: DateNode }
  | { readonly kind: 'day'; readonly exclusive: boolean; readonly day: NumberNode; readonly of: 'last-month' | 'each-month' }
  | { readonly kind: 'quarter'; readonly quarter: NumberNode; readonly year: NumberNode }
  | { readonly kind: 'term'; readonly amount: NumberNode; readonly unit: TermUnitNode; readonly from: 'issue' | 'receipt' }
  | { readonly kind: 'after'; readonly amount: NumberNode; readonly unit: TermUnitNode; readonly task: NumberNode }
  | { readonly kind: 'recurring'; readonly every: 'month' | 'quarter' | 'year' }
  | { readonly kind: 'standing' }
  | { readonly kind: 'regulated'; readonly reference: TextNode | null }
  | { readonly kind: 'unknown'; readonly written: string }
);

/** A line that names agencies. `separators` are the signs between them that ought to be semicolons. */
interface ListOf<K extends string> {
  readonly kind: K;
  readonly actors: readonly ActorNode[];
  readonly separators: readonly Span[];
}

interface TextLine<K extends string> {
  readonly kind: K;
  readonly text: TextNode | null;
}

/** A line of a plan, of a task or of a regime. A part that could not be read is null. */
export type ClauseNode = { readonly span: Span } & (
  | ListOf<'lead'>
  | ListOf<'support'>
  | ListOf<'focal'>
  | { readonly kind: 'due'; readonly due: DueNode | null }
  | TextLine<'output'>
  | TextLine<'basis'>
  | TextLine<'title'>
  | { readonly kind: 'report'; readonly to: AddresseeNode | null; readonly due: DueNode | null }
  | { readonly kind: 'refines'; readonly task: NumberNode | null }
  | {
      readonly kind: 'implements';
      readonly number: TextNode | null;
      readonly issuedOn: DateNode | null;
      readonly issuer: NameNode | null;
    }
  | { readonly kind: 'inherit' }
  | { readonly kind: 'omit'; readonly task: NumberNode | null; readonly reason: TextNode | null }
  | { readonly kind: 'runs-to'; readonly date: DateNode | null }
  | { readonly kind: 'periods'; readonly periods: readonly PeriodNode[] }
  | { readonly kind: 'consolidate'; readonly route: RouteNode | null }
  | { readonly kind: 'unknown'; readonly written: string }
);

export type ClauseKind = ClauseNode['kind'];
export type ClauseOf<K extends ClauseKind> = Extract<ClauseNode, { readonly kind: K }>;

/** One period of a regime as written: quarter N, N months, a year, a month. */
export interface PeriodNode {
  readonly span: Span;
  readonly kind: 'quarter' | 'months' | 'year' | 'month';
  readonly number: NumberNode | null;
}

export interface RouteNode {
  readonly span: Span;
  readonly from: readonly ActorNode[];
  readonly separators: readonly Span[];
  readonly to: AddresseeNode | null;
  readonly via: readonly NameNode[];
  readonly copies: readonly AddresseeNode[];
  readonly due: readonly DueNode[];
}

export interface StepNode {
  readonly span: Span;
  readonly when: 'before' | 'after';
  readonly amount: NumberNode | null;
  readonly unit: TermUnitNode | null;
  readonly actions: readonly ActionNode[];
}

export interface ActionNode {
  readonly span: Span;
  readonly action: ConceptId | null;
  readonly target:
    | { readonly kind: 'word'; readonly span: Span; readonly word: ConceptId }
    | { readonly kind: 'named'; readonly span: Span; readonly name: NameNode }
    | null;
}

export interface PlanNode {
  readonly kind: 'plan';
  readonly span: Span;
  readonly head: Span;
  readonly number: TextNode | null;
  readonly issuedOn: DateNode | null;
  readonly issuer: NameNode | null;
  readonly clauses: readonly ClauseNode[];
}

export interface GroupNode {
  readonly kind: 'group';
  readonly span: Span;
  readonly name: NameNode | null;
  readonly unitKind: UnitKind | null;
  readonly tier: Tier | null;
}

export interface SectionNode {
  readonly kind: 'section';
  readonly span: Span;
  readonly no: NumberNode | null;
  readonly title: TextNode | null;
}

export interface TaskNode {
  readonly kind: 'task';
  readonly span: Span;
  readonly head: Span;
  readonly no: NumberNode | null;
  readonly title: TextNode | null;
  readonly clauses: readonly ClauseNode[];
}

export interface DutyNode {
  readonly kind: 'duty';
  readonly span: Span;
  readonly actors: readonly ActorNode[];
  readonly separators: readonly Span[];
  readonly due: DueNode | null;
  readonly sendTo: AddresseeNode | null;
}

export interface RegimeNode {
  readonly kind: 'regime';
  readonly span: Span;
  readonly head: Span;
  readonly title: TextNode | null;
  readonly clauses: readonly ClauseNode[];
  readonly routes: readonly RouteNode[];
}

export interface EscalationNode {
  readonly kind: 'escalation';
  readonly span: Span;
  readonly steps: readonly StepNode[];
}

/** A clause or step outside any part that could have it. */
export interface OrphanNode {
  readonly kind: 'orphan';
  readonly span: Span;
  readonly clause: ClauseNode | null;
}

export type ItemNode = PlanNode | GroupNode | SectionNode | TaskNode | DutyNode | RegimeNode | EscalationNode | OrphanNode;

/** A text as its author meant it, item by item. */
export interface DocumentNode {
  readonly items: readonly ItemNode[];
}

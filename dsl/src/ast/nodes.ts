import type { Tier, UnitKind } from '#engine';
import type { Span } from '../lexer/lines.js';
import type { ConceptId } from '../vocabulary/concepts.js';
import type { DueNode, PointNode, TermUnitNode } from './due-nodes.js';
import type { DateNode, NameNode, NumberNode, TextNode } from './leaf-nodes.js';

export type { DueNode, PointNode, TermUnitNode } from './due-nodes.js';
export type { DateNode, NameNode, NumberNode, TextNode } from './leaf-nodes.js';

export type ActorNode =
  | { readonly kind: 'named'; readonly span: Span; readonly each: Span | null; readonly isHead: boolean; readonly name: NameNode }
  | { readonly kind: 'open'; readonly span: Span; readonly text: string };

export type AddresseeNode =
  | { readonly kind: 'named'; readonly span: Span; readonly name: NameNode }
  | { readonly kind: 'superior'; readonly span: Span }
  | { readonly kind: 'sector'; readonly span: Span };

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
  | ListOf<'advise'>
  | ListOf<'monitor'>
  | ListOf<'request'>
  | ListOf<'resolver'>
  | TextLine<'content'>
  | TextLine<'responsible'>
  | TextLine<'condition'>
  | { readonly kind: 'serves'; readonly targets: readonly NumberNode[] }
  | { readonly kind: 'checkpoints'; readonly points: readonly PointNode[] }
  | { readonly kind: 'level'; readonly levels: readonly LevelNode[] }
  | { readonly kind: 'before-inclusive' | 'latest-texts' | 'per-unit' }
  | { readonly kind: 'days-off'; readonly policy: 'none' | 'next' | 'previous' | null }
  | { readonly kind: 'effective'; readonly date: DateNode | null }
  | { readonly kind: 'vision'; readonly year: NumberNode | null }
  | ({ readonly kind: OtherPlanKind } & PlanNameNode)
  | { readonly kind: 'extend'; readonly task: NumberNode | null; readonly until: PointNode | null }
  | {
      readonly kind: 'suspend';
      readonly task: NumberNode | null;
      readonly from: DateNode | null;
      readonly until: DateNode | null;
    }
  | { readonly kind: 'withdraw'; readonly task: NumberNode | null }
  | { readonly kind: 'data'; readonly days: DataDaysNode | 'calendar' | null; readonly cumulative: boolean }
  | { readonly kind: 'due'; readonly due: DueNode | null }
  | TextLine<'output'>
  | TextLine<'basis'>
  | TextLine<'title'>
  | { readonly kind: 'report'; readonly to: AddresseeNode | null; readonly due: DueNode | null }
  | { readonly kind: 'refines'; readonly task: NumberNode | null }
  | ({ readonly kind: 'implements' } & PlanNameNode)
  | { readonly kind: 'inherit' }
  | { readonly kind: 'omit'; readonly task: NumberNode | null; readonly reason: TextNode | null }
  | { readonly kind: 'runs-to'; readonly date: DateNode | null }
  | { readonly kind: 'periods'; readonly periods: readonly PeriodNode[]; readonly entries: readonly PeriodEntryNode[] }
  | { readonly kind: 'consolidate'; readonly route: RouteNode | null }
  | { readonly kind: 'unknown'; readonly written: string }
);

export type ClauseKind = ClauseNode['kind'];
export type ClauseOf<K extends ClauseKind> = Extract<ClauseNode, { readonly kind: K }>;

/** How a text names another plan. */
export interface PlanNameNode {
  readonly number: TextNode | null;
  readonly issuedOn: DateNode | null;
  readonly issuer: NameNode | null;
}

/** How this plan stands to an earlier one. */
export type OtherPlanKind = 'continues' | 'amends' | 'replaces' | 'repeals';

/** The days of the month that a data window begins and ends on. */
export interface DataDaysNode {
  readonly from: NumberNode;
  readonly until: NumberNode;
}

/** One period of a regime as written. `months`: the first N of the year (a bare "months" counts none), or, `latter`, its last half. */
export interface PeriodNode {
  readonly span: Span;
  readonly kind:
    | 'quarter'
    | 'months'
    | 'latter'
    | 'year'
    | 'half'
    | 'quarters'
    | 'month'
    | 'week'
    | 'day'
    | 'midterm'
    | 'final'
    | 'on-request';
  readonly number: NumberNode | null;
}

/** A period, the one its report serves as well, and its own due date. */
export interface PeriodEntryNode {
  readonly span: Span;
  readonly period: PeriodNode;
  readonly also: PeriodNode | null;
  readonly due: DueNode | null;
}

/** One level of a target as written. */
export interface LevelNode {
  readonly span: Span;
  readonly modality: 'must' | 'strive' | null;
  readonly comparison: ConceptId | null;
  readonly movement: 'increase' | 'decrease' | null;
  readonly value: NumberNode | null;
  readonly upTo: NumberNode | null;
  readonly outOf: NumberNode | null;
  readonly unit: string;
  readonly group: TextNode | null;
  readonly everyYear: boolean;
  readonly baseline: NumberNode | null;
  readonly by: PointNode | null;
}

export interface RouteNode {
  readonly span: Span;
  readonly from: readonly ActorNode[];
  readonly separators: readonly Span[];
  readonly to: AddresseeNode | null;
  readonly via: readonly NameNode[];
  readonly copies: readonly AddresseeNode[];
  readonly into: readonly TextNode[];
  readonly due: readonly DueNode[];
}

export interface StepNode {
  readonly span: Span;
  readonly when: 'before' | 'after' | 'on-time';
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
  /** How long it may take. */
  readonly within: { readonly amount: NumberNode; readonly unit: TermUnitNode } | null;
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
  /** The unit that a class lies in the area of. */
  readonly below: NameNode | null;
  /** Of a list or a committee; null for a class. */
  readonly members: readonly ActorNode[] | null;
  readonly separators: readonly Span[];
  readonly office: NameNode | null;
}

/** A target: `chỉ tiêu 1 "…"`. */
export interface GoalNode {
  readonly kind: 'goal';
  readonly span: Span;
  readonly head: Span;
  readonly no: NumberNode | null;
  readonly title: TextNode | null;
  readonly clauses: readonly ClauseNode[];
}

/** What is reported in some case only. */
export interface ConditionalNode {
  readonly kind: 'conditional';
  readonly span: Span;
  readonly condition: TextNode | null;
  readonly route: RouteNode | null;
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
  readonly orDocument: readonly TextNode[];
  readonly orMerged: boolean;
  readonly mustState: readonly TextNode[];
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

export type ItemNode =
  | PlanNode
  | GroupNode
  | SectionNode
  | TaskNode
  | GoalNode
  | DutyNode
  | RegimeNode
  | EscalationNode
  | ConditionalNode
  | OrphanNode;

/** A text as its author meant it, item by item. */
export interface DocumentNode {
  readonly items: readonly ItemNode[];
}

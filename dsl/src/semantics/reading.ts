import {
  localDate,
  workingCalendar,
  yearOf,
  type LocalDate,
  type UnitClass,
  type UnitEntry,
  type WorkingCalendar,
} from '#engine';
import type {
  ClauseKind,
  ClauseNode,
  ClauseOf,
  DocumentNode,
  GroupNode,
  ItemNode,
  NameNode,
  PlanNode,
  TaskNode,
} from '../ast/nodes.js';
import type { Lexed } from '../lexer/lex.js';
import { foldName } from '../vocabulary/fold.js';
import type { CheckEnv } from './env.js';
import { Parent } from './parent.js';

/** A group that the text defines. */
export interface Group {
  readonly node: GroupNode;
  readonly name: NameNode;
  /** Null where the definition could not be read, and for lists and committees. */
  readonly of: UnitClass | null;
  /** A class is of many units, so is a list; a committee acts as one, through its standing office. */
  readonly form: 'class' | 'list' | 'committee';
}

export type Meaning = { readonly kind: 'unit'; readonly unit: UnitEntry } | { readonly kind: 'group'; readonly group: Group };

/** A task and the section it stands in. */
export interface PlacedTask {
  readonly node: TaskNode;
  readonly section: number | null;
}

const PROJECTED = workingCalendar({ version: 'projected', years: {} });

/** The clause of a kind, the first where there are several. */
export function clause<K extends ClauseKind>(clauses: readonly ClauseNode[], kind: K): ClauseOf<K> | undefined {
  for (const candidate of clauses) if (candidate.kind === kind) return candidate as ClauseOf<K>;
  return undefined;
}

/** A text together with what it stands against: what names mean, where tasks are, when the plan begins and ends. */
export class Reading {
  /** Items of the first plan: a second plan in the same text is reported, and left alone. */
  readonly items: readonly ItemNode[];
  readonly plan: PlanNode | undefined;
  readonly issuer: UnitEntry | undefined;
  readonly issuedOn: LocalDate | undefined;
  readonly horizon: LocalDate | undefined;
  readonly tasks: readonly PlacedTask[];
  readonly groups: ReadonlyMap<string, Group>;
  readonly calendar: WorkingCalendar;
  readonly parent: Parent | undefined;
  private localNames: ReadonlySet<string> | undefined;
  private knownNumbers: ReadonlyMap<string, TaskNode> | undefined;
  private readonly meanings = new Map<string, Meaning | undefined>();

  constructor(
    readonly document: DocumentNode,
    readonly lexed: Lexed,
    readonly env: CheckEnv,
  ) {
    const plans = document.items.filter((item) => item.kind === 'plan');
    const second = plans[1] ? document.items.indexOf(plans[1]) : document.items.length;
    this.items = document.items.slice(0, second);
    this.plan = plans[0];
    this.issuedOn = this.plan?.issuedOn?.value ?? undefined;
    this.horizon = this.statedHorizon() ?? (this.issuedOn && localDate(yearOf(this.issuedOn), 12, 31));
    this.issuer = this.plan?.issuer ? env.directory.find(this.plan.issuer.value) : undefined;
    this.groups = groupsOf(this.items);
    this.tasks = placeTasks(this.items);
    this.calendar = env.calendar ?? PROJECTED;
    this.parent = env.parent && new Parent(env.parent);
  }

  /** Tasks by their numbers, the first of each. */
  get taskByNumber(): ReadonlyMap<string, TaskNode> {
    return (this.knownNumbers ??= firstByNumber(this.tasks));
  }

  /** What a name in brackets means here: a group of this text, a unit by its name, or the issuer's own by its local name. */
  meaningOf({ value }: NameNode): Meaning | undefined {
    const known = this.meanings.get(value);
    if (known !== undefined || this.meanings.has(value)) return known;
    const meaning = this.lookUp(value);
    this.meanings.set(value, meaning);
    return meaning;
  }

  /** The unit that a name means: of a committee, its standing office; undefined where it means none, or several. */
  unitOf(name: NameNode): UnitEntry | undefined {
    const meaning = this.meaningOf(name);
    if (meaning?.kind === 'unit') return meaning.unit;
    return meaning?.group.node.office ? this.unitOf(meaning.group.node.office) : undefined;
  }

  /** True where some unit has a division of its own by that name: what "via" may say. */
  isLocalName({ value }: NameNode): boolean {
    this.localNames ??= new Set(
      [...this.env.directory.units.values()].flatMap(({ localName }) => (localName === null ? [] : [foldName(localName)])),
    );
    return this.localNames.has(foldName(value));
  }

  private lookUp(name: string): Meaning | undefined {
    const group = this.groups.get(foldName(name));
    if (group) return { kind: 'group', group };
    return this.unitCalled(name);
  }

  /** The unit of a name, whatever groups the text defines: what a committee's own office may be named after. */
  private unitCalled(name: string): Meaning | undefined {
    const { directory } = this.env;
    const unit = directory.find(name, this.issuer?.id) ?? (this.issuer && directory.local(this.issuer.id, name));
    return unit && { kind: 'unit', unit };
  }

  private statedHorizon(): LocalDate | undefined {
    return (this.plan && clause(this.plan.clauses, 'runs-to')?.date?.value) ?? undefined;
  }
}

/** The group of a text that names a class; undefined where none does. */
export const sameClass = ({ kind, tier }: UnitClass, { groups }: Reading): Group | undefined =>
  [...groups.values()].find(({ of, form }) => form === 'class' && of?.kind === kind && of.tier === tier);

function groupsOf(items: readonly ItemNode[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const node of items) {
    if (node.kind !== 'group' || !node.name) continue;
    const key = foldName(node.name.value);
    const of = node.unitKind && node.tier ? { kind: node.unitKind, tier: node.tier } : null;
    const form = node.office ? 'committee' : node.members ? 'list' : 'class';
    if (!groups.has(key)) groups.set(key, { node, name: node.name, of, form });
  }
  return groups;
}

function firstByNumber(tasks: readonly PlacedTask[]): ReadonlyMap<string, TaskNode> {
  const found = new Map<string, TaskNode>();
  for (const { node } of tasks) {
    const no = node.no?.written ?? '';
    if (!found.has(no)) found.set(no, node);
  }
  return found;
}

function placeTasks(items: readonly ItemNode[]): readonly PlacedTask[] {
  const placed: PlacedTask[] = [];
  let section: number | null = null;
  for (const node of items) {
    if (node.kind === 'section') section = node.no?.value ?? null;
    if (node.kind === 'task') placed.push({ node, section });
  }
  return placed;
}

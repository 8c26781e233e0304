import type { CascadeNode, Counts, PlanView, UnitView } from '#contracts';
import type { LocalDate, UnitEntry, UnitId, UnitPlanState } from '#engine';
import type { RecordedEvent } from '#event-store';
import { timeliness, type ObligationFacts } from './judged.js';
import { LogReading } from './log-reading.js';
import { lastSecondOf } from './mirror.js';

/** The tree of a log's top plan as of the end of a day, as queries answer it; undefined where no plan has been issued. */
export function cascadeOf(events: readonly RecordedEvent[], until: LocalDate): CascadeNode | undefined {
  const log = new LogReading(events);
  const { top } = log;
  if (!top) return undefined;
  const states = [...log.states.values()].filter(({ plan }) => plan === top.id);
  return new TreeBuilder(unitsOf(log, [top.ref.issuer, ...states.map(({ unit }) => unit)], until), states, until).tree(
    top.ref.issuer,
  );
}

type Units = ReadonlyMap<UnitId, UnitEntry>;

/** The units of a day; where one of those asked for has ended by then, also those that were there when the plans were issued. */
function unitsOf(log: LogReading, wanted: readonly UnitId[], until: LocalDate): Units {
  const units = new Map(log.directory(until).units);
  for (const { ref } of log.plans) {
    if (wanted.every((unit) => units.has(unit))) break;
    for (const [id, entry] of log.directory(ref.issuedOn).units) if (!units.has(id)) units.set(id, entry);
  }
  return units;
}

/** The plans of a log, as queries answer them, in the order of their issue. */
export function plansOf(events: readonly RecordedEvent[]): readonly PlanView[] {
  const log = new LogReading(events);
  return log.plans.map(({ id, root, parent, ref, title, rules }) => {
    const issuer = log.directory(ref.issuedOn).units.get(ref.issuer);
    const held = [...log.states.values()].filter((state) => (parent === null ? state.plan === id : state.source === id));
    return {
      id,
      root,
      parent,
      number: ref.number,
      issuer: issuer ? unitView(issuer) : unknownUnit(ref.issuer),
      issuedOn: ref.issuedOn,
      title,
      rules,
      status: log.cascades.has(id) ? 'cascaded' : 'issued',
      unitPlans: held.length,
    };
  });
}

const unitView = ({ id, name, tier, kind, superior }: UnitEntry): UnitView => ({ id, name, tier, kind, superior });
const unknownUnit = (id: UnitId): UnitView => ({ id, name: id, tier: '', kind: '', superior: null });

class TreeBuilder {
  private readonly below: ReadonlyMap<UnitId | null, readonly UnitEntry[]>;
  private readonly states: ReadonlyMap<UnitId, UnitPlanState>;

  constructor(
    private readonly units: Units,
    states: readonly UnitPlanState[],
    private readonly until: LocalDate,
  ) {
    this.below = Map.groupBy(units.values(), ({ superior }) => superior);
    this.states = new Map(states.map((state) => [state.unit, state]));
  }

  tree(root: UnitId): CascadeNode | undefined {
    const entry = this.units.get(root);
    return entry && (this.node(entry) ?? { ...this.own(entry), children: [] });
  }

  /** A unit with those below it; undefined where neither it nor any of them has a unit plan. */
  private node(entry: UnitEntry): CascadeNode | undefined {
    const children = (this.below.get(entry.id) ?? []).flatMap((child) => this.node(child) ?? []);
    return children.length > 0 || this.states.has(entry.id) ? { ...this.own(entry), children } : undefined;
  }

  private own(entry: UnitEntry): Omit<CascadeNode, 'children'> {
    const state = this.states.get(entry.id);
    const items = [...(state?.items.values() ?? [])].filter(({ status }) => status !== 'cancelled' && status !== 'transferred');
    return {
      unit: unitView(entry),
      source: state?.source ?? null,
      provisional: state?.provisional ?? false,
      ownPlan: state?.ownPlan ?? null,
      items: this.counts(items),
      reports: this.counts([...(state?.reports.values() ?? [])].filter(({ consolidated }) => !consolidated)),
    };
  }

  private counts(owed: readonly ObligationFacts[]): Counts {
    const asOf = lastSecondOf(this.until);
    const counts = { onTime: 0, late: 0, overdue: 0, open: 0 };
    for (const each of owed) counts[timeliness(each, asOf)] += 1;
    return { total: owed.length, ...counts };
  }
}

import { createWorkflow } from '#workflow';
import {
  foldUnitPlan,
  type Instant,
  type LocalDate,
  nextWakeUp,
  type RulesContext,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import { type BenchmarkOptions, type Rates, type Report, reportRates } from './benchmark.js';
import { ISSUED, issue, planOf, prepare } from './communes.js';

const TENANT = 't';
const UNITS = 200;
const TASKS = 50;
const PASSES = 10;
const SIZES = [10, 200] as const;

/**
 * Rules over items: when will any of a plan's escalation steps next happen to any of 10,000 open items? Ours asks the engine,
 * which looks at everything that could happen to a unit plan; the limit is a closure for each step, over plain objects.
 */
export async function rulesBenchmark({ rounds, progress }: BenchmarkOptions): Promise<Report> {
  const rates: Rates[] = [];
  for (const size of SIZES) {
    const { states, context } = await world(size);
    const [ours, limit] = [[] as number[], [] as number[]];
    for (let round = 0; round <= rounds; round++) {
      const [own, closures] = [byEngine(states, context), byClosures(states, context)];
      if (own.answer !== closures.answer) throw new Error(`the engine says ${own.answer}, closures ${closures.answer}`);
      if (round === 0) continue; // warms up
      ours.push(own.rate);
      limit.push(closures.rate);
      progress(`round ${round}: ${size} rules: ${own.rate.toFixed(0)} items/s, closures ${closures.rate.toFixed(0)}`);
    }
    rates.push({ name: `${size} rules`, unit: 'items/s', ours, limit, limitName: 'closures' });
  }
  const about = 'Rules: the next escalation step of every open item';
  return reportRates({ benchmark: 'rules', about, facts: { items: UNITS * TASKS } }, rates);
}

interface Answer {
  /** Items a second. */
  readonly rate: number;
  readonly answer: string;
}

function timed(items: number, pass: () => string): Answer {
  const start = performance.now();
  let answer = '';
  for (let n = 0; n < PASSES; n++) answer = pass();
  return { rate: (items * PASSES * 1_000) / (performance.now() - start), answer };
}

const byEngine = (states: readonly UnitPlanState[], context: RulesContext): Answer =>
  timed(UNITS * TASKS, () => states.map((state) => nextWakeUp(state, context)).join());

function byClosures(states: readonly UnitPlanState[], context: RulesContext): Answer {
  const plan = context.planOf(states[0]?.plan as UnitPlanState['plan']);
  const rules = (plan?.ladder.steps ?? []).map(({ when, amount }) => {
    const count = when === 'before' ? -amount : amount;
    return (due: LocalDate, since: Instant): Instant | null => {
      const day = new Date(Date.parse(due) + count * 86_400_000).toISOString().slice(0, 10);
      const at = `${day}T00:00:00+07:00` as Instant;
      if (at >= since) return at;
      return when === 'after' ? since : null;
    };
  });
  const known = rules.map((rule) => {
    const instants = new Map<string, Instant | null>();
    return (due: LocalDate, since: Instant): Instant | null => {
      const found = instants.get(due);
      if (found !== undefined) return found;
      const at = rule(due, since);
      instants.set(due, at);
      return at;
    };
  });
  return timed(UNITS * TASKS, () => states.map((state) => first(state, known)).join());
}

function first(state: UnitPlanState, rules: readonly ((due: LocalDate, since: Instant) => Instant | null)[]): Instant | null {
  let earliest: Instant | null = null;
  for (const { due, status, since } of state.items.values()) {
    if (due === null || status !== 'assigned') continue;
    for (const rule of rules) {
      const at = rule(due, since);
      if (at !== null && (earliest === null || at < earliest)) earliest = at;
    }
  }
  return earliest;
}

/** Unit plans of 200 communes under one plan of 50 tasks and so many steps. */
async function world(steps: number): Promise<{ readonly states: readonly UnitPlanState[]; readonly context: RulesContext }> {
  const store = new InMemoryEventStore();
  const workflow = createWorkflow(store);
  await prepare(workflow, TENANT, UNITS);
  await issue(workflow, TENANT, planOf({ tasks: TASKS, steps }));
  const streams = Map.groupBy(await store.readAll(TENANT, 0, 1_000_000), ({ stream }) => stream);
  const states = [...streams].filter(([stream]) => stream.startsWith('unit-plan/')).map(([, events]) => folded(events));
  if (states.length !== UNITS) throw new Error(`${states.length} unit plans, expected ${UNITS}`);
  const context = await workflow.knowledge.of(TENANT).rulesContext(
    states.map(({ plan }) => plan),
    ISSUED,
  );
  return { states, context };
}

const folded = (events: readonly RecordedEvent[]): UnitPlanState =>
  foldUnitPlan(events as readonly unknown[] as readonly UnitPlanEvent[]);

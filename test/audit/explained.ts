import {
  checkExplanation,
  createWorkflow,
  explainIn,
  loadScenario,
  runScenario,
  stepsOf,
  type StepOf,
  WhyLog,
  type Explanation,
  type WhyQuestion,
} from '#workflow';
import {
  foldUnitPlan,
  type Instant,
  type ItemId,
  type PlanIssued,
  type ReportId,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import { rateCounts, rateOf, type RatedReport } from '#read-models';
import { readFile } from 'node:fs/promises';

/** A year that was lived through. */
export interface Lived {
  readonly store: InMemoryEventStore;
  readonly tenant: string;
  readonly events: readonly RecordedEvent[];
  /** The last moment that was lived through. */
  readonly end: Instant;
  /** The plans at the top. */
  readonly roots: readonly PlanIssued[];
}

/** Lives through the scenario of a folder, in memory. */
export async function liveThrough(folder: string): Promise<Lived> {
  const bundle = await loadScenario(folder, (file) => readFile(file, 'utf8'));
  const store = new InMemoryEventStore();
  const run = await runScenario(createWorkflow(store), bundle, { tenant: bundle.top, until: 'last-obligation' });
  const events: RecordedEvent[] = [];
  for await (const batch of store.replay(bundle.top)) events.push(...batch);
  const issued = events.filter(({ type }) => type === 'PlanIssued').map(({ data }) => data as PlanIssued);
  const end = `${run.until ?? bundle.begins}T23:59:59+07:00` as Instant;
  return { store, tenant: bundle.top, events, end, roots: issued.filter(({ parent }) => parent === null) };
}

/** What came of asking about everything. */
export interface Tally {
  obligations: number;
  statements: number;
  /** Steps that happened, and steps that did not: each was asked both ways. */
  happened: number;
  notHappened: number;
  rates: number;
  /** What a unit does not owe, though others under the same plan do. */
  notOwed: number;
  /** By the code of the first reason, why steps did not happen. */
  readonly reasons: Map<string, number>;
  readonly wrong: string[];
}

export const emptyTally = (): Tally => ({
  obligations: 0,
  statements: 0,
  happened: 0,
  notHappened: 0,
  rates: 0,
  notOwed: 0,
  reasons: new Map(),
  wrong: [],
});

/** Of how many obligations, of how many units' rates, and of how many pairs of a unit and what it does not owe one is asked about. */
export interface Sampling {
  readonly obligations: number;
  readonly rates: number;
  readonly absences: number;
}

/**
 * Asks of every obligation of every unit plan (of one in `obligations`) why it is owed, due and as it stands, and of each of its
 * steps in each generation why and why not; of every unit (of one in `rates`) why its rate is what it is. Each answer goes through
 * JSON, is held to its own evidence, and to the state that the log folds to.
 */
export async function explainAll(lived: Lived, { obligations, rates, absences }: Sampling, tally: Tally): Promise<void> {
  const log = await WhyLog.open(lived.store, lived.tenant, lived.end);
  const streams = Map.groupBy(
    lived.events.filter(({ stream }) => stream.startsWith('unit-plan/')),
    ({ stream }) => stream,
  );
  let count = 0;
  for (const events of streams.values()) {
    const state = foldUnitPlan(events as unknown as readonly UnitPlanEvent[]);
    for (const key of keysOf(state)) if (count++ % obligations === 0) await askAbout(log, { state, key }, tally);
  }
  await askRates(log, { lived, streams, every: rates }, tally);
  await askAbsences(log, { lived, streams, every: absences }, tally);
}

/** Why each unit does not owe what some other one under the same plan does. */
async function askAbsences(log: WhyLog, { lived, streams, every }: Rates, tally: Tally): Promise<void> {
  const units = lived.events.filter(({ type }) => type === 'UnitFounded').map(({ data }) => (data as { readonly id: string }).id);
  const states = [...streams.values()].map((events) => foldUnitPlan(events as unknown as readonly UnitPlanEvent[]));
  const absent = lived.roots.flatMap(({ id: plan }) => {
    const own = new Map(
      states.filter((state) => state.plan === plan).map((state) => [state.unit as string, new Set(keysOf(state))]),
    );
    const all = [...new Set([...own.values()].flatMap((keys) => [...keys]))].filter((key) => !MADE_TO_ORDER.test(key));
    return units.flatMap((unit) =>
      all.filter((key) => !own.get(unit)?.has(key)).map((obligation) => ({ plan, unit, obligation })),
    );
  });
  for (const [index, each] of absent.entries()) if (index % every === 0) await askAbsence(log, each, tally);
}

/** What comes only when somebody asks for it, or from a reorganisation. */
const MADE_TO_ORDER = / (explain:|request@|case@)|~/;

async function askAbsence(
  log: WhyLog,
  absent: Pick<WhyQuestion, 'plan' | 'unit'> & { obligation: string },
  tally: Tally,
): Promise<void> {
  tally.notOwed += 1;
  const { holds, answer } = await ask(log, { ...absent, negated: true }, tally);
  const code = answer[0]?.code ?? 'none';
  tally.reasons.set(`owed: ${code}`, (tally.reasons.get(`owed: ${code}`) ?? 0) + 1);
  if (!holds || code === 'none' || code === 'not.clock-behind')
    tally.wrong.push(`${absent.unit} ${absent.obligation}: not owed, and the answer is ${code}`);
}

const keysOf = ({ items, reports, duties }: UnitPlanState): readonly string[] => [
  ...[...items.keys()].map((id) => `item ${id}`),
  ...[...reports.keys()].map((id) => `report ${id}`),
  ...[...duties.keys()].map((id) => `duty ${id}`),
];

interface Asked {
  readonly state: UnitPlanState;
  readonly key: string;
}

async function ask(log: WhyLog, question: Omit<WhyQuestion, 'at'>, tally: Tally): Promise<Explanation> {
  const answer = await explainIn(log, { ...question, at: log.at });
  const read = JSON.parse(JSON.stringify(answer)) as Explanation;
  const name = `${question.unit} ${question.obligation ?? 'rate'} ${question.step ?? ''}${question.negated ? ' not' : ''}`;
  for (const { code, what } of checkExplanation(read)) tally.wrong.push(`${name}: ${code}: ${what}`);
  tally.statements += JSON.stringify(read.answer).split('"code"').length - 1;
  return read;
}

async function askAbout(log: WhyLog, asked: Asked, tally: Tally): Promise<void> {
  const { state, key } = asked;
  const question = { plan: state.plan, unit: state.unit, obligation: key, negated: false };
  tally.obligations += 1;
  const whole = await ask(log, question, tally);
  const name = `${state.unit} ${key}`;
  if (!whole.holds) tally.wrong.push(`${name}: it is owed, and the answer says it is not`);
  for (const [said, recorded] of compared(whole, asked))
    if (said !== recorded) tally.wrong.push(`${name}: ${said}, recorded ${recorded}`);
  const late = [
    await ask(log, { ...question, aspect: 'late' }, tally),
    await ask(log, { ...question, aspect: 'late', negated: true }, tally),
  ];
  if (late[0]?.holds === late[1]?.holds) tally.wrong.push(`${name}: both late and not late`);
  for (const step of await stepsOf(log, { plan: state.plan, unit: state.unit, key }))
    await askStep(log, { ...asked, step }, tally);
}

/** What an answer says beside what the log folds to. */
function compared(
  { answer }: Explanation,
  { state: { items, reports, duties }, key }: Asked,
): readonly (readonly [unknown, unknown])[] {
  const id = key.slice(key.indexOf(' ') + 1);
  const kind = key.slice(0, key.indexOf(' '));
  const own = kind === 'item' ? items.get(id as ItemId) : kind === 'report' ? reports.get(id as ReportId) : duties.get(id);
  const due = answer.find((each) => each.code === 'due.is')?.facts.due;
  const status = answer.find((each) => each.code === 'state.is')?.facts.status;
  return [[due, own?.due], ...(own && 'status' in own ? [[status, own.status] as const] : [])];
}

async function askStep(log: WhyLog, { state, key, step }: Asked & { readonly step: StepOf }, tally: Tally): Promise<void> {
  const { name, generation, failing } = step;
  const asked = { plan: state.plan, unit: state.unit, obligation: key, step: name, generation };
  const label = `${state.unit} ${key} ${name}#${generation}`;
  const fired = state.fired.some((each) => each.obligation === key && each.step === name && each.generation === generation);
  const why = await ask(log, { ...asked, negated: false }, tally);
  const whyNot = await ask(log, { ...asked, negated: true }, tally);
  if (why.holds === whyNot.holds || why.holds !== fired) tally.wrong.push(`${label}: answered both ways, or the wrong way`);
  if (!fired) return noteReason(whyNot, tally, label);
  tally.happened += 1;
  // Just before it happened, none of its conditions failed.
  if (failing !== 'not.clock-behind') tally.wrong.push(`${label}: happened though ${failing}`);
}

function noteReason({ answer }: Explanation, tally: Tally, name: string): void {
  const code = answer[0]?.code ?? 'none';
  tally.notHappened += 1;
  tally.reasons.set(code, (tally.reasons.get(code) ?? 0) + 1);
  if (code === 'not.clock-behind' || code === 'none') tally.wrong.push(`${name}: did not happen, and nothing says why`);
}

interface Rates {
  readonly lived: Lived;
  readonly streams: ReadonlyMap<string, readonly RecordedEvent[]>;
  readonly every: number;
}

async function askRates(log: WhyLog, { lived, streams, every }: Rates, tally: Tally): Promise<void> {
  for (const { id, ref } of lived.roots) {
    const states = [...streams.values()]
      .map((events) => foldUnitPlan(events as unknown as readonly UnitPlanEvent[]))
      .filter(({ plan }) => plan === id);
    const whole = await rate(log, { plan: id, unit: ref.issuer }, tally);
    const below = branchOf(lived, ref.issuer);
    const counts = rateOf(rateCounts(states.filter(({ unit }) => below(unit)).flatMap(ratedReports), lived.end));
    const is = whole.answer.find((each) => each.code === 'rate.is')?.facts;
    for (const name of ['expected', 'received', 'onTime', 'completeness', 'timeliness'] as const)
      if (is?.[name] !== counts[name]) tally.wrong.push(`${ref.issuer}: ${name} ${is?.[name]}, counted ${counts[name]}`);
    for (const [index, { unit }] of states.entries()) if (index % every === 0) await rate(log, { plan: id, unit }, tally);
  }
}

/** Which units lie below one, or lay there to their end, by the last superior that the organisation gave each. */
function branchOf({ events }: Lived, top: string): (unit: string) => boolean {
  const superiors = new Map<string, string | null>();
  for (const { type, data } of events)
    if (type === 'UnitFounded' || type === 'UnitMoved') {
      const { id, superior } = data as { readonly id: string; readonly superior: string | null };
      superiors.set(id, superior);
    }
  return (unit) => {
    let at: string | null | undefined = unit;
    while (at && at !== top) at = superiors.get(at);
    return at === top;
  };
}

async function rate(log: WhyLog, of: Pick<WhyQuestion, 'plan' | 'unit'>, tally: Tally): Promise<Explanation> {
  tally.rates += 1;
  return ask(log, { ...of, negated: false, aspect: 'rate' }, tally);
}

const ratedReports = ({ reports, transferredAt }: UnitPlanState): readonly RatedReport[] =>
  [...reports.values()].map(({ due, time = null, status, submittedAt, consolidated }) => ({
    due,
    dueTime: time,
    status,
    submittedAt,
    consolidated,
    unitEndedAt: transferredAt,
  }));

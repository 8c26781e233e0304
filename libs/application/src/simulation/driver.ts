import { AppError } from '#contracts';
import { draftOwnPlan, peekHeader } from '#dsl';
import {
  localDateOf,
  openingInstants,
  planAbove,
  startOfDay,
  unitPlanStream,
  type Directory,
  type Instant,
  type LocalDate,
  type PlanId,
  type UnitId,
  type UnitPlanState,
} from '#engine';
import { NotFound, Refused } from '../workflow/faults.js';
import { rulesHash } from '../workflow/rules-service.js';
import type { TenantKnowledge } from '../workflow/tenant-knowledge.js';
import type { Workflow } from '../workflow/workflow.js';
import { planHolding, requestOf } from './action-request.js';
import { Agenda } from './agenda.js';
import type { ScenarioBundle } from './bundle.js';
import { draftersOf } from './drafters.js';
import { HabitBook } from './habit-book.js';
import { HabitPlanner, type Deed, type Habitat } from './habit-planner.js';
import { Mirror } from './mirror.js';
import { NamedDeeds } from './named-deeds.js';
import { isPlanDeed, recordPlanDeed, type PlanDeed } from './plan-deeds.js';
import { ScenarioRefused } from './problems.js';
import type { ScenarioOptions, ScenarioProgress } from './progress.js';
import type { Action } from './scenario.js';
import { Steps, type StepDone } from './steps.js';

/** Carries out a scenario, one instant after another. */
export class ScenarioDriver {
  /** The plan at the top, once it has been issued. */
  root: PlanId | null = null;
  /** Last allowed day of the last obligation there is by now, or the day of the last action where that is later. */
  lastDay: LocalDate;
  private readonly steps: Steps;
  private readonly mirror: Mirror;
  private readonly agenda = new Agenda();
  private readonly named: NamedDeeds;
  private readonly known: TenantKnowledge;
  private readonly tenant: string;
  private book: { readonly directory: Directory; readonly book: HabitBook } | undefined;
  private nextAction = 0;
  /** When plans that have been issued open further periods: people take note of them then. */
  private readonly openings = new Set<Instant>();
  /** Plans by the name of their rules file. */
  private readonly issued = new Map<string, PlanId>();

  constructor(
    private readonly workflow: Workflow,
    private readonly bundle: ScenarioBundle,
    private readonly options: ScenarioOptions,
  ) {
    this.tenant = options.tenant;
    this.steps = new Steps(workflow.store, this.tenant, bundle.hash);
    this.mirror = new Mirror(workflow.store, this.tenant);
    this.named = new NamedDeeds(bundle.scenario.actions);
    this.known = workflow.knowledge.of(this.tenant);
    this.lastDay = localDateOf(bundle.scenario.actions.at(-1)?.at ?? startOfDay(bundle.begins));
  }

  /** Records the organisation and the calendar. */
  async setUp(): Promise<void> {
    const { organisation, calendar, begins } = this.bundle;
    const at = startOfDay(begins);
    const service = this.workflow.organisation;
    await this.steps.take((idempotencyKey) => service.record(this.tenant, organisation, at, { idempotencyKey }));
    const done = await this.steps.take((idempotencyKey) =>
      service.publishCalendar(this.tenant, calendar, at, { idempotencyKey }),
    );
    await this.settle(done, at);
  }

  /** The next instant at which somebody does something. */
  next(): Instant | undefined {
    const action = this.bundle.scenario.actions[this.nextAction]?.at;
    const instants = [action, this.agenda.earliest(), ...this.openings].filter((at) => at !== undefined);
    return instants.length === 0 ? undefined : instants.reduce((earliest, at) => (at < earliest ? at : earliest));
  }

  /** Everything that people do at an instant, after all that time has caused until then. */
  async live(at: Instant): Promise<void> {
    const { actions } = this.bundle.scenario;
    if (this.openings.delete(at)) await this.react(at);
    for (let action = actions[this.nextAction]; action?.at === at; action = actions[this.nextAction]) {
      const path = `/actions/${this.nextAction}`;
      await this.act(action).catch((error: unknown) => {
        throw error instanceof AppError ? new ScenarioRefused(path, error) : error;
      });
      this.nextAction += 1;
    }
    const deeds = this.agenda.at(at);
    if (deeds.length > 0) await this.followHabits(deeds, at);
    this.tell(at, null);
  }

  /** Lets the engine's clock run up to an instant; nothing to do where a recorded step is about to be passed over. */
  async runClock(until: Instant, keepGoing: () => boolean = () => true): Promise<void> {
    if (await this.steps.recorded()) return;
    await this.workflow.clock.runUntil(this.tenant, until, keepGoing);
  }

  private async act(action: Action): Promise<void> {
    const { at } = action;
    if (action.do === 'issue') return this.issueFile(action.rules, at);
    if (action.do === 'calendar') return this.publishCalendar(action.calendar, at);
    if (action.do === 'reorganise') return this.reorganise(action.changes, at);
    if (isPlanDeed(action)) return this.record(action);
    const directory = await this.known.directory(localDateOf(at));
    if (action.do === 'issue-draft') {
      for (const [index, unit] of draftersOf(action.who, directory).entries()) {
        const number = action.number.replaceAll('{n}', String(index + 1));
        await this.issue(await this.draft(unit, { number, at, language: action.language }), at);
      }
      return;
    }
    if (this.root === null) throw new NotFound('plan', '—');
    const plan = planHolding(action, this.issued.values(), this.mirror.states) ?? this.root;
    const request = requestOf(action, plan, { states: this.mirror.states, directory });
    await this.runClock(at);
    const done = await this.steps.take((idempotencyKey) =>
      this.workflow.unitPlans.execute(this.tenant, request, at, { idempotencyKey }),
    );
    await this.settle(done, at);
  }

  private async issueFile(file: string, at: Instant): Promise<void> {
    this.issued.set(file, await this.issue(this.bundle.texts.get(file) ?? '', at));
  }

  /** A document that speaks of a whole plan: everybody concerned reacts at once. */
  private async record(action: PlanDeed): Promise<void> {
    const { at } = action;
    await this.runClock(at);
    const scope = { workflow: this.workflow, tenant: this.tenant, issued: this.issued };
    await this.settle(await this.steps.take((idempotencyKey) => recordPlanDeed(action, scope, { at, idempotencyKey })), at);
    await this.react(at);
  }

  private async publishCalendar(file: string, at: Instant): Promise<void> {
    const data = this.bundle.calendars.get(file);
    if (!data) throw new TypeError(`calendar ${file} has not been read`);
    await this.runClock(at);
    const { organisation } = this.workflow;
    const done = await this.steps.take((idempotencyKey) =>
      organisation.publishCalendar(this.tenant, data, at, { idempotencyKey }),
    );
    await this.settle(done, at);
    await this.react(at);
  }

  /** Changes that take effect later happen on their day: people take note of them then. */
  private async reorganise(file: string, at: Instant): Promise<void> {
    const changes = this.bundle.reorganisations.get(file);
    if (!changes) throw new TypeError(`changes ${file} have not been read`);
    await this.runClock(at);
    const { reorganisations } = this.workflow;
    const done = await this.steps.take((idempotencyKey) => reorganisations.apply(this.tenant, changes, at, { idempotencyKey }));
    await this.settle(done, at);
    await this.react(at);
    for (const { data } of changes) if (startOfDay(data.from) > at) this.openings.add(startOfDay(data.from));
  }

  /** A step of its own, so that a run that begins again sees what was there then, and nothing later. */
  private async react(at: Instant): Promise<void> {
    const { clock, store } = this.workflow;
    const done = await this.steps.take(async (idempotencyKey) => {
      await clock.runUntil(this.tenant, at);
      return store.append(this.tenant, [], { idempotencyKey });
    });
    await this.settle(done, at);
  }

  private async followHabits(deeds: readonly Deed[], at: Instant): Promise<void> {
    await this.runClock(at);
    const requests = deeds.map(({ request }) => request);
    const done = await this.steps.take(async (idempotencyKey) => {
      const { position, refusals } = await this.workflow.unitPlans.executeBatch(this.tenant, requests, at, { idempotencyKey });
      const [refused] = refusals;
      if (refused) throw new ScenarioRefused(null, new Refused(refused.rejection, refused.request));
      return { position };
    });
    await this.settle(
      done,
      at,
      requests.map(({ plan, unit }) => unitPlanStream(plan, unit)),
    );
  }

  /** Publishes a text and issues it as a plan: two steps, of which the second completes its own cascade where it was interrupted. */
  private async issue(text: string, at: Instant): Promise<PlanId> {
    await this.runClock(at);
    const hash = rulesHash(text);
    const actor = await this.issuerOf(text, at);
    await this.steps.take((idempotencyKey) => this.workflow.rules.publish(this.tenant, { text, actor }, at, { idempotencyKey }));
    let unitPlans = 0;
    let plan: PlanId | undefined;
    const done = await this.steps.repeat(async (idempotencyKey) => {
      const issued = await this.workflow.plans.issue(this.tenant, { hash, actor }, at, { idempotencyKey });
      this.root ??= issued.plan;
      ({ plan } = issued);
      unitPlans = issued.derived + issued.replaced;
      return issued;
    });
    await this.settle(done, at);
    this.tell(at, { number: peekHeader(text)?.number ?? '', unitPlans });
    if (plan === undefined) throw new NotFound('plan', hash);
    await this.expectOpenings(plan, at);
    return plan;
  }

  private async expectOpenings(id: PlanId, at: Instant): Promise<void> {
    const plan = await this.known.plan(id);
    if (!plan) throw new NotFound('plan', id);
    const context = { directory: await this.known.directory(localDateOf(at)), calendar: await this.known.calendar() };
    for (const opening of openingInstants(plan, context)) {
      if (opening <= at) continue;
      this.openings.add(opening);
      if (localDateOf(opening) > this.lastDay) this.lastDay = localDateOf(opening);
    }
  }

  private async issuerOf(text: string, at: Instant): Promise<UnitId> {
    const directory = await this.known.directory(localDateOf(at));
    const name = peekHeader(text)?.issuerName;
    return (name === undefined ? undefined : directory.find(name)?.id) ?? this.bundle.top;
  }

  /** The ready draft of a unit's own plan, under the plan that it follows at this moment. */
  private async draft(
    unit: UnitId,
    { number, at, language }: { readonly number: string; readonly at: Instant; readonly language: 'vi' | 'en' },
  ): Promise<string> {
    const source = this.root === null ? undefined : this.mirror.states.get(unitPlanStream(this.root, unit))?.source;
    const followed = source && (await this.known.plan(source));
    if (!followed) throw new NotFound('unit-plan', unit);
    const parent = planAbove(followed, unit);
    const issuedOn = localDateOf(at);
    return draftOwnPlan({ parent, directory: await this.known.directory(issuedOn), unit, number, issuedOn }, language);
  }

  /** Takes note of what a step did, and lets everybody who is touched by it plan anew. */
  private async settle({ position }: StepDone, at: Instant, acted: readonly string[] = []): Promise<void> {
    const touched = await this.mirror.readTo(position);
    const habitat = await this.habitat(at);
    for (const stream of new Set([...touched, ...acted])) {
      const state = this.mirror.states.get(stream);
      if (!state) continue;
      this.agenda.replace(stream, new HabitPlanner(habitat, state, at).deeds());
      const last = lastDueOf(state);
      if (last !== null && last > this.lastDay) this.lastDay = last;
    }
  }

  private async habitat(at: Instant): Promise<Habitat> {
    const directory = await this.known.directory(localDateOf(at));
    if (this.book?.directory !== directory) {
      this.book = { directory, book: new HabitBook(this.bundle.scenario.habits, directory) };
    }
    return {
      seed: this.bundle.scenario.seed,
      book: this.book.book,
      directory,
      calendar: await this.known.calendar(),
      reportText: REPORT_TEXT,
      isNamed: (unit, what) => this.named.has(unit, what),
    };
  }

  private tell(at: Instant, issued: ScenarioProgress['issued']): void {
    const { onProgress } = this.options;
    onProgress?.({ at, step: this.steps.count, events: this.mirror.upTo, isReplaying: this.steps.isReplaying, issued });
  }
}

function lastDueOf({ items, reports, duties }: UnitPlanState): LocalDate | null {
  let last: LocalDate | null = null;
  for (const { due } of [...items.values(), ...reports.values(), ...duties.values()]) {
    if (due !== null && (last === null || due > last)) last = due;
  }
  return last;
}

/** What habits write into reports. */
const REPORT_TEXT = 'Kết quả thực hiện kế hoạch kỳ {period}';

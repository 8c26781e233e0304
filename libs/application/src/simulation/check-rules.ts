import { check, peekHeader, type Diagnostic, type PlanName } from '#dsl';
import {
  effectivePlan,
  obligationsBelow,
  planIdOf,
  workingCalendar,
  type CalendarData,
  type Directory,
  type EffectivePlan,
  type LocalDate,
  type Obligations,
  type PlanId,
  type UnitId,
  type WorkingCalendar,
} from '#engine';
import { AppError, type Bilingual } from '#contracts';
import { snapshot, type OrganisationHistory } from '#organisation';
import { rulesHash } from '../workflow/rules-service.js';

/** Thrown when a rules file of a scenario does not check. */
export class RulesFileInvalid extends AppError {
  override readonly code = 'rules.invalid';
  override readonly mend: Bilingual = {
    vi: 'Sửa các lỗi được đánh dấu rồi chạy lại.',
    en: 'Mend what is marked, then run again.',
  };
  constructor(
    readonly file: string,
    readonly text: string,
    readonly diagnostics: readonly Diagnostic[],
  ) {
    super(`${file} does not check`);
  }
  override get what(): Bilingual {
    const count = this.diagnostics.filter(({ severity }) => severity === 'error').length;
    return { vi: `${this.file} có ${count} lỗi.`, en: `${this.file} has ${count} error${count === 1 ? '' : 's'}.` };
  }
}

/** What the rules files of a scenario say, once read. */
export interface RulesOfScenario {
  /** Day of issue by the name of the file. */
  readonly issuedOn: ReadonlyMap<string, LocalDate>;
  /** What each unit owes under any of the plans: `item 1.2`, `report 1@2022-9M`. */
  readonly held: ReadonlyMap<UnitId, ReadonlySet<string>>;
}

/**
 * Reads all rules files, each against the organisation on its day and the plan it cites.
 * @throws RulesFileInvalid for the first that has errors
 */
export function readRules(
  texts: ReadonlyMap<string, string>,
  history: OrganisationHistory,
  calendar: CalendarData,
): RulesOfScenario {
  const reader = new RulesReader(history, workingCalendar(calendar));
  for (const [file, text] of texts) reader.read(file, text);
  return reader;
}

class RulesReader implements RulesOfScenario {
  readonly issuedOn = new Map<string, LocalDate>();
  readonly held = new Map<UnitId, Set<string>>();
  private readonly plans = new Map<PlanId, EffectivePlan>();

  constructor(
    private readonly history: OrganisationHistory,
    private readonly calendar: WorkingCalendar,
  ) {}

  read(file: string, text: string): void {
    const header = peekHeader(text);
    const directory = snapshot(this.history, header?.issuedOn ?? ANY_DAY);
    const parent = header?.implements && this.parent(header.implements, directory);
    const { calendar } = this;
    const { rules, diagnostics } = check(text, { directory, calendar, ...(parent && { parent }) });
    if (!rules) throw new RulesFileInvalid(file, text, diagnostics);
    const plan = effectivePlan(rules, rulesHash(text), parent ?? null);
    this.plans.set(plan.id, plan);
    this.issuedOn.set(file, rules.plan.issuedOn);
    for (const [unit, owed] of obligationsBelow(plan, { directory, calendar })) this.hold(unit, owed);
  }

  private parent({ number, issuedOn, issuerName }: PlanName, directory: Directory): EffectivePlan | undefined {
    const issuer = directory.find(issuerName)?.id;
    return issuer && this.plans.get(planIdOf({ issuer, number, issuedOn }));
  }

  private hold(unit: UnitId, { items, reports, duties }: Obligations): void {
    const keys = this.held.get(unit) ?? new Set();
    for (const { id } of items) keys.add(`item ${id}`);
    for (const { id } of reports) keys.add(`report ${id}`);
    for (const { id } of duties) keys.add(`duty ${id}`);
    this.held.set(unit, keys);
  }
}

/** For a text without a readable date: it has errors, whatever the day. */
const ANY_DAY = '2022-01-01' as LocalDate;

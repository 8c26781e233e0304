import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { check, peekHeader, type CheckEnv, type CheckResult, type PlanHeader, type PlanName } from '#dsl';
import {
  effectivePlan,
  instantOfMs,
  localDateOf,
  planIdOf,
  workingCalendar,
  type EffectivePlan,
  type OrganisationEvent,
  type WorkingCalendar,
} from '#engine';
import { foldOrganisation, snapshot, VIETNAM_CALENDAR, type OrganisationHistory } from '#organisation';
import { AppError } from '#contracts';
import { OrganisationMissing } from './faults.js';
import { readCalendar, readOrganisation, readText } from './files.js';
import type { Typed } from './verb.js';

/** A rules file and what checking it found. */
export interface CheckedFile {
  readonly file: string;
  readonly text: string;
  readonly result: CheckResult;
  /** What it was checked against. */
  readonly env: CheckEnv;
  /** The plan that the text cites, where no file of it could be found: nothing was held against it. */
  readonly missingParent: PlanName | null;
}

interface RulesFile {
  readonly file: string;
  readonly text: string;
  readonly header: PlanHeader | null;
}

/** A file that cannot be checked, and why: it is not there, or the organisation beside it does not read. */
export interface FaultyFile {
  readonly file: string;
  readonly fault: AppError;
}

/** Checks rules files against the organisation beside them, parents before the plans that cite them, in the order given. */
export async function checkFiles(files: readonly string[], typed: Typed): Promise<readonly CheckedFile[]> {
  const { checked, faulty } = await checkWhatCanBe(files, typed);
  if (faulty[0]) throw faulty[0].fault;
  return checked;
}

/** As {@link checkFiles}, but a file that cannot be checked stops no other: what is wrong with it is told apart. */
export async function checkWhatCanBe(
  files: readonly string[],
  typed: Typed,
): Promise<{ readonly checked: readonly CheckedFile[]; readonly faulty: readonly FaultyFile[] }> {
  const calendarFile = typed.value('calendar');
  const calendar = workingCalendar(calendarFile === undefined ? VIETNAM_CALENDAR : await readCalendar(calendarFile));
  const checker = new FileChecker(calendar, typed.value('organisation'));
  const read = await Promise.all(files.map((file) => attempt(file, () => rulesFile(file))));
  const given = read.flatMap((one) => ('value' in one ? [one.value] : []));
  const checked: Attempt<CheckedFile>[] = [];
  for (const each of given) checked.push(await attempt(each.file, () => checker.check(each, given)));
  return {
    checked: checked.flatMap((one) => ('value' in one ? [one.value] : [])),
    faulty: [...read, ...checked].flatMap((one) => ('fault' in one ? [one] : [])),
  };
}

type Attempt<T> = { readonly value: T } | FaultyFile;

/** What comes of some work on a file, or the fault that stopped it; anything but a fault is thrown on. */
async function attempt<T>(file: string, work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() };
  } catch (fault) {
    if (fault instanceof AppError) return { file, fault };
    throw fault;
  }
}

async function rulesFile(file: string): Promise<RulesFile> {
  const text = await readText(file);
  return { file, text, header: peekHeader(text) };
}

class FileChecker {
  private readonly done = new Map<string, CheckedFile>();
  private readonly histories = new Map<string, Promise<readonly OrganisationEvent[]>>();
  private readonly neighbours = new Map<string, Promise<readonly RulesFile[]>>();
  private readonly underWay = new Set<string>();

  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly organisation: string | undefined,
  ) {}

  async check({ file, text, header }: RulesFile, given: readonly RulesFile[]): Promise<CheckedFile> {
    const key = path.resolve(file);
    const known = this.done.get(key);
    if (known) return known;
    this.underWay.add(key);
    const history = await this.history(file);
    const cited = header?.implements ?? null;
    const parent = cited && (await this.parent(cited, { file, given, history }));
    const date = header?.issuedOn ?? localDateOf(instantOfMs(Date.now()));
    const { calendar } = this;
    const env: CheckEnv = { directory: snapshot(history, date), calendar, ...(parent && { parent }) };
    const result = check(text, env);
    const checked = { file, text, result, env, missingParent: cited && !parent ? cited : null };
    this.done.set(key, checked);
    return checked;
  }

  private async history(file: string): Promise<OrganisationHistory> {
    const organisation = this.organisation ?? path.join(path.dirname(file), 'organisation.json');
    if (this.organisation === undefined && !existsSync(organisation)) throw new OrganisationMissing(organisation);
    const events = this.histories.get(organisation) ?? readOrganisation(organisation);
    this.histories.set(organisation, events);
    return foldOrganisation(await events);
  }

  /** What a cited plan amounts to: from the files given, else from those of the same folder. */
  private async parent(
    cited: PlanName,
    {
      file,
      given,
      history,
    }: { readonly file: string; readonly given: readonly RulesFile[]; readonly history: OrganisationHistory },
  ): Promise<EffectivePlan | null> {
    const isCited = ({ header }: RulesFile): boolean => header?.number === cited.number && header.issuedOn === cited.issuedOn;
    const found = given.find(isCited) ?? (await this.beside(file)).find(isCited);
    if (!found || this.isCircular(found)) return null;
    const { rules } = (await this.check(found, given)).result;
    const issuer = snapshot(history, cited.issuedOn).find(cited.issuerName)?.id;
    if (!rules || rules.plan.issuer !== issuer) return null;
    const above = found.header?.implements;
    const grandparent = above ? await this.parent(above, { file: found.file, given, history }) : null;
    return effectivePlan(rules, planIdOf(rules.plan), grandparent);
  }

  /** Two plans that cite one another: neither can be the other's parent. */
  private isCircular({ file }: RulesFile): boolean {
    const key = path.resolve(file);
    return this.underWay.has(key) && !this.done.has(key);
  }

  private beside(file: string): Promise<readonly RulesFile[]> {
    const folder = path.dirname(file);
    const known = this.neighbours.get(folder) ?? rulesFilesOf(folder);
    this.neighbours.set(folder, known);
    return known;
  }
}

async function rulesFilesOf(folder: string): Promise<readonly RulesFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.thac')).toSorted();
  return Promise.all(names.map((name) => rulesFile(path.join(folder, name))));
}

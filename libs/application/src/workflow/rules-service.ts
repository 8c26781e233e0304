import { check, peekHeader, plansDownTo, type CheckResult, type Diagnostic, type Surroundings } from '#dsl';
import {
  localDateOf,
  planIdOf,
  rulesStream,
  type Directory,
  type EffectivePlan,
  type Instant,
  type LocalDate,
  type PlanId,
  type PlanRules,
  type RulesPublished,
  type UnitId,
} from '#engine';
import type { AppendOptions, EventStore } from '#event-store';
import { createHash } from 'node:crypto';
import { Refused } from './faults.js';
import type { CalendarEdition } from './known-calendars.js';
import type { Knowledge } from './tenant-knowledge.js';
import { retryOnConflict } from './retry-on-conflict.js';

/** Two people publishing the same text at once: the second finds it published. */
const ATTEMPTS = 3;

/** Largest rules text that is read: a real plan has a twentieth of it. */
export const MAX_RULES_BYTES = 1_048_576;

/** Identity of a text: SHA-256 of its UTF-8 bytes, verbatim. */
export const rulesHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What a text is read against. */
interface Around {
  readonly directory: Directory;
  readonly calendar: CalendarEdition;
  readonly parent: EffectivePlan | undefined;
}

export interface Checked extends CheckResult {
  readonly hash: string;
}

/** Reads rules texts: against the organisation on the plan's date, the calendar, and the parent plan where it cites one. */
export class RulesService {
  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
  ) {}

  /** @throws Refused when the text is larger than {@link MAX_RULES_BYTES} */
  async check(tenant: string, text: string, at: Instant): Promise<Checked> {
    const { directory, calendar, parent } = await this.around(tenant, text, at);
    const env = { directory, calendar: calendar.calendar, ...(parent ? { parent } : {}) };
    return { ...check(text, env), hash: rulesHash(text) };
  }

  /**
   * What a text is checked against, as data.
   * @throws Refused when the text is larger than {@link MAX_RULES_BYTES}
   */
  async surroundings(tenant: string, text: string, at: Instant): Promise<Surroundings> {
    const { directory, calendar, parent } = await this.around(tenant, text, at);
    const { version, units } = directory;
    const date = (peekHeader(text)?.issuedOn ?? localDateOf(at)) as LocalDate;
    return {
      today: localDateOf(at),
      directory: { date, version, units: [...units.values()] },
      calendar: calendar.data,
      above: plansDownTo(parent ?? null),
    };
  }

  private async around(tenant: string, text: string, at: Instant): Promise<Around> {
    const size = Buffer.byteLength(text, 'utf8');
    if (size > MAX_RULES_BYTES) {
      throw new Refused({ code: 'rules.too-large', args: { size: String(size), limit: String(MAX_RULES_BYTES) } });
    }
    const known = this.knowledge.of(tenant);
    const header = peekHeader(text);
    const directory = await known.directory((header?.issuedOn ?? localDateOf(at)) as LocalDate);
    const cited = header?.implements;
    const issuer = cited ? directory.find(cited.issuerName)?.id : undefined;
    const parentId: PlanId | undefined =
      cited?.issuedOn && issuer ? planIdOf({ issuer, number: cited.number, issuedOn: cited.issuedOn }) : undefined;
    return { directory, calendar: await known.calendarEdition(), parent: parentId && (await known.plan(parentId)) };
  }

  /**
   * Publishes a text that checks: it can be issued from then on, and never changes. Publishing the same text again changes
   * nothing.
   * @throws Refused with the diagnostics when it has errors
   */
  async publish(
    tenant: string,
    { text, actor }: { readonly text: string; readonly actor: UnitId },
    at: Instant,
    options: AppendOptions = {},
  ): Promise<{
    readonly published: RulesPublished;
    readonly diagnostics: readonly Diagnostic[];
    readonly position: number;
    readonly replayed: boolean;
  }> {
    const checked = await this.check(tenant, text, at);
    const { hash, diagnostics } = checked;
    const data = checkedRules(text, checked);
    return retryOnConflict(ATTEMPTS, async () => {
      const known = await this.knowledge.of(tenant).rules(hash);
      const events = known ? [] : [{ type: 'RulesPublished', v: 1, data, because: null, at, actor }];
      const writes = known ? [] : [{ stream: rulesStream(hash), expected: 0, events }];
      const appended = await this.store.append(tenant, writes, options);
      return { published: known ?? data, diagnostics, ...appended };
    });
  }
}

/**
 * The document that a checked text makes.
 * @throws Refused with the diagnostics when the text has errors
 */
export function checkedRules(text: string, { hash, rules, diagnostics }: Checked): RulesPublished {
  if (rules) return { hash, text, rules: bounded(rules) };
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  throw new Refused({ code: 'rules.invalid', args: { errors: String(errors) } }, diagnostics);
}

/** The number is a part of addresses and keys, the title of every list. */
const LONGEST_NUMBER = 100;
const LONGEST_TITLE = 500;

function bounded(rules: PlanRules): PlanRules {
  const [number, title] = [rules.plan.number.length, rules.title.length];
  if (number <= LONGEST_NUMBER && title <= LONGEST_TITLE) return rules;
  const lengths = { number, numberLimit: LONGEST_NUMBER, title, titleLimit: LONGEST_TITLE };
  const args = Object.fromEntries(Object.entries(lengths).map(([name, length]) => [name, String(length)]));
  throw new Refused({ code: 'rules.name-too-long', args });
}

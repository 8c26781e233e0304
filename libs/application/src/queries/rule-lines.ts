import type { Because, EffectivePlan, PlanId, Place } from '#engine';
import type { TenantKnowledge } from '../workflow/tenant-knowledge.js';
import type { RuleLine } from './get-item-history.query.js';

/** Finds the lines of rules texts that events name, reading each document once. */
export class RuleLines {
  private readonly texts = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly known: TenantKnowledge) {}

  async ofBecause(because: unknown): Promise<RuleLine | null> {
    const cause = because as Because | null;
    return cause && this.line({ rules: cause.rules, rule: cause.rule, place: cause.place });
  }

  /** Where a plan's text, or that of a plan above it, sets a task as it holds under that plan. */
  async ofTask(source: PlanId, key: string): Promise<RuleLine | null> {
    const plan = await this.known.plan(source);
    const place = plan?.tasks.find((task) => task.key === key)?.rule.place;
    const setter = plan && place && setterOf(plan, place);
    return setter ? this.line({ rules: setter.hash, rule: `task ${key}`, place }) : null;
  }

  private async line(cause: { readonly rules: string; readonly rule: string; readonly place: Place | null }): Promise<RuleLine> {
    const { rules, rule, place } = cause;
    const lines = await this.linesOf(rules);
    return { rules, rule, place: place ?? null, line: (place && lines[place.line - 1]?.trimEnd()) ?? null };
  }

  private linesOf(hash: string): Promise<readonly string[]> {
    const lines = this.texts.get(hash) ?? this.known.rules(hash).then((document) => document?.text.split(/\r\n|\r|\n/) ?? []);
    this.texts.set(hash, lines);
    return lines;
  }
}

/** The plan of a cascade whose own text has a task at this place. */
function setterOf(plan: EffectivePlan, place: Place): EffectivePlan | undefined {
  for (let at: EffectivePlan | null = plan; at; at = at.parent) {
    if (at.rules.tasks.some((task) => task.place === place)) return at;
  }
  return undefined;
}

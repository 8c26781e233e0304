import type { LocalDate } from '#engine';
import type { DateNode, NameNode, TextNode } from './ast/nodes.js';
import { parse } from './parser/parse.js';
import { clause } from './semantics/reading.js';

/** A plan as a text names it, before any name is looked up. */
export interface PlanName {
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly issuerName: string;
}

/** What a caller needs to find the organisation's date and the parent plan before checking. */
export interface PlanHeader extends PlanName {
  /** The plan that this one says it carries out. */
  readonly implements: PlanName | null;
}

/** The identity that a text states for its plan; null where it states none that can be read. Never throws. */
export function peekHeader(text: string): PlanHeader | null {
  const plan = parse(text).document.items.find((item) => item.kind === 'plan');
  const name = plan && planName(plan);
  if (!name) return null;
  const stated = clause(plan.clauses, 'implements');
  return { ...name, implements: (stated && planName(stated)) ?? null };
}

interface Stated {
  readonly number: TextNode | null;
  readonly issuedOn: DateNode | null;
  readonly issuer: NameNode | null;
}

function planName({ number, issuedOn, issuer }: Stated): PlanName | undefined {
  if (!number || !issuedOn?.value || !issuer) return undefined;
  return { number: number.value, issuedOn: issuedOn.value, issuerName: issuer.value };
}

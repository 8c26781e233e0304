import type { PlanView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { amendingText, newPlanText, replacingText } from '#dsl';
import { plansQuery, rulesQuery, unitQuery } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { language } from '../../i18n/locale.js';
import type { EditorMode } from '../../router/routes.js';
import { useActingUnit } from '../../ui/acting.js';
import { surroundingsQuery } from './surroundings.js';

/** What is being written, by its address: a plan of one's own, or a change of one. */
export interface Writing {
  readonly mode: EditorMode;
  /** The plan that it changes; null for a new one. */
  readonly plan: string | null;
}

/** A text that changes an issued plan. */
export interface Change {
  readonly mode: Exclude<EditorMode, 'new'>;
  readonly plan: string;
}

/** What a text begins as, and what it is compared with. */
export interface Beginning {
  readonly text: string;
  /** The text that this one takes the place of; null where there is none. */
  readonly before: string | null;
  /** Number of the plan that it changes. */
  readonly number: string | null;
}

/** A number that has yet to be given. */
export const NO_NUMBER = '00/KH-UBND';

/** A text that says nothing: what it is checked against is today's. */
const NOTHING_WRITTEN = '//';

/** Name of the draft of a text, on this machine. */
export const draftName = ({ mode, plan }: Writing): string => `editor ${mode}${plan === null ? '' : ` ${plan}`}`;

export type Asked =
  | { readonly is: 'ready'; readonly beginning: Beginning }
  | { readonly is: 'waiting' | 'no-unit' | 'no-plan' }
  | { readonly is: 'failed'; readonly fault: unknown; readonly again: () => void };

/** What a new text begins as: an empty plan of the acting unit. */
export function useNewPlan(): Asked {
  const acting = useActingUnit();
  const session = useSession();
  const around = useAnswer(surroundingsQuery(NOTHING_WRITTEN));
  const unit = useAnswer({ ...unitQuery(acting ?? ''), enabled: acting !== null });
  const failed = [around, unit].find(({ isError }) => isError);
  if (failed) return { is: 'failed', fault: failed.error, again: () => void failed.refetch() };
  if (acting === null) return { is: session === undefined ? 'waiting' : 'no-unit' };
  if (!around.data || !unit.data) return { is: 'waiting' };
  const head = { number: NO_NUMBER, issuedOn: around.data.today, language: language(), issuer: unit.data.name };
  return { is: 'ready', beginning: { text: newPlanText(head), before: null, number: null } };
}

/** What a text begins as that changes a plan which has been issued. */
export function useChange({ mode, plan }: Change): Asked {
  const around = useAnswer(surroundingsQuery(NOTHING_WRITTEN));
  const plans = useAnswer(plansQuery());
  const known = plans.data?.find(({ id }) => id === plan);
  const rules = useAnswer({ ...rulesQuery(known?.rules ?? ''), enabled: known !== undefined });
  const failed = [around, plans, rules].find(({ isError }) => isError);
  if (failed) return { is: 'failed', fault: failed.error, again: () => void failed.refetch() };
  if (plans.data && !known) return { is: 'no-plan' };
  if (!around.data || !known || !rules.data) return { is: 'waiting' };
  return changing(mode, rules.data.text, { number: NO_NUMBER, issuedOn: around.data.today, language: language(), known });
}

type Head = Parameters<typeof newPlanText>[0];

/** A text made from that of the plan that it changes. */
function changing(
  mode: Change['mode'],
  earlier: string,
  { known, ...head }: Omit<Head, 'issuer'> & { readonly known: PlanView },
): Asked {
  const issuer = known.issuer.name;
  const text = mode === 'amend' ? amendingText(earlier, { ...head, issuer }) : replacingText(earlier, head);
  const before = mode === 'replace' ? earlier : null;
  return { is: 'ready', beginning: { text: text ?? '', before, number: known.number } };
}

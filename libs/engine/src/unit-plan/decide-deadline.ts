import { localDateOf } from '../time/local-date.js';
import type { CommandContext, UnitPlanCommand, UnitPlanRejection } from './commands.js';
import { accept, reject, type Decision } from './decision.js';
import type { DocumentRef, UnitPlanEvent } from './events.js';
import type { RulesContext } from './rules-context.js';
import { CLOSED_ITEM, type ItemState } from './state.js';

type Result = Decision<UnitPlanEvent, UnitPlanRejection>;
type DeadlineCommand = UnitPlanCommand & { type: 'ExtendDeadline' | 'ResolveDeadline' };

/** Moves a deadline, or gives one to what had none, by the document that orders it. */
export function decideDeadline(command: DeadlineCommand, item: ItemState, context: CommandContext & RulesContext): Result {
  if (CLOSED_ITEM.has(item.status)) return reject('item.closed', { item: item.id, status: item.status });
  const refusal = checkDocument(command.document, context);
  if (refusal) return refusal;
  const stamp = { v: 1, because: null, at: context.at, actor: context.actor } as const;
  const { document } = command;
  if (command.type === 'ExtendDeadline') {
    const { to } = command;
    if (item.due === null) return reject('item.no-deadline', { item: item.id });
    if (to <= item.due) return reject('item.not-later', { item: item.id, due: item.due, to });
    return accept({ type: 'DeadlineExtended', data: { item: item.id, from: item.due, to, document }, ...stamp });
  }
  const { due } = command;
  if (item.due !== null) return reject('item.deadline-known', { item: item.id, due: item.due });
  if (item.kind === 'standing') return reject('item.standing', { item: item.id });
  const issuedOn = context.planOf(item.source)?.rules.plan.issuedOn;
  if (issuedOn !== undefined && due < issuedOn) return reject('item.before-issue', { item: item.id, due, issuedOn });
  return accept({ type: 'DeadlineResolved', data: { item: item.id, due, document }, ...stamp });
}

/** A document is of today or before, and of a unit that exists. */
function checkDocument(
  { number, date, issuer }: DocumentRef,
  { at, directory }: CommandContext & RulesContext,
): Result | undefined {
  if (date > localDateOf(at)) return reject('document.in-future', { number, date });
  return directory.units.has(issuer) ? undefined : reject('document.issuer-unknown', { number, issuer });
}

import type { CommandContext, UnitPlanCommand, UnitPlanRejection } from './commands.js';
import { accept, reject, type Decision } from './decision.js';
import type { ItemId, ReportId, UnitPlanEvent } from './events.js';
import type { ExtensionEvent } from './extension-events.js';
import { obligationOf } from './draft.js';
import { CLOSED_ITEM, CLOSED_REPORT, type ItemState, type ReportState, type UnitPlanState } from './state.js';

type Result = Decision<UnitPlanEvent, UnitPlanRejection>;

/** Asking for a later day, and saying no to it. */
export type ExtensionCommand = UnitPlanCommand & { type: 'RequestExtension' | 'RefuseExtension' };

/** Longest reason, in characters. */
const LONGEST_REASON = 2_000;

/** Whoever may hand the work in may ask for a later day; whoever may extend it may refuse. Nothing waits for either. */
export function decideExtension(command: ExtensionCommand, state: UnitPlanState, context: CommandContext): Result {
  const { kind, id } = obligationOf(command.obligation);
  if (kind === 'item') {
    const item = state.items.get(id as ItemId);
    return item ? decide(command, ofItem(state, item), context) : reject('item.unknown', { item: id });
  }
  const report = state.reports.get(id as ReportId);
  return report ? decide(command, ofReport(state, report), context) : reject('report.unknown', { report: id });
}

/** An item or a report, as far as the two differ. */
interface Owed {
  readonly kind: 'item' | 'report';
  readonly held: Pick<ItemState | ReportState, 'id' | 'due' | 'generation' | 'extension'> & { readonly status: string };
  readonly closed: boolean;
  readonly holders: readonly string[];
  readonly judges: readonly string[];
  readonly unit: string;
}

const ofItem = ({ unit, acceptors }: UnitPlanState, held: ItemState): Owed => ({
  kind: 'item',
  held,
  closed: CLOSED_ITEM.has(held.status),
  holders: [unit, ...held.jointLeads],
  judges: held.receiver === null ? acceptors : [...acceptors, held.receiver],
  unit,
});

const ofReport = ({ unit, acceptors }: UnitPlanState, held: ReportState): Owed => ({
  kind: 'report',
  held,
  closed: CLOSED_REPORT.has(held.status),
  holders: [unit],
  judges: [...acceptors, held.to],
  unit,
});

const decide = (command: ExtensionCommand, owed: Owed, context: CommandContext): Result =>
  command.type === 'RequestExtension' ? request(command, owed, context) : refuse(command, owed, context);

function request(
  { obligation, to, reason }: ExtensionCommand & { type: 'RequestExtension' },
  owed: Owed,
  { actor, at }: CommandContext,
): Result {
  const { kind, held, unit } = owed;
  const named = { [kind]: held.id };
  if (!owed.holders.includes(actor)) return reject(`${kind}.not-yours`, { ...named, unit, actor });
  const settled = whySettled(owed);
  if (settled) return settled;
  if (held.due === null) return reject(`${kind}.no-deadline`, named);
  if (to <= held.due) return reject(`${kind}.not-later`, { ...named, due: held.due, to });
  const { extension } = held;
  if (extension?.refusal === null && extension.to === to && extension.reason === reason) return accept();
  const data = { obligation, to, reason, ...telling(owed, owed.judges) };
  return reasonRefused(reason, owed) ?? accept({ type: 'ExtensionRequested', v: 1, data, because: null, at, actor });
}

/** Work that ended, is handed in or stands still has no term that could be longer. */
function whySettled({ kind, held, closed }: Owed): Result | undefined {
  if (closed) return reject(`${kind}.closed`, { [kind]: held.id, status: held.status });
  if (held.status === 'submitted') return reject(`${kind}.already-submitted`, { [kind]: held.id });
  return held.status === 'suspended' ? reject('item.suspended', { item: held.id }) : undefined;
}

function refuse(
  { obligation, reason }: ExtensionCommand & { type: 'RefuseExtension' },
  owed: Owed,
  { actor, at }: CommandContext,
): Result {
  const { kind, held, judges } = owed;
  if (!judges.includes(actor)) return notJudge(owed, actor);
  const { extension } = held;
  if (!extension || extension.refusal !== null) return reject(`${kind}.extension-not-asked`, { [kind]: held.id });
  const data = { obligation, to: extension.to, reason, ...telling(owed, [owed.unit]) };
  return reasonRefused(reason, owed) ?? accept({ type: 'ExtensionRefused', v: 1, data, because: null, at, actor });
}

/** Each of them once. Work without a deadline has none to be put off. */
function telling({ held: { due, generation } }: Owed, units: readonly string[]): Pick<ExtensionEvent['data'], 'told'> {
  return due === null ? {} : { told: { units: [...new Set(units)], due, generation } };
}

const notJudge = ({ kind, held, judges }: Owed, actor: string): Result =>
  kind === 'item'
    ? reject('item.not-acceptor', { item: held.id, actor, acceptors: judges.join(', ') })
    : reject('report.not-receiver', { report: held.id, to: judges.at(-1) ?? '', actor });

function reasonRefused(reason: string, { held }: Owed): Result | undefined {
  if (reason.trim() === '') return reject('extension.reason-missing', { obligation: held.id });
  const longest = String(LONGEST_REASON);
  return reason.length > LONGEST_REASON ? reject('extension.reason-too-long', { obligation: held.id, longest }) : undefined;
}

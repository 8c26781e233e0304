import type { LocalDate, PlanRules, ReportRequested, UnitPlanCommand, UnitPlanEvent } from '#engine';
import type { RecordedEvent } from '#event-store';

/** True for what a unit did: the engine's own events name nobody. */
export const isAct = ({ actor }: Pick<RecordedEvent, 'actor'>): boolean => actor !== null;

/** What somebody asked for, as far as the event tells. */
type Told = UnitPlanEvent & { readonly type: keyof typeof COMMANDS };

type Reader<T extends UnitPlanEvent['type']> = (event: Extract<UnitPlanEvent, { type: T }>) => UnitPlanCommand;

/** By the event that it led to: the command. The names of events and of commands go in pairs. */
const COMMANDS = {
  UnitPlanReceived: () => ({ type: 'ReceiveUnitPlan' }),
  ItemReceived: ({ data: { item } }) => ({ type: 'ReceiveItem', item }),
  ItemStarted: ({ data: { item } }) => ({ type: 'StartItem', item }),
  ItemSubmitted: ({ data: { item, note } }) => ({ type: 'SubmitItem', item, note }),
  ItemAccepted: ({ data: { item } }) => ({ type: 'AcceptItem', item }),
  ItemReturned: ({ data: { item, reason } }) => ({ type: 'ReturnItem', item, reason }),
  DeadlineExtended: ({ data: { item, to, document } }) => ({ type: 'ExtendDeadline', item, to, document }),
  ExtensionRequested: ({ data: { obligation, to, reason } }) => ({ type: 'RequestExtension', obligation, to, reason }),
  ExtensionRefused: ({ data: { obligation, reason } }) => ({ type: 'RefuseExtension', obligation, reason }),
  ItemSuspended: ({ data: { item, from, until, document } }) => ({ type: 'SuspendItem', item, from, until, document }),
  ItemWithdrawn: ({ data: { item, reason, document } }) => ({ type: 'WithdrawItem', item, reason, document }),
  ReportExtended: ({ data: { report, to, document } }) => ({ type: 'ExtendReport', report, to, document }),
  ReportSubmitted: ({ data: { report, content, received, missing } }) => ({
    type: 'SubmitReport',
    report,
    content,
    received,
    missing,
  }),
  ReportAccepted: ({ data: { report } }) => ({ type: 'AcceptReport', report }),
  ReportReturned: ({ data: { report, reason } }) => ({ type: 'ReturnReport', report, reason }),
} satisfies { readonly [T in UnitPlanEvent['type']]?: Reader<T> };

/**
 * The command behind a recorded act on a unit plan; undefined for an event that no command begins. Of an own plan, the rules say
 * from when it holds.
 */
export function commandOf(event: UnitPlanEvent, rules?: Pick<PlanRules, 'effectiveOn'>): UnitPlanCommand | undefined {
  switch (event.type) {
    case 'DeadlineResolved': {
      const { item, due, document } = event.data;
      return document ? { type: 'ResolveDeadline', item, due, document } : undefined;
    }
    case 'ItemResumed': {
      const { item, on, document } = event.data;
      return document ? { type: 'ResumeItem', item, on, document } : undefined;
    }
    case 'ReportRequested':
      return requested(event);
    case 'OwnPlanIssued':
      return ownPlan(event, rules?.effectiveOn);
    default:
      return isTold(event) ? (COMMANDS[event.type] as Reader<Told['type']>)(event) : undefined;
  }
}

const isTold = (event: UnitPlanEvent): event is Told => Object.hasOwn(COMMANDS, event.type);

/** A request of a superior, or the unit's word that a case is there: only that follows from a rule. */
function requested({ data: { report, document }, because }: ReportRequested): UnitPlanCommand {
  if (because !== null) return { type: 'RaiseCase', condition: report.asked ?? '' };
  const { asked = '', due, time = null } = report;
  return { type: 'RequestReport', title: asked, due: due as LocalDate, time, document };
}

function ownPlan({ data }: UnitPlanEvent & { type: 'OwnPlanIssued' }, effectiveOn: LocalDate | undefined): UnitPlanCommand {
  const { plan, ref, parent = null } = data;
  return { type: 'RecordOwnPlan', plan, ref, parent, ...(effectiveOn !== undefined && { effectiveOn }) };
}

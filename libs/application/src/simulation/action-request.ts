import {
  unitPlanStream,
  type Directory,
  type DocumentRef,
  type PlanId,
  type UnitId,
  type UnitPlanCommand,
  type UnitPlanState,
} from '#engine';
import type { UnitPlanRequest } from '../workflow/unit-plan-service.js';
import { acceptorOf } from './habit-planner.js';
import type { Action } from './scenario.js';

/** An action on a unit plan: all but the issue of plans. */
export type UnitPlanAction = Exclude<
  Action,
  { readonly do: 'issue' | 'issue-draft' | 'declare' | 'amend' | 'end' | 'calendar' | 'reorganise' }
>;

/** Of several plans, the one under which a unit has what an action speaks of; undefined where none is known to. */
export function planHolding(
  action: UnitPlanAction,
  plans: Iterable<PlanId>,
  states: ReadonlyMap<string, UnitPlanState>,
): PlanId | undefined {
  const holds = (plan: PlanId): boolean => {
    const state = states.get(unitPlanStream(plan, action.unit));
    if (!state) return false;
    return 'item' in action ? state.items.has(action.item) : !('report' in action) || state.reports.has(action.report);
  };
  return [...plans].find(holds);
}

/** The command that an action stands for, and who gives it. */
export function requestOf(
  action: UnitPlanAction,
  plan: PlanId,
  { states, directory }: { readonly states: ReadonlyMap<string, UnitPlanState>; readonly directory: Directory },
): UnitPlanRequest {
  const state = states.get(unitPlanStream(plan, action.unit));
  return { plan, unit: action.unit, actor: actorOf(action, state, directory), command: commandOf(action) };
}

function commandOf(action: UnitPlanAction): UnitPlanCommand {
  switch (action.do) {
    case 'receive':
      return { type: 'ReceiveUnitPlan' };
    case 'start':
      return { type: 'StartItem', item: action.item };
    case 'submit':
      return { type: 'SubmitItem', item: action.item, note: action.note };
    case 'accept':
      return { type: 'AcceptItem', item: action.item };
    case 'return':
      return { type: 'ReturnItem', item: action.item, reason: action.reason };
    case 'submit-report':
      return { type: 'SubmitReport', report: action.report, content: action.content, received: [], missing: [] };
    case 'accept-report':
      return { type: 'AcceptReport', report: action.report };
    case 'return-report':
      return { type: 'ReturnReport', report: action.report, reason: action.reason };
    case 'request-report': {
      const { title, due, time, document } = action;
      return { type: 'RequestReport', title, due, time, document };
    }
    case 'raise-case':
      return { type: 'RaiseCase', condition: action.condition };
    default:
      return orderedCommand(action);
  }
}

/** What is done by the order of a document. */
function orderedCommand(action: Extract<UnitPlanAction, { readonly document: DocumentRef }>): UnitPlanCommand {
  const { document } = action;
  switch (action.do) {
    case 'extend':
      return { type: 'ExtendDeadline', item: action.item, to: action.to, document };
    case 'resolve':
      return { type: 'ResolveDeadline', item: action.item, due: action.due, document };
    case 'suspend':
      return { type: 'SuspendItem', item: action.item, from: action.from, until: action.until, document };
    case 'resume':
      return { type: 'ResumeItem', item: action.item, on: action.on, document };
    case 'withdraw':
      return { type: 'WithdrawItem', item: action.item, reason: action.reason, document };
    case 'extend-report':
      return { type: 'ExtendReport', report: action.report, to: action.to, document };
  }
}

function actorOf(action: UnitPlanAction, state: UnitPlanState | undefined, directory: Directory): UnitId {
  if ('by' in action && action.by) return action.by;
  if ('document' in action && action.document) return action.document.issuer;
  switch (action.do) {
    case 'accept':
    case 'return':
      return itemAcceptor(action, state, directory);
    case 'accept-report':
    case 'return-report':
      return state?.reports.get(action.report)?.to ?? action.unit;
    default:
      return action.unit;
  }
}

function itemAcceptor(
  { unit, item }: Extract<UnitPlanAction, { item: unknown }>,
  state: UnitPlanState | undefined,
  directory: Directory,
): UnitId {
  const receiver = state?.items.get(item)?.receiver ?? null;
  return acceptorOf({ receiver, unit, acceptors: state?.acceptors ?? [] }, directory);
}

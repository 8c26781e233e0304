import type { UnitId } from '#engine';
import type { Action } from './scenario.js';

/** What the actions of a scenario see to themselves, so that habits leave it alone: `unit|item 1.2`, `unit|start item 1.2`, `unit|receive`. */
export class NamedDeeds {
  private readonly keys: ReadonlySet<string>;

  constructor(actions: readonly Action[]) {
    this.keys = new Set(actions.flatMap((action) => keyOf(action) ?? []));
  }

  has(unit: UnitId, what: string): boolean {
    return this.keys.has(`${unit}|${what}`);
  }
}

function keyOf(action: Action): string | undefined {
  switch (action.do) {
    case 'receive':
      return `${action.unit}|receive`;
    case 'start':
      return `${action.unit}|start item ${action.item}`;
    case 'submit':
    case 'accept':
    case 'return':
      return `${action.unit}|item ${action.item}`;
    case 'submit-report':
    case 'accept-report':
    case 'return-report':
      return `${action.unit}|report ${action.report}`;
    default:
      return undefined;
  }
}

import type { Action, Role } from '#identity';
import type { Need } from '#testing';
import { ADMIN, ALL, AUDIT, HEAD, WATCH, WORK, WRITE } from '../../apps/api/test/role-groups.js';

const reads = (kind: Need['kind'], roles: readonly Role[]): Need => ({ kind, roles });
const writes = (kind: Need['kind'], roles: readonly Role[]): Need => ({ kind, roles, writes: true });

/** By action, what it needs, as docs/explanation/permissions.md has it; nothing here is read from the policy. */
export const NEEDS: Readonly<Record<Action, Need>> = {
  'account.read': reads('self', ALL),
  'account.change': writes('self', ALL),
  'role.delegate': writes('self', ALL),
  'changes.follow': reads('self', ALL),
  'organisation.read': reads('document', ALL),
  'plan.read': reads('document', ALL),
  'rules.read': reads('document', ALL),
  'rules.try': reads('document', WRITE),
  'work.read': reads('see', WATCH),
  'figures.read': reads('see', WATCH),
  'draft.read': reads('see', WRITE),
  'rules.publish': writes('act', ['rules-author', ...HEAD]),
  'plan.issue': writes('act', HEAD),
  'plan.change': writes('act', HEAD),
  'event.declare': writes('act', HEAD),
  'work.do': writes('act', WORK),
  'work.judge': writes('act', HEAD),
  'report.ask': writes('act', HEAD),
  'organisation.change': writes('house', ['leader', ...ADMIN]),
  'organisation.try': reads('house', ['leader', ...ADMIN]),
  'calendar.publish': writes('house', ['leader', ...ADMIN]),
  'log.read': reads('house', AUDIT),
  'log.follow': reads('house', WATCH),
  'log.prove': reads('house', ['auditor', 'leader', ...ADMIN]),
  'delivery.read': reads('house', ADMIN),
  'delivery.retry': writes('house', ADMIN),
  'operations.read': reads('house', ADMIN),
  'operations.retry': writes('house', ADMIN),
  'people.read': reads('people', [...ADMIN, ...AUDIT]),
  'people.change': writes('people', ADMIN),
};

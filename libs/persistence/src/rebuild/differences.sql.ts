import { DUTY, ESCALATION, ITEM, PLAN, REPORT, RULES_DOCUMENT, TASK, UNIT, UNIT_PLAN } from '../tables.js';

/** A table, and the columns that its rows are compared and replaced by. */
export interface Compared {
  readonly table: string;
  readonly kind: 'unitPlans' | 'plans' | 'units' | 'rules';
  /** One sum for each key: a row that differs in any column makes another one. $1 tenant. */
  readonly digest: string;
  /** Clears the rows of keys. $1 tenant, then one array for each column of the key. */
  readonly clear: string;
  /** Copies the rows of keys from another name. $1 tenant, then the arrays, then the other name. */
  readonly copy: string;
}

interface Columned {
  readonly name: string;
  readonly columns: readonly string[];
}

function compared({ name, columns }: Columned, kind: Compared['kind'], key: readonly string[]): Compared {
  const keys = key.join(', ');
  const arrays = key.map((_, index) => `$${index + 2}::text[]`).join(', ');
  const matches = key.map((column) => `t.${column} = x.${column}`).join(' and ');
  return {
    table: name,
    kind,
    digest: `
select ${keys}, count(*)::text || ' ' || sum(hashtextextended(row(${columns.join(', ')})::text, 0))::text as sum
from ${name} where tenant = $1 group by ${keys}`,
    clear: `delete from ${name} t using unnest(${arrays}) as x (${keys}) where t.tenant = $1 and ${matches}`,
    copy: `
insert into ${name} (tenant, ${columns.join(', ')})
select $1, ${columns.map((column) => `t.${column}`).join(', ')}
from unnest(${arrays}) as x (${keys}) join ${name} t on t.tenant = $${key.length + 2} and ${matches}`,
  };
}

const UNIT_PLAN_KEY = ['plan', 'unit'];

/** Every read-model table. */
export const COMPARED: readonly Compared[] = [
  compared(RULES_DOCUMENT, 'rules', ['hash']),
  compared(PLAN, 'plans', ['id']),
  compared(TASK, 'plans', ['plan']),
  compared(UNIT, 'units', ['id']),
  ...[UNIT_PLAN, ITEM, REPORT, DUTY, ESCALATION].map((table) => compared(table, 'unitPlans', UNIT_PLAN_KEY)),
];

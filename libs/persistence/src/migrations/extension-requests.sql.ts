/** Requests for later days, beside what they are about; those that nobody has answered are found by whom they wait for. */
const COLUMNS = ['extension_to date', 'extension_reason text', 'extension_at text collate "C"', 'extension_refusal text'];
const NAMES = ['extension_to', 'extension_reason', 'extension_at', 'extension_refusal'];
const UNANSWERED = 'where extension_to is not null and extension_refusal is null';

const adding = (table: string): string => `alter table ${table} ${COLUMNS.map((column) => `add column ${column}`).join(', ')}`;
/** With the policies that name them: the version that goes on grants its own. */
const dropping = (table: string): string =>
  `alter table ${table} ${NAMES.map((name) => `drop column ${name} cascade`).join(', ')}`;

export const ADD_EXTENSION_REQUESTS = [
  adding('item'),
  adding('report'),
  `create index item_extension_asked on item (tenant, plan, unit) ${UNANSWERED}`,
  `create index report_extension_asked on report (tenant, plan, unit) ${UNANSWERED}`,
];

export const DROP_EXTENSION_REQUESTS = [
  'drop index report_extension_asked',
  'drop index item_extension_asked',
  dropping('report'),
  dropping('item'),
];

import type {
  DutyRow,
  EscalationRow,
  ItemRow,
  PlanRow,
  ReportRow,
  RulesDocumentRow,
  TaskRow,
  UnitPlanRow,
  UnitRow,
} from '#read-models';

/** A read-model table: its columns in the order in which statements name them, the tenant aside. */
export interface Table<Row> {
  readonly name: string;
  readonly columns: readonly (keyof Row & string)[];
}

const columnsOf =
  <Row>() =>
  <const C extends readonly (keyof Row & string)[]>(
    name: string,
    columns: [Exclude<keyof Row, C[number]>] extends [never] ? C : never,
  ): Table<Row> => ({ name, columns });

export const RULES_DOCUMENT = columnsOf<RulesDocumentRow>()('rules_document', ['hash', 'text', 'rules']);
export const PLAN = columnsOf<PlanRow>()('plan', [
  'id',
  'root',
  'parent',
  'number',
  'issuer',
  'issued_on',
  'title',
  'rules',
  'status',
]);
export const TASK = columnsOf<TaskRow>()('task', ['plan', 'no', 'section', 'title', 'deliverable', 'refines']);
export const UNIT = columnsOf<UnitRow>()('unit', [
  'id',
  'name',
  'tier',
  'kind',
  'superior',
  'valid_from',
  'valid_until',
  'successors',
]);
export const UNIT_PLAN = columnsOf<UnitPlanRow>()('unit_plan', [
  'plan',
  'unit',
  'source',
  'provisional',
  'own_plan',
  'version',
  'acceptors',
  'joint',
  'supports',
  'transferred_at',
]);
export const ITEM = columnsOf<ItemRow>()('item', [
  'plan',
  'unit',
  'id',
  'task',
  'source',
  'period',
  'kind',
  'due',
  'receiver',
  'status',
  'generation',
  'received_at',
  'submitted_at',
  'completed_at',
  'due_time',
  'awaits',
  'estimate',
  'resolver',
  'explains',
  'inherited_from',
  'extension_to',
  'extension_reason',
  'extension_at',
  'extension_refusal',
]);
export const REPORT = columnsOf<ReportRow>()('report', [
  'plan',
  'unit',
  'id',
  'regime',
  'source',
  'period',
  'from_day',
  'until_day',
  'due',
  'to_unit',
  'via_unit',
  'copies',
  'consolidated',
  'inputs',
  'received',
  'status',
  'submitted_at',
  'content',
  'due_time',
  'generation',
  'via_next',
  'serves',
  'into_system',
  'asked',
  'closed_at',
  'closed_received',
  'closed_late',
  'closed_missing',
  'inherited_from',
  'extension_to',
  'extension_reason',
  'extension_at',
  'extension_refusal',
]);
export const DUTY = columnsOf<DutyRow>()('duty', [
  'plan',
  'unit',
  'id',
  'source',
  'due',
  'send_to',
  'own_plan',
  'fulfilled_at',
  'ended',
  'inherited_from',
]);
export const ESCALATION = columnsOf<EscalationRow>()('escalation', [
  'plan',
  'unit',
  'obligation',
  'step',
  'generation',
  'due',
  'at',
  'actions',
]);

/** Every read-model table, in an order in which they can be written. */
export const READ_MODEL_TABLES: readonly string[] = [
  RULES_DOCUMENT,
  PLAN,
  TASK,
  UNIT,
  UNIT_PLAN,
  ITEM,
  REPORT,
  DUTY,
  ESCALATION,
].map(({ name }) => name);

import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
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

/** A row as it is stored: the tenant leads it. */
export type Stored<Row> = Row & { readonly tenant: string };

type Columns<Row> = { readonly [K in keyof Row]-?: EntitySchemaColumnOptions };

const text: EntitySchemaColumnOptions = { type: 'text' };
const textOrNull: EntitySchemaColumnOptions = { type: 'text', nullable: true };
const texts: EntitySchemaColumnOptions = { type: 'text', array: true };
const key: EntitySchemaColumnOptions = { type: 'text', primary: true };
const day: EntitySchemaColumnOptions = { type: 'date' };
const dayOrNull: EntitySchemaColumnOptions = { type: 'date', nullable: true };
const whole: EntitySchemaColumnOptions = { type: 'integer' };

const entity = <Row>(tableName: string, columns: Columns<Row>): EntitySchema<Stored<Row>> =>
  new EntitySchema<Stored<Row>>({
    name: tableName,
    tableName,
    columns: { tenant: key, ...columns } as NonNullable<EntitySchema<Stored<Row>>['options']['columns']>,
  });

export const RulesDocumentEntity = entity<RulesDocumentRow>('rules_document', { hash: key, text, rules: text });

export const PlanEntity = entity<PlanRow>('plan', {
  id: key,
  root: text,
  parent: textOrNull,
  number: text,
  issuer: text,
  issued_on: day,
  title: text,
  rules: text,
  status: text,
});

export const TaskEntity = entity<TaskRow>('task', {
  plan: key,
  no: key,
  section: { type: 'integer', nullable: true },
  title: text,
  deliverable: textOrNull,
  refines: textOrNull,
});

export const UnitEntity = entity<UnitRow>('unit', {
  id: key,
  name: text,
  tier: text,
  kind: text,
  superior: textOrNull,
  valid_from: day,
  valid_until: dayOrNull,
  successors: texts,
});

export const UnitPlanEntity = entity<UnitPlanRow>('unit_plan', {
  plan: key,
  unit: key,
  source: text,
  provisional: { type: 'boolean' },
  own_plan: textOrNull,
  version: whole,
  acceptors: texts,
  joint: text,
  supports: text,
  transferred_at: textOrNull,
});

export const ItemEntity = entity<ItemRow>('item', {
  plan: key,
  unit: key,
  id: key,
  task: text,
  source: text,
  period: textOrNull,
  kind: text,
  due: dayOrNull,
  receiver: textOrNull,
  status: text,
  generation: whole,
  received_at: textOrNull,
  submitted_at: textOrNull,
  completed_at: textOrNull,
  due_time: textOrNull,
  awaits: textOrNull,
  estimate: dayOrNull,
  resolver: textOrNull,
  explains: textOrNull,
  inherited_from: texts,
  extension_to: dayOrNull,
  extension_reason: textOrNull,
  extension_at: textOrNull,
  extension_refusal: textOrNull,
});

export const ReportEntity = entity<ReportRow>('report', {
  plan: key,
  unit: key,
  id: key,
  regime: text,
  source: text,
  period: text,
  from_day: day,
  until_day: day,
  due: dayOrNull,
  to_unit: text,
  via_unit: textOrNull,
  copies: texts,
  consolidated: { type: 'boolean' },
  inputs: texts,
  received: texts,
  status: text,
  submitted_at: textOrNull,
  content: textOrNull,
  due_time: textOrNull,
  generation: whole,
  via_next: texts,
  serves: textOrNull,
  into_system: textOrNull,
  asked: textOrNull,
  closed_at: textOrNull,
  closed_received: texts,
  closed_late: texts,
  closed_missing: texts,
  inherited_from: texts,
  extension_to: dayOrNull,
  extension_reason: textOrNull,
  extension_at: textOrNull,
  extension_refusal: textOrNull,
});

export const DutyEntity = entity<DutyRow>('duty', {
  plan: key,
  unit: key,
  id: key,
  source: text,
  due: dayOrNull,
  send_to: textOrNull,
  own_plan: textOrNull,
  fulfilled_at: textOrNull,
  ended: textOrNull,
  inherited_from: texts,
});

export const EscalationEntity = entity<EscalationRow>('escalation', {
  plan: key,
  unit: key,
  obligation: key,
  step: key,
  generation: { ...whole, primary: true },
  due: day,
  at: text,
  actions: text,
});

/** Every read-model table; cold queries and tools may use their repositories, the log has none. */
export const READ_MODEL_ENTITIES: readonly EntitySchema[] = [
  RulesDocumentEntity,
  PlanEntity,
  TaskEntity,
  UnitEntity,
  UnitPlanEntity,
  ItemEntity,
  ReportEntity,
  DutyEntity,
  EscalationEntity,
] as readonly EntitySchema[];

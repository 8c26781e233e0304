import type { ClosedView, DutyView, ItemView, ReportView, Timeliness, UnitPlanView, WrittenReportView } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { ExtensionDto } from './extension.dto.js';
import { UnitDto } from './unit.dto.js';

/** One task for one responsible unit. */
export class ItemDto implements ItemView {
  @ApiProperty({ description: 'Top of the cascade.', type: String })
  readonly plan!: string;

  @ApiProperty({ description: 'Whose it is.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({ description: 'Number of the item in its unit plan.', type: String, example: '4.6' })
  readonly id!: string;

  @ApiProperty({ description: 'Its task.', type: String, example: '4.6' })
  readonly task!: string;

  @ApiProperty({ description: 'Title of the task.', type: String })
  readonly title!: string;

  @ApiProperty({ description: 'What is to come of it, as the plan words it.', type: String, nullable: true })
  readonly deliverable!: string | null;

  @ApiProperty({ description: 'The plan whose text sets it.', type: String })
  readonly source!: string;

  @ApiProperty({ description: 'Period of a recurring one.', type: String, nullable: true })
  readonly period!: string | null;

  @ApiProperty({ description: 'What kind of deadline it has.', type: String, example: 'before' })
  readonly deadlineKind!: string;

  @ApiProperty({ description: 'Last allowed day.', type: String, format: 'date', nullable: true, example: '2022-09-30' })
  readonly due!: string | null;

  @ApiProperty({ description: 'Clock time of the last day; null: to its end.', type: String, nullable: true, example: '16:00' })
  readonly dueTime!: string | null;

  @ApiProperty({ description: 'What it waits for, or waited for, outside the plan.', type: String, nullable: true })
  readonly awaits!: string | null;

  @ApiProperty({
    description: 'The day that the text expects; nothing is late by it.',
    type: String,
    format: 'date',
    nullable: true,
  })
  readonly estimate!: string | null;

  @ApiProperty({ description: 'Who names the date that the text leaves open.', type: String, nullable: true })
  readonly resolver!: string | null;

  @ApiProperty({
    description: 'The obligation whose lateness it is to explain.',
    type: String,
    nullable: true,
    example: 'item 4.6',
  })
  readonly explains!: string | null;

  @ApiProperty({ description: 'Units that are no more, whose work it carries on.', type: [String] })
  readonly inheritedFrom!: string[];

  @ApiProperty({
    description: 'The request for a later day that stands, or was refused.',
    type: () => ExtensionDto,
    nullable: true,
  })
  readonly extension!: ExtensionDto | null;

  @ApiProperty({ description: 'State.', type: String, example: 'in-progress' })
  readonly status!: string;

  @ApiProperty({ description: 'When it was received.', type: String, nullable: true, example: '2022-09-12T08:00:00+07:00' })
  readonly receivedAt!: string | null;

  @ApiProperty({
    description: 'When the result was handed in.',
    type: String,
    nullable: true,
    example: '2022-09-12T08:00:00+07:00',
  })
  readonly submittedAt!: string | null;

  @ApiProperty({ description: 'When it was accepted.', type: String, nullable: true, example: '2022-09-12T08:00:00+07:00' })
  readonly completedAt!: string | null;

  @ApiProperty({
    description: 'Judged for the moment asked about.',
    enum: ['not-due', 'on-time', 'late', 'overdue', 'no-deadline'],
  })
  readonly timeliness!: Timeliness;

  @ApiProperty({ description: 'Calendar days.', type: 'integer' })
  readonly daysLate!: number;

  @ApiProperty({ description: 'Escalation steps that have happened.', type: [String] })
  readonly escalated!: string[];
}

/** Reports that one takes in. */
export class ReportInputsDto {
  @ApiProperty({ description: 'How many.', type: 'integer' })
  readonly expected!: number;

  @ApiProperty({ description: 'How many are in.', type: 'integer' })
  readonly received!: number;

  @ApiProperty({ description: 'Units whose reports are not.', type: [String] })
  readonly missing!: string[];
}

/** What a consolidation took in by its day. */
export class ClosedDto implements ClosedView {
  @ApiProperty({ description: 'When it closed.', type: String, example: '2022-09-20T00:00:00+07:00' })
  readonly at!: string;

  @ApiProperty({ description: 'Units whose reports were in.', type: [String] })
  readonly received!: string[];

  @ApiProperty({ description: 'Of these, in after their own last day.', type: [String] })
  readonly late!: string[];

  @ApiProperty({ description: 'Units whose reports were not in.', type: [String] })
  readonly missing!: string[];

  @ApiProperty({ description: 'Of these, in by now.', type: [String] })
  readonly cameAfter!: string[];
}

/** One report of one unit. */
export class ReportDto implements ReportView {
  @ApiProperty({ description: 'Top of the cascade.', type: String })
  readonly plan!: string;

  @ApiProperty({ description: 'Who reports.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({ description: 'Number of the report in its unit plan.', type: String, example: '1@2022-9M' })
  readonly id!: string;

  @ApiProperty({ description: 'Period.', type: String, example: '9M' })
  readonly period!: string;

  @ApiProperty({ description: 'First day it covers.', type: String, format: 'date' })
  readonly from!: string;

  @ApiProperty({ description: 'Last day it covers.', type: String, format: 'date' })
  readonly until!: string;

  @ApiProperty({ description: 'Last allowed day.', type: String, format: 'date', nullable: true, example: '2022-09-30' })
  readonly due!: string | null;

  @ApiProperty({ description: 'Who receives it.', type: () => UnitDto })
  readonly to!: UnitDto;

  @ApiProperty({ description: 'Through whom it goes.', type: () => UnitDto, nullable: true })
  readonly via!: UnitDto | null;

  @ApiProperty({ description: 'Further units that it passes through, in order.', type: () => [UnitDto] })
  readonly viaNext!: UnitDto[];

  @ApiProperty({ description: 'Who gets a copy.', type: () => [UnitDto] })
  readonly copies!: UnitDto[];

  @ApiProperty({ description: 'The other period that it serves.', type: String, nullable: true, example: 'H1' })
  readonly serves!: string | null;

  @ApiProperty({ description: 'The system that it is entered in besides.', type: String, nullable: true })
  readonly into!: string | null;

  @ApiProperty({ description: 'What was asked for, beyond the regime.', type: String, nullable: true })
  readonly asked!: string | null;

  @ApiProperty({ description: 'Clock time up to which the last day counts.', type: String, nullable: true, example: '16:00' })
  readonly dueTime!: string | null;

  @ApiProperty({ description: 'State.', type: String, example: 'expected' })
  readonly status!: string;

  @ApiProperty({ description: 'When it was sent.', type: String, nullable: true, example: '2022-09-12T08:00:00+07:00' })
  readonly submittedAt!: string | null;

  @ApiProperty({ description: 'True for one that sums up others.', type: Boolean })
  readonly consolidated!: boolean;

  @ApiProperty({ description: 'Reports that it takes in.', type: () => ReportInputsDto })
  readonly inputs!: ReportInputsDto;

  @ApiProperty({ description: 'What a consolidation took in by its day.', type: () => ClosedDto, nullable: true })
  readonly closed!: ClosedDto | null;

  @ApiProperty({
    description: 'The request for a later day that stands, or was refused.',
    type: () => ExtensionDto,
    nullable: true,
  })
  readonly extension!: ExtensionDto | null;

  @ApiProperty({
    description: 'Judged for the moment asked about.',
    enum: ['not-due', 'on-time', 'late', 'overdue', 'no-deadline'],
  })
  readonly timeliness!: Timeliness;

  @ApiProperty({ description: 'Calendar days.', type: 'integer' })
  readonly daysLate!: number;
}

/** A report with what it says. */
export class WrittenReportDto extends ReportDto implements WrittenReportView {
  @ApiProperty({ description: 'What was sent last; null until then.', type: String, nullable: true })
  readonly content!: string | null;
}

/** A duty to issue a plan of one’s own. */
export class DutyDto implements DutyView {
  @ApiProperty({ description: 'Number of the duty.', type: String })
  readonly id!: string;

  @ApiProperty({ description: 'Last allowed day.', type: String, format: 'date', nullable: true, example: '2022-09-30' })
  readonly due!: string | null;

  @ApiProperty({ description: 'Who is to be sent the plan.', type: () => UnitDto, nullable: true })
  readonly sendTo!: UnitDto | null;

  @ApiProperty({ description: 'The plan that fulfilled it.', type: String, nullable: true })
  readonly plan!: string | null;

  @ApiProperty({ description: 'When.', type: String, nullable: true, example: '2022-09-12T08:00:00+07:00' })
  readonly fulfilledAt!: string | null;

  @ApiProperty({
    description: 'Judged for the moment asked about.',
    enum: ['not-due', 'on-time', 'late', 'overdue', 'no-deadline'],
  })
  readonly timeliness!: Timeliness;
}

/** A task that another unit holds and this one leads jointly. */
export class JointTaskDto {
  @ApiProperty({ description: 'The task.', type: String })
  readonly task!: string;

  @ApiProperty({ description: 'The plan that sets it.', type: String })
  readonly source!: string;

  @ApiProperty({ description: 'Its title.', type: String })
  readonly title!: string;

  @ApiProperty({ description: 'Who holds it.', type: String })
  readonly accountable!: string;
}

/** A task that the unit supports. */
export class SupportedTaskDto {
  @ApiProperty({ description: 'The task.', type: String })
  readonly task!: string;

  @ApiProperty({ description: 'The plan that sets it.', type: String })
  readonly source!: string;

  @ApiProperty({ description: 'Its title.', type: String })
  readonly title!: string;
}

/** Everything that one unit owes under one plan. */
export class UnitPlanDto implements UnitPlanView {
  @ApiProperty({ description: 'Top of the cascade.', type: String })
  readonly plan!: string;

  @ApiProperty({ description: 'The unit.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({ description: 'The plan that it follows now.', type: String })
  readonly source!: string;

  @ApiProperty({ description: 'True while a tier between has yet to issue its own plan.', type: Boolean })
  readonly provisional!: boolean;

  @ApiProperty({ description: 'The plan of its own that it issued.', type: String, nullable: true })
  readonly ownPlan!: string | null;

  @ApiProperty({ description: 'Version: the ETag, which writes name in If-Match.', type: 'integer' })
  readonly version!: number;

  @ApiProperty({ description: 'Its items.', type: () => [ItemDto] })
  readonly items!: ItemDto[];

  @ApiProperty({ description: 'Its reports.', type: () => [WrittenReportDto] })
  readonly reports!: WrittenReportDto[];

  @ApiProperty({ description: 'Its duties.', type: () => [DutyDto] })
  readonly duties!: DutyDto[];

  @ApiProperty({ description: 'Tasks led jointly.', type: () => [JointTaskDto] })
  readonly joint!: JointTaskDto[];

  @ApiProperty({ description: 'Tasks supported.', type: () => [SupportedTaskDto] })
  readonly supports!: SupportedTaskDto[];
}

import type { CascadeNode, Counts, PlanView, Progress } from '#contracts';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { UnitDto } from './unit.dto.js';

/** A plan that has been issued. */
export class PlanDto implements PlanView {
  @ApiProperty({
    description: 'Key of the plan: number, date and issuer together.',
    type: String,
    example: '239-KH-UBND_2022-06-30_vn-10',
  })
  readonly id!: string;

  @ApiProperty({ description: 'The plan at the top of its cascade.', type: String })
  readonly root!: string;

  @ApiProperty({ description: 'The plan that it carries out.', type: String, nullable: true })
  readonly parent!: string | null;

  @ApiProperty({ description: 'Its number.', type: String, example: '239/KH-UBND' })
  readonly number!: string;

  @ApiProperty({ description: 'Who issued it.', type: () => UnitDto })
  readonly issuer!: UnitDto;

  @ApiProperty({ description: 'Date of issue.', type: String, format: 'date', example: '2022-06-30' })
  readonly issuedOn!: string;

  @ApiProperty({ description: 'Its title.', type: String })
  readonly title!: string;

  @ApiProperty({ description: 'Content hash of its rules document.', type: String })
  readonly rules!: string;

  @ApiProperty({
    description: '`issued` until every unit plan below is derived, then `cascaded`; the rest once a document has ended it.',
    enum: ['issued', 'cascaded', 'replaced', 'repealed', 'withdrawn'],
  })
  readonly status!: 'issued' | 'cascaded' | 'replaced' | 'repealed' | 'withdrawn';

  @ApiProperty({ description: 'Number of unit plans of its cascade.', type: 'integer' })
  readonly unitPlans!: number;
}

/** Obligations counted; each stands in exactly one of the last four. */
export class CountsDto implements Counts {
  @ApiProperty({ description: 'All of them.', type: 'integer' })
  readonly total!: number;

  @ApiProperty({ description: 'Done, on time.', type: 'integer' })
  readonly onTime!: number;

  @ApiProperty({ description: 'Done, late.', type: 'integer' })
  readonly late!: number;

  @ApiProperty({ description: 'Due and not in.', type: 'integer' })
  readonly overdue!: number;

  @ApiProperty({ description: 'Not due yet, standing, or of unknown date.', type: 'integer' })
  readonly open!: number;
}

/** One unit in the tree of a cascade. */
export class CascadeNodeDto implements CascadeNode {
  @ApiProperty({ description: 'The unit.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({
    description: 'The plan it follows; null for one that only stands between two others.',
    type: String,
    nullable: true,
  })
  readonly source!: string | null;

  @ApiProperty({ description: 'True while a tier between has yet to issue its own plan.', type: Boolean })
  readonly provisional!: boolean;

  @ApiProperty({ description: 'The plan of its own that it issued.', type: String, nullable: true })
  readonly ownPlan!: string | null;

  @ApiProperty({ description: 'Its items.', type: () => CountsDto })
  readonly items!: CountsDto;

  @ApiProperty({ description: 'Its reports.', type: () => CountsDto })
  readonly reports!: CountsDto;

  @ApiProperty({ description: 'Units below it.', type: () => [CascadeNodeDto] })
  readonly children!: CascadeNodeDto[];
}

/** One obligation that is or was late. */
export class LateDto {
  @ApiProperty({ description: 'Whose it is.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({ description: 'Its task.', type: String, example: '1.2' })
  readonly task!: string;

  @ApiProperty({ description: 'Last allowed day.', type: String, format: 'date' })
  readonly due!: string;

  @ApiProperty({ description: 'Calendar days.', type: 'integer' })
  readonly daysLate!: number;

  @ApiProperty({ description: 'True where it is in by now.', type: Boolean })
  readonly done!: boolean;
}

/** Counts of one tier. */
export class TierProgressDto {
  @ApiProperty({ description: 'Number of unit plans.', type: 'integer' })
  readonly unitPlans!: number;

  @ApiProperty({ description: 'Items.', type: () => CountsDto })
  readonly items!: CountsDto;

  @ApiProperty({ description: 'Reports.', type: () => CountsDto })
  readonly reports!: CountsDto;
}

/** How far a plan has come. */
@ApiExtraModels(TierProgressDto)
export class ProgressDto implements Progress {
  @ApiProperty({ description: 'The plan.', type: () => PlanDto })
  readonly plan!: PlanDto;

  @ApiProperty({ description: 'The moment it is judged for.', type: String })
  readonly asOf!: string;

  @ApiProperty({ description: 'All items.', type: () => CountsDto })
  readonly items!: CountsDto;

  @ApiProperty({ description: 'All reports.', type: () => CountsDto })
  readonly reports!: CountsDto;

  @ApiProperty({
    description: 'By level of government.',
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(TierProgressDto) },
  })
  readonly byTier!: Readonly<Record<string, TierProgressDto>>;

  @ApiProperty({
    description: 'Number of steps that happened, by step.',
    type: 'object',
    additionalProperties: { type: 'integer' },
  })
  readonly escalations!: Readonly<Record<string, number>>;

  @ApiProperty({ description: 'What is or was late.', type: () => [LateDto] })
  readonly late!: LateDto[];
}

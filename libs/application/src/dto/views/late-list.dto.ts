import type { LateEntry, LateList, LateStep } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { PlanDto } from './plan.dto.js';
import { UnitDto } from './unit.dto.js';

/** What a step does, and to whom. */
export class LateActionDto {
  @ApiProperty({ description: 'What is done.', type: String, example: 'notify' })
  readonly action!: string;

  @ApiProperty({ description: 'To whom; null where nobody is meant.', type: String, nullable: true })
  readonly target!: string | null;
}

/** A step of the ladder, or a consequence, that has happened. */
export class LateStepDto implements LateStep {
  @ApiProperty({ description: 'Its key.', type: String, example: 'after-5wd' })
  readonly step!: string;

  @ApiProperty({ description: 'When.', type: String })
  readonly at!: string;

  @ApiProperty({ description: 'What it did.', type: () => [LateActionDto] })
  readonly actions!: LateActionDto[];
}

/** An explanation that was demanded. */
export class LateExplanationDto {
  @ApiProperty({ description: 'The item that it is.', type: String, example: 'explain:item 1.2#1' })
  readonly item!: string;

  @ApiProperty({ description: 'Its last allowed day.', type: String, format: 'date', nullable: true })
  readonly due!: string | null;

  @ApiProperty({ description: 'Its state.', type: String, example: 'submitted' })
  readonly status!: string;

  @ApiProperty({ description: 'When it came in; null where it has not.', type: String, nullable: true })
  readonly submittedAt!: string | null;
}

/** Something that is due and not in. */
export class LateEntryDto implements LateEntry {
  @ApiProperty({ description: 'Whose it is.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({ description: 'An item, a report or a duty.', type: String, example: 'report 1@2022-9M' })
  readonly obligation!: string;

  @ApiProperty({ description: 'Title of an item’s task.', type: String, nullable: true })
  readonly title!: string | null;

  @ApiProperty({ description: 'Last allowed day.', type: String, format: 'date' })
  readonly due!: string;

  @ApiProperty({ description: 'Clock time of that day; null: to its end.', type: String, nullable: true })
  readonly dueTime!: string | null;

  @ApiProperty({ description: 'Whole days; 0 where it is hours.', type: 'integer' })
  readonly daysLate!: number;

  @ApiProperty({ description: 'What has been done about it, in the order of time.', type: () => [LateStepDto] })
  readonly steps!: LateStepDto[];

  @ApiProperty({ description: 'The explanation that was demanded.', type: () => LateExplanationDto, nullable: true })
  readonly explanation!: LateExplanationDto | null;
}

/** Who is late under a plan. */
export class LateListDto implements LateList {
  @ApiProperty({ description: 'The plan.', type: () => PlanDto })
  readonly plan!: PlanDto;

  @ApiProperty({ description: 'The moment it is judged for.', type: String })
  readonly asOf!: string;

  @ApiProperty({ description: 'How many there are, on all pages.', type: 'integer' })
  readonly total!: number;

  @ApiProperty({ description: 'The longest first.', type: () => [LateEntryDto] })
  readonly late!: LateEntryDto[];

  @ApiProperty({ description: 'Cursor of the page after this one; null where this is the last.', type: String, nullable: true })
  readonly next!: string | null;
}

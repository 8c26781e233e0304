import type { StepsTaken } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { UnitDto } from './unit.dto.js';

/** One step that was taken. */
export class StepTakenDto {
  @ApiProperty({ description: 'Whose obligation it is.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({ description: 'Kind and number of the obligation.', type: String, example: 'item 1.2' })
  readonly obligation!: string;

  @ApiProperty({ description: 'Title of the task; null for reports and duties.', type: String, nullable: true })
  readonly title!: string | null;

  @ApiProperty({ description: 'The step.', type: String, example: 'after-5wd' })
  readonly step!: string;

  @ApiProperty({ description: 'When it was taken, `+07:00`.', type: String, example: '2022-10-07T00:00:00+07:00' })
  readonly at!: string;

  @ApiProperty({ description: 'Last allowed day, as it was then.', type: String, format: 'date' })
  readonly due!: string;
}

/** Where steps have been taken. */
export class StepsTakenDto implements StepsTaken {
  @ApiProperty({ description: 'How many there are, on all pages.', type: 'integer' })
  readonly total!: number;

  @ApiProperty({ description: 'The newest first.', type: () => [StepTakenDto] })
  readonly steps!: StepTakenDto[];

  @ApiProperty({ description: 'Cursor of the page after this one; null where this is the last.', type: String, nullable: true })
  readonly next!: string | null;
}

import type { Trend, TrendDay, TrendFigures } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { UnitDto } from './unit.dto.js';

/** What one day brought, of one kind of obligation. */
export class TrendFiguresDto implements TrendFigures {
  @ApiProperty({ description: 'Had its last allowed day then.', type: 'integer' })
  readonly due!: number;

  @ApiProperty({ description: 'Came in then, in time; a submission that was sent back no longer counts.', type: 'integer' })
  readonly onTime!: number;

  @ApiProperty({ description: 'Came in then, too late.', type: 'integer' })
  readonly late!: number;

  @ApiProperty({ description: 'Waited for somebody to act, at the end of the day.', type: 'integer' })
  readonly open!: number;

  @ApiProperty({ description: 'Had its last day before, and was not in at the end of the day.', type: 'integer' })
  readonly overdue!: number;

  @ApiProperty({ description: 'Steps of the ladder and consequences that happened.', type: 'integer' })
  readonly escalations!: number;
}

/** One day of a trend. */
export class TrendDayDto implements TrendDay {
  @ApiProperty({ description: 'The day.', type: String, format: 'date' })
  readonly day!: string;

  @ApiProperty({ description: 'Items.', type: () => TrendFiguresDto })
  readonly items!: TrendFiguresDto;

  @ApiProperty({ description: 'Reports, without those that sum up what others sent.', type: () => TrendFiguresDto })
  readonly reports!: TrendFiguresDto;

  @ApiProperty({ description: 'Duties to issue a plan.', type: () => TrendFiguresDto })
  readonly duties!: TrendFiguresDto;
}

/** How far figures have been counted. */
export class TrendCountedDto {
  @ApiProperty({ description: 'Position of the last event that has been counted.', type: 'integer' })
  readonly position!: number;

  @ApiProperty({ description: 'Position of the last event that was recorded.', type: 'integer' })
  readonly head!: number;
}

/** How work under a plan went, day by day. */
export class TrendDto implements Trend {
  @ApiProperty({ description: 'Key of the plan.', type: String })
  readonly plan!: string;

  @ApiProperty({ description: 'The unit that it is asked for, with all that lies below it.', type: () => UnitDto })
  readonly within!: UnitDto;

  @ApiProperty({ description: 'How far it has been counted: some moments behind what is recorded.', type: () => TrendCountedDto })
  readonly counted!: TrendCountedDto;

  @ApiProperty({ description: 'Every day asked for, 366 at most.', type: () => [TrendDayDto] })
  readonly days!: TrendDayDto[];
}

import type { Completeness, CompletenessPeriod, MissingReports, ReportRate } from '#contracts';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { UnitDto } from './unit.dto.js';

/** Reports whose last day has passed. */
export class ReportRateDto implements ReportRate {
  @ApiProperty({ description: 'How many were owed by now.', type: 'integer' })
  readonly expected!: number;

  @ApiProperty({ description: 'How many of them are in.', type: 'integer' })
  readonly received!: number;

  @ApiProperty({ description: 'How many of them came in on time.', type: 'integer' })
  readonly onTime!: number;

  @ApiProperty({
    description: 'Received out of expected, per cent; null where none was.',
    type: Number,
    nullable: true,
    example: 97.4,
  })
  readonly completeness!: number | null;

  @ApiProperty({
    description: 'On time out of expected, per cent; null where none was.',
    type: Number,
    nullable: true,
    example: 91.2,
  })
  readonly timeliness!: number | null;
}

/** One period of the table. */
export class CompletenessPeriodDto implements CompletenessPeriod {
  @ApiProperty({ description: 'Kind of period.', type: String, example: '9M' })
  readonly period!: string;

  @ApiProperty({ description: 'Its label, by which rows name it.', type: String, example: '2022-9M' })
  readonly label!: string;

  @ApiProperty({ description: 'First day covered.', type: String, format: 'date' })
  readonly from!: string;

  @ApiProperty({ description: 'Last day covered.', type: String, format: 'date' })
  readonly until!: string;

  @ApiProperty({ description: 'The latest of the last allowed days.', type: String, format: 'date' })
  readonly due!: string;

  @ApiProperty({ description: 'Of all units.', type: () => ReportRateDto })
  readonly rate!: ReportRateDto;
}

/** One unit of the table. */
@ApiExtraModels(ReportRateDto)
export class CompletenessRowDto {
  @ApiProperty({ description: 'The unit.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({ description: 'True where all that lies below it is counted with it.', type: Boolean })
  readonly withBelow!: boolean;

  @ApiProperty({ description: 'Over all periods.', type: () => ReportRateDto })
  readonly rate!: ReportRateDto;

  @ApiProperty({
    description: 'By label of the period; absent where nothing was expected.',
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(ReportRateDto) },
  })
  readonly periods!: Record<string, ReportRateDto>;
}

/** Completeness and timeliness, by unit and period. */
export class CompletenessDto implements Completeness {
  @ApiProperty({ description: 'The plan.', type: String })
  readonly plan!: string;

  @ApiProperty({ description: 'The unit whose subordinates are the rows.', type: () => UnitDto })
  readonly within!: UnitDto;

  @ApiProperty({ description: 'The moment asked about.', type: String })
  readonly asOf!: string;

  @ApiProperty({ description: 'Of all units, over all periods.', type: () => ReportRateDto })
  readonly rate!: ReportRateDto;

  @ApiProperty({ description: 'The columns, by due date.', type: () => [CompletenessPeriodDto] })
  readonly periods!: CompletenessPeriodDto[];

  @ApiProperty({ description: 'The rows: the unit itself, then those directly below it.', type: () => [CompletenessRowDto] })
  readonly rows!: CompletenessRowDto[];
}

/** One report that is missing. */
export class MissingReportDto {
  @ApiProperty({ description: 'Who owes it.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({ description: 'Number of the report in its unit plan.', type: String, example: '1@2022-9M' })
  readonly report!: string;

  @ApiProperty({ description: 'Kind of period.', type: String, example: '9M' })
  readonly period!: string;

  @ApiProperty({ description: 'Label of the period.', type: String, example: '2022-9M' })
  readonly label!: string;

  @ApiProperty({ description: 'Last allowed day.', type: String, format: 'date' })
  readonly due!: string;

  @ApiProperty({ description: 'Calendar days.', type: 'integer' })
  readonly daysLate!: number;

  @ApiProperty({ description: 'Who waits for it.', type: () => UnitDto })
  readonly to!: UnitDto;
}

/** Who is missing. */
export class MissingReportsDto implements MissingReports {
  @ApiProperty({ description: 'How many there are, on all pages.', type: 'integer' })
  readonly total!: number;

  @ApiProperty({ description: 'The longest overdue first.', type: () => [MissingReportDto] })
  readonly reports!: MissingReportDto[];

  @ApiProperty({ description: 'Cursor of the page after this one; null where this is the last.', type: String, nullable: true })
  readonly next!: string | null;
}

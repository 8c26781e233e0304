import type { CalendarView, OrganisationChange, OrganisationChanges, UnitsOnDay } from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { DateField, IdField } from '../fields.js';
import { UnitDto } from './unit.dto.js';

/** Which units, on which day. */
export class UnitsOnDayQuery {
  @DateField({ description: 'The day; today unless told.', example: '2025-07-01', optional: true })
  readonly on?: string;

  @IdField({ description: 'The unit that they stand directly below; the tops unless told.', example: 'vn-10', optional: true })
  readonly superior?: string;
}

/** Which days. */
export class OrganisationChangesQuery {
  @DateField({ description: 'First day; today unless told.', example: '2025-07-01', optional: true })
  readonly from?: string;

  @DateField({ description: 'Last day; all that is to come unless told.', example: '2025-12-31', optional: true })
  readonly until?: string;
}

class UnitOnDayDto {
  @ApiProperty({ description: 'The unit as it is on that day.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({ description: 'How many stand directly below it on that day.', type: 'integer' })
  readonly below!: number;
}

/** Units on a day. */
export class UnitsOnDayDto implements UnitsOnDay {
  @ApiProperty({ description: 'The day.', type: String, format: 'date' })
  readonly on!: string;

  @ApiProperty({ description: 'The units.', type: () => [UnitOnDayDto] })
  readonly units!: UnitOnDayDto[];
}

/** A unit with its name. */
export class NamedUnitDto {
  @ApiProperty({ description: 'Id.', type: String })
  readonly id!: string;

  @ApiProperty({ description: 'The name that it bears on the day.', type: String })
  readonly name!: string;
}

/** What becomes otherwise for one unit. */
export class OrganisationChangeDto implements OrganisationChange {
  @ApiProperty({ description: 'First day on which it is so.', type: String, format: 'date' })
  readonly from!: string;

  @ApiProperty({ description: 'What happens.', type: String, enum: ['founded', 'renamed', 'moved', 'ended'] })
  readonly kind!: OrganisationChange['kind'];

  @ApiProperty({ description: 'The unit.', type: () => NamedUnitDto })
  readonly unit!: NamedUnitDto;

  @ApiProperty({ description: 'The name, or the name of the superior, before.', type: String, nullable: true })
  readonly before!: string | null;

  @ApiProperty({ description: 'The same from then on.', type: String, nullable: true })
  readonly after!: string | null;

  @ApiProperty({ description: 'Who takes over from a unit that ends.', type: () => [NamedUnitDto] })
  readonly successors!: NamedUnitDto[];
}

/** Changes of the organisation. */
export class OrganisationChangesDto implements OrganisationChanges {
  @ApiProperty({ description: 'How many there are.', type: 'integer' })
  readonly total!: number;

  @ApiProperty({ description: 'The first five hundred of them, by day.', type: () => [OrganisationChangeDto] })
  readonly changes!: OrganisationChangeDto[];
}

const YEARS = { '2022': { off: ['2022-09-01', '2022-09-02'], makeup: [] } };
const YEARS_FORM = {
  type: 'object' as const,
  additionalProperties: {
    type: 'object' as const,
    required: ['off', 'makeup'] as string[],
    properties: {
      off: { type: 'array' as const, items: { type: 'string' as const, format: 'date' } },
      makeup: { type: 'array' as const, items: { type: 'string' as const, format: 'date' } },
    },
  },
};

/** A working calendar that was published. */
export class CalendarDto implements CalendarView {
  @ApiProperty({ description: 'What it is called by.', type: String, example: 'vn-2025' })
  readonly version!: string;

  @ApiProperty({ description: 'When it was published.', type: String })
  readonly at!: string;

  @ApiProperty({
    description: 'By year: weekdays that are not worked, and weekend days that are.',
    ...YEARS_FORM,
    example: YEARS,
  })
  readonly years!: CalendarView['years'];
}

/** Calendars, the one that holds now first. */
export class CalendarsDto {
  @ApiProperty({ description: 'The entries.', type: () => [CalendarDto] })
  readonly items!: CalendarDto[];
}

/** A working calendar to be published. */
export class PublishCalendarBody {
  @ApiPropertyOptional({
    description: 'The calendar, as a calendar file: `version` and `years`.',
    type: 'object',
    additionalProperties: true,
    example: { version: 'vn-2026', years: YEARS },
  })
  @IsObject()
  readonly calendar!: object;
}

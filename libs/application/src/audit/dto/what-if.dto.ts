import type { Instant, LocalDate } from '#engine';
import type { Timeliness } from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { DateField, IdField, MayBeMissing, MomentField, TextField } from '../../dto/fields.js';
import { BilingualDto } from '../../dto/views/rules.dto.js';
import { MAX_RULES_BYTES } from '../../workflow/rules-service.js';
import type { Standing, Totals } from '../what-if/compare.js';
import type { NotCarried } from '../what-if/relive.js';
import type { WhatIf, WhatIfDifference } from '../what-if/what-if.js';

const CALENDAR = { version: 'other', years: { '2022': { off: ['2022-09-05'], makeup: [] } } };
const CHANGES = { from: '2022-10-01', rename: [{ id: 'vn-10.086', name: 'UBND huyện Bảo Thắng mới' }] };
const FILE = { type: 'object', additionalProperties: true } as const;

/** What is to be otherwise. */
export class WhatIfBody {
  @IdField({ description: 'A plan of the cascade that is meant.', example: '239-KH-UBND_2022-06-30_vn-10' })
  readonly plan!: string;

  @MomentField({
    description: 'When the other course begins; before the first issue unless told.',
    example: '2022-07-05',
    optional: true,
  })
  readonly at?: string;

  @MomentField({
    description: 'Up to when both are compared; to the last event unless told.',
    example: '2022-12-31',
    optional: true,
  })
  readonly until?: string;

  @TextField({
    description: 'Another text of one of its plans: same number, date and issuer.',
    example: 'kế hoạch "239/KH-UBND" của [UBND tỉnh Lào Cai] ban hành ngày 30/6/2022 …',
    max: MAX_RULES_BYTES,
    lines: true,
    optional: true,
  })
  readonly rules?: string;

  @ApiPropertyOptional({ description: 'Another calendar, as a calendar file.', ...FILE, example: CALENDAR })
  @MayBeMissing()
  @IsObject()
  readonly calendar?: object;

  @DateField({ description: 'A day that is off in each calendar of the record.', example: '2022-09-05', optional: true })
  readonly dayOff?: string;

  @DateField({
    description: 'A day that is worked in each calendar of the record; not together with `dayOff`.',
    example: '2022-09-03',
    optional: true,
  })
  readonly dayWorked?: string;

  @ApiPropertyOptional({ description: 'Another organisation: a whole file, or a file of changes.', ...FILE, example: CHANGES })
  @MayBeMissing()
  @IsObject()
  readonly organisation?: object;
}

/** What a course of things comes to. */
export class TotalsDto implements Totals {
  @ApiProperty({ description: 'Unit plans.', type: 'integer' })
  readonly unitPlans!: number;

  @ApiProperty({ description: 'Items.', type: 'integer' })
  readonly items!: number;

  @ApiProperty({ description: 'Reports.', type: 'integer' })
  readonly reports!: number;

  @ApiProperty({ description: 'Obligations done on time.', type: 'integer' })
  readonly onTime!: number;

  @ApiProperty({ description: 'Done late.', type: 'integer' })
  readonly late!: number;

  @ApiProperty({ description: 'Overdue.', type: 'integer' })
  readonly overdue!: number;

  @ApiProperty({ description: 'Steps that happened.', type: 'integer' })
  readonly escalations!: number;
}

/** How an obligation stands. */
export class StandingDto implements Standing {
  @ApiProperty({ description: 'Last allowed day.', type: String, nullable: true })
  readonly due!: LocalDate | null;

  @ApiProperty({ description: 'How it stands.', type: String })
  readonly timeliness!: Timeliness;

  @ApiProperty({ description: 'Whole days late.', type: 'integer' })
  readonly daysLate!: number;

  @ApiProperty({ description: 'Steps that happened, each with its generation.', type: [String] })
  readonly steps!: string[];
}

/** What would be otherwise for one unit. */
export class WhatIfDifferenceDto implements WhatIfDifference {
  @ApiProperty({ description: 'The unit.', type: String })
  readonly unit!: string;

  @ApiProperty({ description: 'Its name.', type: String })
  readonly unitName!: string;

  @ApiProperty({ description: 'The obligation.', type: String, example: 'item 1.2' })
  readonly obligation!: string;

  @ApiProperty({ description: 'In the record; null where it is not there.', type: () => StandingDto, nullable: true })
  readonly recorded!: StandingDto | null;

  @ApiProperty({ description: 'In the other course; null where it is not there.', type: () => StandingDto, nullable: true })
  readonly otherwise!: StandingDto | null;

  @ApiProperty({ description: 'In a sentence.', type: () => BilingualDto })
  readonly said!: BilingualDto;
}

/** An act that is not possible in the other course. */
export class NotCarriedDto implements NotCarried {
  @ApiProperty({ description: 'Position of its event in the record.', type: 'integer' })
  readonly position!: number;

  @ApiProperty({ description: 'When it was.', type: String })
  readonly at!: Instant;

  @ApiProperty({ description: 'Type of its event.', type: String })
  readonly type!: string;

  @ApiProperty({ description: 'Who acted; null for facts.', type: String, nullable: true })
  readonly actor!: string | null;

  @ApiProperty({ description: 'Stream of its event.', type: String })
  readonly stream!: string;

  @ApiProperty({ description: 'Why it is not possible, as a code.', type: String })
  readonly code!: string;

  @ApiProperty({ description: 'Why, in words.', type: () => BilingualDto })
  readonly what!: BilingualDto;
}

/** What would have been. */
export class WhatIfDto implements WhatIf {
  @ApiProperty({ description: 'The plan at the top of the cascade.', type: String })
  readonly plan!: string;

  @ApiProperty({ description: 'When the other course begins.', type: String })
  readonly from!: Instant;

  @ApiProperty({ description: 'Up to when both are compared.', type: String })
  readonly until!: Instant;

  @ApiProperty({ description: 'What the record comes to.', type: () => TotalsDto })
  readonly recorded!: TotalsDto;

  @ApiProperty({ description: 'What the other course comes to.', type: () => TotalsDto })
  readonly otherwise!: TotalsDto;

  @ApiProperty({ description: 'Obligations that would stand otherwise.', type: 'integer' })
  readonly total!: number;

  @ApiProperty({ description: 'The first thousand of them.', type: () => [WhatIfDifferenceDto] })
  readonly differences!: WhatIfDifferenceDto[];

  @ApiProperty({ description: 'Acts that could not be carried over.', type: () => [NotCarriedDto] })
  readonly notCarried!: NotCarriedDto[];

  @ApiProperty({ description: 'Both in a sentence.', type: () => BilingualDto })
  readonly said!: BilingualDto;
}

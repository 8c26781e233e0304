import { ApiProperty } from '@nestjs/swagger';
import { IdField, MomentField, NumberField, TextField, WordField } from '../dto/fields.js';
import { ReadQuery } from '../dto/queries.dto.js';
import { BilingualDto } from '../dto/views/rules.dto.js';
import type { Aspect } from './explanation.js';

/** What can be asked of an obligation, or of a unit’s reports. */
export const ASPECTS: readonly Aspect[] = ['all', 'existence', 'due', 'state', 'report', 'rate', 'step', 'late', 'recipient'];

/** A question of “why” or “why not”. */
export class WhyQuery extends ReadQuery {
  @IdField({ description: 'Key of the plan.', example: '239-KH-UBND_2022-06-30_vn-10' })
  readonly plan!: string;

  @IdField({ description: 'Id of the unit.', example: 'vn-10.086.02935' })
  readonly unit!: string;

  @IdField({
    description: 'What the unit owes: `1.2`, `1@2022-9M`, `duty 1`. Absent: its reports as a whole, with their rate.',
    example: '1.2',
    optional: true,
  })
  readonly obligation?: string;

  @WordField({
    description:
      'What is asked of it. Absent: everything, a step where one is named, the way of a report where `to` is named; of “why not”, whether it is owed.',
    example: 'due',
    words: ASPECTS,
    optional: true,
  })
  readonly aspect?: Aspect;

  @IdField({ description: 'A step of the ladder or a consequence.', example: 'after-5wd', optional: true })
  readonly step?: string;

  @NumberField({
    description: 'Which generation of the deadline a step is asked of; the running one unless told.',
    example: 1,
    min: 1,
    max: 1_000_000,
    optional: true,
  })
  readonly generation?: number;

  @IdField({ description: 'Id of the unit that a report was expected by.', example: 'vn-10.so-noi-vu', optional: true })
  readonly to?: string;

  @TextField({ description: 'Label of a period, for rates.', example: '2022-9M', max: 40, optional: true })
  readonly period?: string;

  @MomentField({
    description:
      'The moment that it is asked for: a day, or an instant. What took effect later is not known to the answer. Now unless told.',
    example: '2022-09-30',
    optional: true,
  })
  readonly at?: string;
}

class UnitNameDto {
  @ApiProperty({ description: 'Id.', type: String })
  readonly id!: string;

  @ApiProperty({ description: 'The name that it bore on the day.', type: String })
  readonly name!: string;
}

class AskedDto {
  @ApiProperty({ description: 'True for “why not”.', type: Boolean })
  readonly negated!: boolean;

  @ApiProperty({ description: 'What was asked of it.', enum: ASPECTS })
  readonly aspect!: Aspect;

  @ApiProperty({ description: 'Key of the plan.', type: String })
  readonly plan!: string;

  @ApiProperty({ description: 'The unit.', type: () => UnitNameDto })
  readonly unit!: UnitNameDto;

  @ApiProperty({ description: '`item 1.2`, `report 1@2022-9M`, `duty 1`.', type: String, nullable: true })
  readonly obligation!: string | null;

  @ApiProperty({ description: 'The step or consequence.', type: String, nullable: true })
  readonly step!: string | null;

  @ApiProperty({ description: 'The generation of the deadline.', type: 'integer', nullable: true })
  readonly generation!: number | null;

  @ApiProperty({ description: 'Whom a report was expected by.', type: () => UnitNameDto, nullable: true })
  readonly to!: UnitNameDto | null;

  @ApiProperty({ description: 'The instant for which it is answered.', type: String })
  readonly at!: string;
}

class StatementDto {
  @ApiProperty({
    description: 'What kind of statement it is; it tells the form of `facts`.',
    type: String,
    example: 'count.term',
  })
  readonly code!: string;

  @ApiProperty({ description: 'What it says, as data.', type: 'object', additionalProperties: true })
  readonly facts!: object;

  @ApiProperty({ description: 'What it says, as a sentence.', type: () => BilingualDto })
  readonly text!: BilingualDto;

  @ApiProperty({
    description:
      'What it can be checked against; `kind` is `event` (a position of the log), `rule` (line and column of a published text), `days` (days of a calendar, counted and skipped) or `unit` (a unit as the organisation had it on a day).',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  readonly evidence!: object[];

  @ApiProperty({ description: 'The statements that it follows from.', type: () => [StatementDto] })
  readonly because!: StatementDto[];
}

/** The answer. */
export class ExplanationDto {
  @ApiProperty({ description: 'Version of this form.', type: String, example: 'thac.why/1' })
  readonly format!: string;

  @ApiProperty({ description: 'The question, as it was understood.', type: () => AskedDto })
  readonly asked!: AskedDto;

  @ApiProperty({ description: 'False where what was asked about is not so; the answer then says why that is.', type: Boolean })
  readonly holds!: boolean;

  @ApiProperty({ description: 'The reasons, the first one first.', type: () => [StatementDto] })
  readonly answer!: StatementDto[];
}

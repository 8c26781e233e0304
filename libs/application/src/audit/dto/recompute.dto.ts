import type { Instant, LocalDate } from '#engine';
import { ApiProperty } from '@nestjs/swagger';
import { IdField } from '../../dto/fields.js';
import { BilingualDto } from '../../dto/views/rules.dto.js';
import type { Cause, Difference, Recomputed, Version } from '../recompute/difference.js';

const CAUSES: readonly Cause[] = ['altered', 'missing', 'extra', 'rules', 'calendar', 'organisation', 'refused'];

/** What to recompute. */
export class RecomputeBody {
  @IdField({
    description: 'Only the cascade of this plan; everything unless told.',
    example: '239-KH-UBND_2022-06-30_vn-10',
    optional: true,
  })
  readonly plan?: string;
}

/** An event without its place. */
export class VersionDto implements Version {
  @ApiProperty({ description: 'What happened.', type: String })
  readonly type!: string;

  @ApiProperty({ description: 'In detail.', type: 'object', additionalProperties: true })
  readonly data!: unknown;

  @ApiProperty({ description: 'Why; null for acts of people.', type: 'object', additionalProperties: true, nullable: true })
  readonly because!: unknown;

  @ApiProperty({ description: 'When it took effect.', type: String })
  readonly at!: Instant;

  @ApiProperty({ description: 'Who acted; null for the engine.', type: String, nullable: true })
  readonly actor!: string | null;
}

/** The first place where the log is not what the engine makes of the human events in it. */
export class DifferenceDto implements Difference {
  @ApiProperty({ description: 'Why.', type: String, enum: CAUSES })
  readonly cause!: Cause;

  @ApiProperty({ description: 'Position in the log.', type: 'integer' })
  readonly position!: number;

  @ApiProperty({ description: 'The stream.', type: String })
  readonly stream!: string;

  @ApiProperty({ description: 'Version in the stream.', type: 'integer' })
  readonly version!: number;

  @ApiProperty({ description: 'What the engine makes; null where nothing was to come.', type: () => VersionDto, nullable: true })
  readonly computed!: VersionDto | null;

  @ApiProperty({ description: 'What the log says; null where nothing stands.', type: () => VersionDto, nullable: true })
  readonly recorded!: VersionDto | null;

  @ApiProperty({ description: 'Where both differ, as JSON Pointers.', type: [String] })
  readonly paths!: string[];

  @ApiProperty({ description: 'Days of the calendar, one of which was changed.', type: [String] })
  readonly days!: LocalDate[];

  @ApiProperty({ description: 'Code of the refusal of an act.', type: String, nullable: true })
  readonly refusal!: string | null;

  @ApiProperty({ description: 'In a sentence.', type: () => BilingualDto })
  readonly said!: BilingualDto;
}

/** What recomputing came to. */
export class RecomputedDto implements Recomputed {
  @ApiProperty({ description: 'The tenant.', type: String })
  readonly tenant!: string;

  @ApiProperty({ description: 'The plan at the top of the one cascade; null for all.', type: String, nullable: true })
  readonly plan!: string | null;

  @ApiProperty({ description: 'Events read.', type: 'integer' })
  readonly events!: number;

  @ApiProperty({ description: 'Events of the engine that were found the same.', type: 'integer' })
  readonly recomputed!: number;

  @ApiProperty({ description: 'Acts that were found possible and the same.', type: 'integer' })
  readonly acts!: number;

  @ApiProperty({
    description: 'Up to when nothing is missing at the end; null where that is not known.',
    type: String,
    nullable: true,
  })
  readonly until!: Instant | null;

  @ApiProperty({
    description: 'False where the time of a request did not suffice: ask for one plan, or use the command line.',
    type: Boolean,
  })
  readonly whole!: boolean;

  @ApiProperty({ description: 'Null where all is as it must be.', type: () => DifferenceDto, nullable: true })
  readonly difference!: DifferenceDto | null;
}

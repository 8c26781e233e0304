import { type AuditChange, CHANGE_KINDS, type ChangeKind, type Page } from '#contracts';
import type { PersonCount } from '#read-models';
import { ApiProperty } from '@nestjs/swagger';
import { CursorField, DateField, FlagField, IdField, MomentField, NumberField, WordField } from '../../dto/fields.js';
import { EventDto } from '../../dto/views/event.dto.js';
import { BilingualDto } from '../../dto/views/rules.dto.js';
import type { ChangesOutline } from '../changes/changes-outline.js';

/** Which changes. */
export class ChangesStreamQuery {
  @MomentField({
    description: 'After this moment: a day (its end), or an instant; from the first on unless told.',
    example: '2022-07-05',
    optional: true,
  })
  readonly from?: string;

  @MomentField({
    description: 'Up to this moment, itself included; to the last unless told.',
    example: '2022-07-08',
    optional: true,
  })
  readonly to?: string;

  @FlagField({ description: 'Meant by time of recording; by time of effect unless told.', example: true, optional: true })
  readonly recorded?: boolean;

  @IdField({ description: 'Only of the cascade of this top plan.', example: '239-KH-UBND_2022-06-30_vn-10', optional: true })
  readonly plan?: string;

  @IdField({ description: 'Only of this unit.', example: 'vn-10.086', optional: true })
  readonly unit?: string;

  @WordField({ description: 'Only of this sort.', example: 'escalation', words: CHANGE_KINDS, optional: true })
  readonly kind?: ChangeKind;

  @IdField({ description: 'Only what names this obligation.', example: 'item 1.2', optional: true })
  readonly about?: string;

  @IdField({
    description: 'Only of this person, by the opaque id; `@people` for all that people did, `@engine` for what the engine did.',
    example: '@engine',
    optional: true,
  })
  readonly who?: string;
}

/** A page of them. */
export class ChangesQuery extends ChangesStreamQuery {
  @CursorField({ description: 'The value of `next` from the page before.', optional: true })
  readonly after?: string;

  @NumberField({
    description: 'After this position, where there is no `after`.',
    example: 400,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  readonly since?: number;

  @NumberField({ description: 'Entries on a page; 50 unless told.', example: 50, min: 1, max: 200, optional: true })
  readonly limit?: number;

  @FlagField({ description: 'The last recorded first; in the order of recording unless told.', example: true, optional: true })
  readonly newest?: boolean;
}

/** Which changes, and how many make a page. */
export class OutlineQuery extends ChangesStreamQuery {
  @NumberField({ description: 'Entries of a page; 200 unless told.', example: 200, min: 50, max: 200, optional: true })
  readonly every?: number;
}

/** A day to go to. */
export class PlaceQuery {
  @DateField({ description: 'The day.', example: '2022-07-08' })
  readonly day!: string;

  @FlagField({ description: 'Meant by time of recording; by time of effect unless told.', example: true, optional: true })
  readonly recorded?: boolean;
}

/** Where a day begins in the log. */
export class DayPlaceDto {
  @ApiProperty({
    description: 'Position of the first event of that day or a later one; null where there is none.',
    type: 'integer',
    nullable: true,
  })
  readonly begins!: number | null;
}

/** Somebody, and how many changes are theirs. */
export class PersonCountDto implements PersonCount {
  @ApiProperty({ description: 'Opaque id.', type: String })
  readonly person!: string;

  @ApiProperty({ description: 'Changes.', type: 'integer' })
  readonly count!: number;
}

/** How many changes there are, and where their pages begin. */
export class OutlineDto implements ChangesOutline {
  @ApiProperty({ description: 'Changes.', type: 'integer' })
  readonly count!: number;

  @ApiProperty({ description: 'Position of the last event that was looked at.', type: 'integer' })
  readonly upTo!: number;

  @ApiProperty({
    description: 'Position of the first change of each page, in the order of recording.',
    type: 'integer',
    isArray: true,
  })
  readonly pages!: number[];

  @ApiProperty({ description: 'Who did them, those with the most first.', type: () => [PersonCountDto] })
  readonly people!: PersonCountDto[];
}

/** An event, and what it changed in short. */
export class ChangeDto extends EventDto implements AuditChange {
  @ApiProperty({ description: 'What sort it is of.', type: String, enum: [...CHANGE_KINDS] })
  readonly kind!: string;

  @ApiProperty({ description: 'The plan; of a unit plan, the one at the top.', type: String, nullable: true })
  readonly plan!: string | null;

  @ApiProperty({ description: 'The unit.', type: String, nullable: true })
  readonly unit!: string | null;

  @ApiProperty({ description: 'In short.', type: () => BilingualDto })
  readonly said!: BilingualDto;
}

/** A page of changes: it may have few entries, or none, and still a next. */
export class ChangePageDto implements Page<ChangeDto> {
  @ApiProperty({ description: 'The entries.', type: () => [ChangeDto] })
  readonly items!: ChangeDto[];

  @ApiProperty({ description: 'Cursor of the next page; null on the last one.', type: String, nullable: true })
  readonly next!: string | null;
}

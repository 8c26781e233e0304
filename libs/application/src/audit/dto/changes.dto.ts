import type { AuditChange, Page } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { CursorField, FlagField, IdField, MomentField, NumberField, WordField } from '../../dto/fields.js';
import { EventDto } from '../../dto/views/event.dto.js';
import { BilingualDto } from '../../dto/views/rules.dto.js';
import { CHANGE_KINDS, type ChangeKind } from '../changes/event-kinds.js';

/** Which changes. */
export class ChangesStreamQuery {
  @MomentField({ description: 'After this moment: a day (its end), or an instant.', example: '2022-07-05' })
  readonly from!: string;

  @MomentField({ description: 'Up to this moment, itself included.', example: '2022-07-08' })
  readonly to!: string;

  @FlagField({ description: 'Meant by time of recording; by time of effect unless told.', example: true, optional: true })
  readonly recorded?: boolean;

  @IdField({ description: 'Only of the cascade of this top plan.', example: '239-KH-UBND_2022-06-30_vn-10', optional: true })
  readonly plan?: string;

  @IdField({ description: 'Only of this unit.', example: 'vn-10.086', optional: true })
  readonly unit?: string;

  @WordField({ description: 'Only of this sort.', example: 'escalation', words: CHANGE_KINDS, optional: true })
  readonly kind?: ChangeKind;
}

/** A page of them. */
export class ChangesQuery extends ChangesStreamQuery {
  @CursorField({ description: 'The value of `next` from the page before.', optional: true })
  readonly after?: string;

  @NumberField({ description: 'Entries on a page; 50 unless told.', example: 50, min: 1, max: 200, optional: true })
  readonly limit?: number;

  @FlagField({ description: 'The last recorded first; in the order of recording unless told.', example: true, optional: true })
  readonly newest?: boolean;
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

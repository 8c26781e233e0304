import type { Doer, EventView, Page } from '#contracts';
import type { Place } from '#engine';
import { ApiProperty } from '@nestjs/swagger';
import type { HistoryEntry, RuleLine } from '../../queries/get-item-history.query.js';

/** Who did something, and by what right. */
export class DoerDto implements Doer {
  @ApiProperty({ description: 'Opaque id of the person.', type: String })
  readonly person!: string;

  @ApiProperty({ description: 'The role that let them.', type: String, nullable: true })
  readonly role!: string | null;

  @ApiProperty({ description: 'The grant of that role.', type: String, nullable: true })
  readonly grant!: string | null;

  @ApiProperty({ description: 'Who had lent the right; absent where it was their own.', type: String, required: false })
  readonly lender?: string;
}

/** An event of the log. */
export class EventDto implements EventView {
  @ApiProperty({ description: 'Place in the log of the tenant, from 1 without gaps.', type: 'integer' })
  readonly position!: number;

  @ApiProperty({ description: 'Its stream.', type: String })
  readonly stream!: string;

  @ApiProperty({ description: 'Place in its stream, from 1 without gaps.', type: 'integer' })
  readonly version!: number;

  @ApiProperty({ description: 'What happened.', type: String, example: 'ItemSubmitted' })
  readonly type!: string;

  @ApiProperty({ description: 'When it took effect.', type: String })
  readonly at!: string;

  @ApiProperty({ description: 'When it was recorded.', type: String })
  readonly recordedAt!: string;

  @ApiProperty({ description: 'The unit that acted; null for the engine.', type: String, nullable: true })
  readonly actor!: string | null;

  @ApiProperty({ description: 'What happened, in detail.', type: 'object', additionalProperties: true })
  readonly data!: unknown;

  @ApiProperty({
    description: 'Why the engine caused it: rules, rule, place, calendar; null for acts of people.',
    type: 'object',
    additionalProperties: true,
    nullable: true,
  })
  readonly because!: unknown;

  @ApiProperty({ description: 'Who did it in the unit’s name, and by what right.', type: () => DoerDto, nullable: true })
  readonly by!: DoerDto | null;
}

/** A page of events. */
export class EventPageDto implements Page<EventDto> {
  @ApiProperty({ description: 'The entries.', type: () => [EventDto] })
  readonly items!: EventDto[];

  @ApiProperty({ description: 'Cursor of the next page; null on the last one.', type: String, nullable: true })
  readonly next!: string | null;
}

/** A place in a text. */
export class PlaceDto implements Place {
  @ApiProperty({ description: 'Offset in UTF-16 units.', type: 'integer' })
  readonly start!: number;

  @ApiProperty({ description: 'Offset after its last unit.', type: 'integer' })
  readonly end!: number;

  @ApiProperty({ description: 'Line, from 1.', type: 'integer' })
  readonly line!: number;

  @ApiProperty({ description: 'Column, from 1.', type: 'integer' })
  readonly column!: number;
}

/** A rule behind an event. */
export class RuleLineDto implements RuleLine {
  @ApiProperty({ description: 'Content hash of the rules document.', type: String })
  readonly rules!: string;

  @ApiProperty({ description: 'The rule.', type: String, example: 'task 1.2' })
  readonly rule!: string;

  @ApiProperty({ description: 'Where it stands.', type: () => PlaceDto, nullable: true })
  readonly place!: PlaceDto | null;

  @ApiProperty({ description: 'The line there, verbatim.', type: String, nullable: true })
  readonly line!: string | null;
}

/** An event of the life of an item; `data` holds what concerns it. */
export class HistoryEntryDto extends EventDto implements HistoryEntry {
  @ApiProperty({ description: 'Why the engine caused it; null for acts of people.', type: () => RuleLineDto, nullable: true })
  readonly rule!: RuleLineDto | null;

  @ApiProperty({
    description: 'Where the task stands, for events that assign or change it.',
    type: () => RuleLineDto,
    nullable: true,
  })
  readonly task!: RuleLineDto | null;
}

/** Everything that happened to one item. */
export class HistoryDto implements Page<HistoryEntryDto> {
  @ApiProperty({ description: 'The events, in order.', type: () => [HistoryEntryDto] })
  readonly items!: HistoryEntryDto[];

  @ApiProperty({ description: 'Cursor of the next page; null on the last one.', type: String, nullable: true })
  readonly next!: string | null;
}

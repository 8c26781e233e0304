import type { Bilingual, Page } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { PlaceDto } from './event.dto.js';
import { UnitDto } from './unit.dto.js';

/** A text in both languages. */
export class BilingualDto implements Bilingual {
  @ApiProperty({ description: 'Vietnamese.', type: String })
  readonly vi!: string;

  @ApiProperty({ description: 'English.', type: String })
  readonly en!: string;
}

/** Something to say about a rules text. */
export class DiagnosticDto {
  @ApiProperty({ description: 'Stable code.', type: String, example: 'KH3001' })
  readonly code!: string;

  @ApiProperty({ description: 'How grave.', enum: ['error', 'warning', 'info'] })
  readonly severity!: string;

  @ApiProperty({ description: 'Where.', type: () => PlaceDto })
  readonly place!: PlaceDto;

  @ApiProperty({ description: 'What is wrong.', type: () => BilingualDto })
  readonly message!: BilingualDto;

  @ApiProperty({ description: 'How to mend it.', type: () => BilingualDto, nullable: true })
  readonly hint!: BilingualDto | null;
}

/** What checking a text came to. */
export class CheckDto {
  @ApiProperty({ description: 'True where it has no errors and can be published.', type: Boolean })
  readonly valid!: boolean;

  @ApiProperty({ description: 'Content hash of the text.', type: String })
  readonly hash!: string;

  @ApiProperty({ description: 'Language of its keywords.', enum: ['vi', 'en'] })
  readonly language!: string;

  @ApiProperty({ description: 'Errors, warnings and remarks.', type: () => [DiagnosticDto] })
  readonly diagnostics!: DiagnosticDto[];
}

/** A published rules document. */
export class PublicationDto {
  @ApiProperty({ description: 'Content hash: what plans are issued by.', type: String })
  readonly hash!: string;

  @ApiProperty({ description: 'Warnings and remarks.', type: () => [DiagnosticDto] })
  readonly diagnostics!: DiagnosticDto[];

  @ApiProperty({ description: 'Position in the log.', type: 'integer' })
  readonly position!: number;
}

/** A published rules document. */
export class RulesDto {
  @ApiProperty({ description: 'Content hash.', type: String })
  readonly hash!: string;

  @ApiProperty({ description: 'The text, verbatim.', type: String })
  readonly text!: string;

  @ApiProperty({ description: 'What the text was read as.', type: 'object', additionalProperties: true })
  readonly rules!: unknown;
}

/** What one unit would get. */
export class PreviewUnitDto {
  @ApiProperty({ description: 'The unit.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({ description: 'A new unit plan, or a change of the one it has.', enum: ['derived', 'replaced'] })
  readonly change!: string;

  @ApiProperty({ description: 'True while a tier between has yet to issue its own plan.', type: Boolean })
  readonly provisional!: boolean;

  @ApiProperty({ description: 'New items.', type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly items!: readonly unknown[];

  @ApiProperty({ description: 'New reports.', type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly reports!: readonly unknown[];

  @ApiProperty({ description: 'New duties.', type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly duties!: readonly unknown[];

  @ApiProperty({ description: 'Deadlines that move.', type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly moved!: readonly unknown[];

  @ApiProperty({
    description: 'Items that are withdrawn, with reasons.',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  readonly withdrawn!: readonly unknown[];
}

/** A page of units. */
export class PreviewPageDto implements Page<PreviewUnitDto> {
  @ApiProperty({ description: 'The entries.', type: () => [PreviewUnitDto] })
  readonly items!: PreviewUnitDto[];

  @ApiProperty({ description: 'Cursor of the next page; null on the last one.', type: String, nullable: true })
  readonly next!: string | null;
}

/** What issuing a text now would derive. Nothing of it is stored. */
export class PreviewDto {
  @ApiProperty({ description: 'Content hash of the text.', type: String })
  readonly hash!: string;

  @ApiProperty({ description: 'Key that the plan would have.', type: String })
  readonly plan!: string;

  @ApiProperty({ description: 'Warnings and remarks.', type: () => [DiagnosticDto] })
  readonly diagnostics!: DiagnosticDto[];

  @ApiProperty({ description: 'New unit plans.', type: 'integer' })
  readonly derived!: number;

  @ApiProperty({ description: 'Unit plans that change.', type: 'integer' })
  readonly replaced!: number;

  @ApiProperty({ description: 'New items.', type: 'integer' })
  readonly items!: number;

  @ApiProperty({ description: 'New reports.', type: 'integer' })
  readonly reports!: number;

  @ApiProperty({ description: 'New duties.', type: 'integer' })
  readonly duties!: number;

  @ApiProperty({
    description: 'By level of government: unitPlans, items, reports.',
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'integer' } },
  })
  readonly byTier!: Readonly<Record<string, unknown>>;

  @ApiProperty({ description: 'New items by kind of deadline.', type: 'object', additionalProperties: { type: 'integer' } })
  readonly byDeadlineKind!: Readonly<Record<string, number>>;

  @ApiProperty({
    description: 'Days on which something falls due: day, items, reports.',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  readonly dueByDay!: readonly unknown[];

  @ApiProperty({
    description: 'Groups that only people can resolve: task, role, text.',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  readonly open!: readonly unknown[];

  @ApiProperty({ description: 'Per unit, by pages.', type: () => PreviewPageDto })
  readonly units!: PreviewPageDto;
}

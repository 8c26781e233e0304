import type { CascadeForetold, OrganisationForeseen, WayForeseen } from '#contracts';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { constrained, type Constraint } from './constraint.js';
import { DateField, IdField, MayBeMissing, TextField } from './fields.js';
import { NamedUnitDto, OrganisationChangeDto } from './views/organisation.dto.js';

const MOST = 100_000;

/** What the entries must say is read later, all at once, with the organisation at hand. */
const LIST: Constraint = {
  name: 'list',
  said: { vi: `Phải là danh sách không quá ${MOST} mục.`, en: `Must be a list of at most ${MOST} entries.` },
  holds: (value) => Array.isArray(value) && value.length <= MOST,
};

const changes =
  (description: string, example: object): PropertyDecorator =>
  (target, name) => {
    const schema = { type: 'array', maxItems: MOST, items: { type: 'object' }, example: [example] } as const;
    ApiPropertyOptional({ description, ...schema })(target, name);
    MayBeMissing()(target, name);
    constrained(LIST)(target, name);
  };

/** Changes of the organisation, as in a file of changes. */
export class OrganisationChangesBody {
  @DateField({ description: 'First day of every change that gives none of its own.', example: '2025-07-01' })
  readonly from!: string;

  @TextField({ description: 'Where the data come from.', example: 'NQ 202/2025/QH15', max: 2_000, optional: true })
  readonly source?: string;

  @changes('Units founded.', {
    id: 'vn-2025-15',
    name: 'UBND tỉnh Lào Cai',
    tier: 'province',
    kind: 'peoples-committee',
    superior: null,
  })
  readonly found?: object[];

  @changes('Units that bear another name.', { id: 'vn-46', name: 'UBND thành phố Huế' })
  readonly rename?: object[];

  @changes('Units that answer to another superior.', { id: 'vn-14.116.03646', superior: 'vn-14' })
  readonly move?: object[];

  @changes('Units that end, and who takes over.', { id: 'vn-10', successors: ['vn-2025-15'] })
  readonly dissolve?: object[];
}

/** The same, and in whose name they are recorded. */
export class ChangeOrganisationBody extends OrganisationChangesBody {
  @IdField({ description: 'The unit that acts: one that the asker may act for.', example: 'vn-10.086' })
  readonly actor!: string;
}

/** An obligation that nobody could take over. */
export class UnresolvedDto {
  @ApiProperty({ description: 'The unit that is no more.', type: String })
  readonly unit!: string;

  @ApiProperty({ description: 'Key of the obligation.', type: String, example: 'item 1.2' })
  readonly obligation!: string;

  @ApiProperty({ description: 'Why.', type: String, example: 'no-successor' })
  readonly reason!: string;
}

/** What a reorganisation did to one cascade. */
export class CascadeReorganisedDto {
  @ApiProperty({ description: 'The plan at the top.', type: String })
  readonly id!: string;

  @ApiProperty({ description: 'First day of the organisation as it now stands.', type: String, format: 'date' })
  readonly from!: string;

  @ApiProperty({ description: 'Unit plans that ended with their units.', type: 'integer' })
  readonly transferred!: number;

  @ApiProperty({ description: 'Unit plans that took work over.', type: 'integer' })
  readonly inherited!: number;

  @ApiProperty({ description: 'Unit plans whose ways have changed.', type: 'integer' })
  readonly readdressed!: number;

  @ApiProperty({ description: 'Open obligations that went to successors.', type: 'integer' })
  readonly handedOver!: number;

  @ApiProperty({
    description: 'Open obligations that ended, by reason.',
    type: 'object',
    additionalProperties: { type: 'integer' },
  })
  readonly ended!: Record<string, number>;

  @ApiProperty({ description: 'What nobody could take over.', type: () => [UnresolvedDto] })
  readonly unresolved!: UnresolvedDto[];
}

/** What changing the organisation came to. */
export class ReorganisationDto {
  @ApiProperty({ description: 'Position in the log: pass it as `minPosition` to read the effect.', type: 'integer' })
  readonly position!: number;

  @ApiProperty({ description: 'When something takes effect; what lies ahead happens on its day.', type: [String] })
  readonly effective!: string[];

  @ApiProperty({ description: 'What it has done to running plans by now.', type: () => [CascadeReorganisedDto] })
  readonly cascades!: CascadeReorganisedDto[];
}

class WayForeseenDto implements WayForeseen {
  @ApiProperty({ description: 'Whose they are.', type: () => NamedUnitDto })
  readonly unit!: NamedUnitDto;

  @ApiProperty({ description: 'Where they go; empty where they end.', type: () => [NamedUnitDto] })
  readonly to!: NamedUnitDto[];

  @ApiProperty({ description: 'Why.', type: String, example: 'succeeded' })
  readonly reason!: string;

  @ApiProperty({ description: 'Items.', type: 'integer' })
  readonly items!: number;

  @ApiProperty({ description: 'Reports.', type: 'integer' })
  readonly reports!: number;

  @ApiProperty({ description: 'Duties to issue plans.', type: 'integer' })
  readonly duties!: number;
}

class UnresolvedForeseenDto {
  @ApiProperty({ description: 'The unit that is no more.', type: () => NamedUnitDto })
  readonly unit!: NamedUnitDto;

  @ApiProperty({ description: 'Key of the obligation.', type: String, example: 'item 1.2' })
  readonly obligation!: string;

  @ApiProperty({ description: 'Why.', type: String, example: 'no-successor' })
  readonly reason!: string;
}

/** What a reorganisation would do to one cascade. */
export class CascadeForetoldDto extends OmitType(CascadeReorganisedDto, ['from', 'unresolved']) implements CascadeForetold {
  @ApiProperty({ description: 'Number of the plan at the top.', type: String, example: '239/KH-UBND' })
  readonly number!: string;

  @ApiProperty({ description: 'What nobody could take over.', type: () => [UnresolvedForeseenDto] })
  readonly unresolved!: UnresolvedForeseenDto[];

  @ApiProperty({ description: 'Where open obligations of units that end go, by unit.', type: () => [WayForeseenDto] })
  readonly ways!: WayForeseenDto[];
}

/** What recording changes would do. */
export class OrganisationForeseenDto implements OrganisationForeseen {
  @ApiProperty({ description: 'The first five hundred changes, by day.', type: () => [OrganisationChangeDto] })
  readonly changes!: OrganisationChangeDto[];

  @ApiProperty({ description: 'What they would do to running plans.', type: () => [CascadeForetoldDto] })
  readonly cascades!: CascadeForetoldDto[];

  @ApiProperty({ description: 'Numbers of plans that could not be looked at within the limits.', type: [String] })
  readonly left!: string[];
}

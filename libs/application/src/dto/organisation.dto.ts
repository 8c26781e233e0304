import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { constrained, type Constraint } from './constraint.js';
import { DateField, MayBeMissing, TextField } from './fields.js';
import { ActorBody } from './unit-plans.dto.js';

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
export class ChangeOrganisationBody extends ActorBody {
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

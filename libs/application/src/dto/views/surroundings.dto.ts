import { ApiProperty } from '@nestjs/swagger';

/** The organisation on one day. */
export class DirectoryDto {
  @ApiProperty({ description: 'The day.', type: String, format: 'date', example: '2022-06-30' })
  readonly date!: string;

  @ApiProperty({ description: 'Version of the organisation’s history.', type: String })
  readonly version!: string;

  @ApiProperty({
    description: 'Every unit: id, name, aliases, localName, tier, kind, superior.',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  readonly units!: readonly unknown[];
}

/** What a rules text is checked against, as data: an editor runs the language with it. */
export class SurroundingsDto {
  @ApiProperty({ description: 'Today; no plan may be dated ahead of it.', type: String, format: 'date', example: '2022-07-01' })
  readonly today!: string;

  @ApiProperty({ description: 'The organisation on the day of issue that the text states.', type: () => DirectoryDto })
  readonly directory!: DirectoryDto;

  @ApiProperty({
    description: 'The newest working calendar: version, and by year the days off and the days made up for.',
    type: 'object',
    additionalProperties: true,
  })
  readonly calendar!: unknown;

  @ApiProperty({
    description: 'The plan that the text carries out, behind those above it: hash, prefix, rules.',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  readonly above!: readonly unknown[];
}

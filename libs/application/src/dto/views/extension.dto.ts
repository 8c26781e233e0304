import type { ExtensionView } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';

/** A later day that a unit has asked for. */
export class ExtensionDto implements ExtensionView {
  @ApiProperty({ description: 'The last allowed day that is asked for.', type: String, format: 'date', example: '2022-10-15' })
  readonly to!: string;

  @ApiProperty({ description: 'Why.', type: String, example: 'Chờ số liệu của 3 xã' })
  readonly reason!: string;

  @ApiProperty({ description: 'When it was asked for.', type: String, example: '2022-09-12T08:00:00+07:00' })
  readonly at!: string;

  @ApiProperty({ description: 'Why it was refused; null while nobody has answered.', type: String, nullable: true })
  readonly refusal!: string | null;
}

import type { UnitView } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';

/** A unit. */
export class UnitDto implements UnitView {
  @ApiProperty({ description: 'Identity of the unit over its whole life.', type: String, example: 'vn-10.086' })
  readonly id!: string;

  @ApiProperty({ description: 'Full official name.', type: String, example: 'UBND huyện Bảo Thắng' })
  readonly name!: string;

  @ApiProperty({ description: 'Level of government.', type: String, example: 'district' })
  readonly tier!: string;

  @ApiProperty({ description: 'What kind of body it is.', type: String, example: 'peoples-committee' })
  readonly kind!: string;

  @ApiProperty({ description: 'Direct superior; null at the top.', type: String, nullable: true, example: 'vn-10' })
  readonly superior!: string | null;
}

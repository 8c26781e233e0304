import type { Page } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { PlanDto } from './plan.dto.js';
import { ItemDto, ReportDto } from './unit-plan.dto.js';
import { UnitDto } from './unit.dto.js';

/** A page of plans. */
export class PlanPageDto implements Page<PlanDto> {
  @ApiProperty({ description: 'The entries.', type: () => [PlanDto] })
  readonly items!: PlanDto[];

  @ApiProperty({ description: 'Cursor of the next page; null on the last one.', type: String, nullable: true })
  readonly next!: string | null;
}

/** A page of units. */
export class UnitPageDto implements Page<UnitDto> {
  @ApiProperty({ description: 'The entries.', type: () => [UnitDto] })
  readonly items!: UnitDto[];

  @ApiProperty({ description: 'Cursor of the next page; null on the last one.', type: String, nullable: true })
  readonly next!: string | null;
}

/** A page of items. */
export class ItemPageDto implements Page<ItemDto> {
  @ApiProperty({ description: 'The entries.', type: () => [ItemDto] })
  readonly items!: ItemDto[];

  @ApiProperty({ description: 'Cursor of the next page; null on the last one.', type: String, nullable: true })
  readonly next!: string | null;
}

/** A page of reports. */
export class ReportPageDto implements Page<ReportDto> {
  @ApiProperty({ description: 'The entries.', type: () => [ReportDto] })
  readonly items!: ReportDto[];

  @ApiProperty({ description: 'Cursor of the next page; null on the last one.', type: String, nullable: true })
  readonly next!: string | null;
}

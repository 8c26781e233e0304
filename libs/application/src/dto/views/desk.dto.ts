import type { Desk } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { DutyDto, ItemDto, ReportDto } from './unit-plan.dto.js';
import { UnitDto } from './unit.dto.js';

/** A duty, and the plan that sets it. */
export class DeskDutyDto extends DutyDto {
  @ApiProperty({ description: 'Top of the cascade.', type: String })
  readonly planId!: string;
}

/** Submissions and requests of others that wait for a unit. */
export class WaitingDto {
  @ApiProperty({ description: 'Results of items.', type: () => [ItemDto] })
  readonly items!: ItemDto[];

  @ApiProperty({ description: 'Reports.', type: () => [ReportDto] })
  readonly reports!: ReportDto[];

  @ApiProperty({ description: 'Items for which a later day is asked.', type: () => [ItemDto] })
  readonly extensionItems!: ItemDto[];

  @ApiProperty({ description: 'Reports for which a later day is asked.', type: () => [ReportDto] })
  readonly extensionReports!: ReportDto[];
}

/** What one unit has on its desk, over all plans. */
export class DeskDto implements Desk {
  @ApiProperty({ description: 'The unit.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({ description: 'The moment it is judged for.', type: String })
  readonly asOf!: string;

  @ApiProperty({ description: 'Due and not in.', type: () => [ItemDto] })
  readonly overdue!: ItemDto[];

  @ApiProperty({ description: 'Due within ten days.', type: () => [ItemDto] })
  readonly dueSoon!: ItemDto[];

  @ApiProperty({ description: 'Everything else that is open.', type: () => [ItemDto] })
  readonly open!: ItemDto[];

  @ApiProperty({ description: 'Reports to send.', type: () => [ReportDto] })
  readonly reports!: ReportDto[];

  @ApiProperty({ description: 'Plans of its own to issue.', type: () => [DeskDutyDto] })
  readonly duties!: DeskDutyDto[];

  @ApiProperty({ description: 'Waits for this unit to accept, return, grant or refuse it.', type: () => WaitingDto })
  readonly waitingForMe!: WaitingDto;
}

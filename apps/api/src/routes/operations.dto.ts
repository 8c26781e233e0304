import type { Operations, StuckPlan } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';

class WorkerDto {
  @ApiProperty({ description: 'Its name: machine and process.', type: String })
  readonly worker!: string;

  @ApiProperty({ description: 'Until when it counts as alive.', type: String, format: 'date-time' })
  readonly until!: string;
}

class LatenessDto {
  @ApiProperty({ description: 'Less than a second late.', type: 'integer' })
  readonly second!: number;

  @ApiProperty({ description: 'One second to ten.', type: 'integer' })
  readonly seconds!: number;

  @ApiProperty({ description: 'Ten seconds to a minute.', type: 'integer' })
  readonly minute!: number;

  @ApiProperty({ description: 'One minute to ten.', type: 'integer' })
  readonly minutes!: number;

  @ApiProperty({ description: 'More than ten minutes.', type: 'integer' })
  readonly longer!: number;
}

class LagDto {
  @ApiProperty({ description: 'Name of the projection.', type: String })
  readonly projection!: string;

  @ApiProperty({ description: 'Which building of it.', type: 'integer' })
  readonly generation!: number;

  @ApiProperty({ description: 'Events that it has not taken in.', type: 'integer' })
  readonly positions!: number;

  @ApiProperty({ description: 'Age in seconds of the first of them.', type: Number })
  readonly seconds!: number;
}

class SealLagDto {
  @ApiProperty({ description: 'Events that no checkpoint covers.', type: 'integer' })
  readonly events!: number;

  @ApiProperty({ description: 'Age in seconds of the first of them.', type: Number })
  readonly seconds!: number;
}

/** How the work in the background goes on. */
export class OperationsDto implements Operations {
  @ApiProperty({ description: 'Who keeps the clock, of all machines.', type: () => [WorkerDto] })
  readonly workers!: WorkerDto[];

  @ApiProperty({ description: 'Wake-ups that are due, by how late they are.', type: () => LatenessDto })
  readonly lateness!: LatenessDto;

  @ApiProperty({ description: 'What follows the log.', type: () => [LagDto] })
  readonly projections!: LagDto[];

  @ApiProperty({
    description: 'How far the newest checkpoint is behind; null: not sealed.',
    type: () => SealLagDto,
    nullable: true,
  })
  readonly seal!: SealLagDto | null;

  @ApiProperty({ description: 'Unit plans that the clock has set aside; a thousand at most are counted.', type: 'integer' })
  readonly stuck!: number;

  @ApiProperty({ description: 'Notices that could not be delivered.', type: 'integer' })
  readonly dead!: number;

  @ApiProperty({ description: 'Size of the whole database in bytes.', type: 'integer' })
  readonly databaseBytes!: number;
}

class StuckDto implements StuckPlan {
  @ApiProperty({ description: 'The stream: plan and unit.', type: String })
  readonly stream!: string;

  @ApiProperty({ description: 'When it was due.', type: String })
  readonly at!: string;

  @ApiProperty({ description: 'What looking at it fails with.', type: String })
  readonly reason!: string;

  @ApiProperty({ description: 'When it was set aside.', type: String, format: 'date-time' })
  readonly since!: string;
}

/** Unit plans that were set aside. */
export class StuckListDto {
  @ApiProperty({ description: 'The entries.', type: () => [StuckDto] })
  readonly items!: StuckDto[];
}

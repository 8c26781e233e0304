import { ApiProperty } from '@nestjs/swagger';
import { DiagnosticDto } from './rules.dto.js';

/** What a write came to. */
export class WrittenDto {
  @ApiProperty({ description: 'Version of the unit plan after it: the new ETag.', type: 'integer' })
  readonly version!: number;

  @ApiProperty({ description: 'Position in the log: pass it as `minPosition` to read the effect.', type: 'integer' })
  readonly position!: number;
}

/** What was recorded. */
export class RecordedDto {
  @ApiProperty({ description: 'Position in the log: pass it as `minPosition` to read the effect.', type: 'integer' })
  readonly position!: number;
}

/** A plan that was issued. */
export class IssuedDto {
  @ApiProperty({ description: 'Key of the plan.', type: String })
  readonly plan!: string;

  @ApiProperty({ description: 'Position in the log.', type: 'integer' })
  readonly position!: number;

  @ApiProperty({ description: 'New unit plans.', type: 'integer' })
  readonly derived!: number;

  @ApiProperty({ description: 'Unit plans that changed.', type: 'integer' })
  readonly replaced!: number;

  @ApiProperty({ description: 'New items.', type: 'integer' })
  readonly items!: number;

  @ApiProperty({ description: 'New reports.', type: 'integer' })
  readonly reports!: number;
}

/** A unit’s own plan that was issued. */
export class OwnPlanIssuedDto extends IssuedDto {
  @ApiProperty({ description: 'Content hash of its rules document.', type: String })
  readonly rules!: string;

  @ApiProperty({ description: 'Warnings and remarks.', type: () => [DiagnosticDto] })
  readonly diagnostics!: DiagnosticDto[];
}

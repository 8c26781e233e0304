import { TIERS, UNIT_KINDS } from '#engine';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { constrained, shapeOf, type Constraint } from './constraint.js';
import { DateField, IdField, MayBeMissing, TextField, WordField } from './fields.js';
import { ActorBody, DocumentBody } from './unit-plans.dto.js';

const TIME = shapeOf(
  'time',
  { vi: 'Phải là giờ phút dạng GG:PP, từ 00:01 đến 23:59.', en: 'Must be a clock time HH:MM, 00:01 to 23:59.' },
  /^(?!00:00)([01]\d|2[0-3]):[0-5]\d$/,
);

const A_DOCUMENT: Constraint = {
  name: 'document',
  said: {
    vi: 'Văn bản gồm số, ngày, cơ quan ban hành.',
    en: 'A document has a number, a date and an issuer.',
  },
  holds: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** A report asked for beyond the regime. */
export class RequestReportBody extends ActorBody {
  @TextField({ description: 'What is asked for.', example: 'Báo cáo nhanh tình hình thiệt hại do bão', max: 1_000 })
  readonly title!: string;

  @DateField({ description: 'The last allowed day.', example: '2022-10-05' })
  readonly due!: string;

  @ApiPropertyOptional({
    description: 'Clock time up to which that day counts; absent: to its end.',
    type: String,
    example: '16:00',
  })
  @MayBeMissing()
  @constrained(TIME)
  readonly time?: string;

  @applyDecorators(
    ApiPropertyOptional({ description: 'The document that asks for it.', type: () => DocumentBody }),
    MayBeMissing(),
    constrained(A_DOCUMENT),
    ValidateNested({ context: A_DOCUMENT.said }),
    Type(() => DocumentBody),
  )
  readonly document?: DocumentBody;
}

/** A report asked of every unit of a class. */
export class RequestReportsBody extends RequestReportBody {
  @WordField({ description: 'What the units are.', example: 'peoples-committee', words: UNIT_KINDS })
  readonly kind!: string;

  @WordField({ description: 'Their tier.', example: 'commune', words: TIERS })
  readonly tier!: string;

  @IdField({ description: 'Only those at or below this unit; absent: below the issuer.', example: 'vn-10.086', optional: true })
  readonly within?: string;
}

/** A case in which the plan asks for a report. */
export class RaiseCaseBody extends ActorBody {
  @TextField({
    description: 'The case, as the text of the plan words it.',
    example: 'phát sinh vướng mắc vượt thẩm quyền',
    max: 1_000,
  })
  readonly condition!: string;
}

/** A unit that could not be asked. */
export class RefusedUnitDto {
  @ApiProperty({ description: 'The unit.', type: String })
  readonly unit!: string;

  @ApiProperty({ description: 'Code of the refusal.', type: String, example: 'report.may-not-ask' })
  readonly code!: string;
}

/** What asking many units came to. */
export class ReportsRequestedDto {
  @ApiProperty({ description: 'Position in the log: pass it as `minPosition` to read the effect.', type: 'integer' })
  readonly position!: number;

  @ApiProperty({ description: 'How many units were asked.', type: 'integer' })
  readonly asked!: number;

  @ApiProperty({ description: 'Units of the class that the actor may not ask.', type: () => [RefusedUnitDto] })
  readonly refused!: RefusedUnitDto[];
}

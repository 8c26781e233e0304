import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { constrained, type Constraint } from './constraint.js';
import { DateField, IdField, TextField } from './fields.js';
import { RulesTextBody } from './rules.dto.js';

/** Who acts. */
export class ActorBody {
  @IdField({ description: 'The unit that acts: one that the asker may act for.', example: 'vn-10.086' })
  readonly actor!: string;
}

/** The result of an item. */
export class SubmitItemBody extends ActorBody {
  @TextField({
    description: 'A note for whoever accepts it.',
    example: 'Đã triển khai tại 14 xã',
    max: 4_000,
    lines: true,
    optional: true,
  })
  readonly note?: string;
}

/** Sending something back. */
export class ReturnBody extends ActorBody {
  @TextField({ description: 'Why it is sent back.', example: 'Thiếu số liệu tháng 9', max: 4_000, lines: true })
  readonly reason!: string;
}

/** Asking for a later day. */
export class RequestExtensionBody extends ActorBody {
  @DateField({ description: 'The last allowed day that is asked for, later than the present one.', example: '2022-10-15' })
  readonly to!: string;

  @TextField({ description: 'Why.', example: 'Chờ số liệu của 3 xã', max: 2_000, lines: true })
  readonly reason!: string;
}

/** Saying no to that. */
export class RefuseExtensionBody extends ActorBody {
  @TextField({ description: 'Why it is refused.', example: 'Tỉnh cần số liệu đúng hạn', max: 2_000, lines: true })
  readonly reason!: string;
}

/** A document that orders a change. */
export class DocumentBody {
  @TextField({ description: 'Its number.', example: '512/UBND-NC', max: 100 })
  readonly number!: string;

  @DateField({ description: 'Its date.', example: '2022-09-20' })
  readonly date!: string;

  @IdField({ description: 'Who issued it.', example: 'vn-10' })
  readonly issuer!: string;
}

const ONE_OBJECT: Constraint = {
  name: 'document',
  said: {
    vi: 'Phải có văn bản làm căn cứ: số, ngày, cơ quan ban hành.',
    en: 'The document that orders it is needed: number, date, issuer.',
  },
  holds: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** A document, checked as a whole. */
export const DocumentField = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ description, type: () => DocumentBody }),
    constrained(ONE_OBJECT),
    ValidateNested({ context: ONE_OBJECT.said }),
    Type(() => DocumentBody),
  );

/** A later deadline. */
export class ExtendDeadlineBody extends ActorBody {
  @DateField({ description: 'The new last allowed day, later than the present one.', example: '2022-10-15' })
  readonly to!: string;

  @DocumentField('The document that orders it.')
  readonly document!: DocumentBody;
}

/** A date for a deadline that was left open. */
export class ResolveDeadlineBody extends ActorBody {
  @DateField({ description: 'The last allowed day.', example: '2022-11-30' })
  readonly due!: string;

  @DocumentField('The document that sets it.')
  readonly document!: DocumentBody;
}

/** A stretch of days on which a clock stands still. */
export class SuspendItemBody extends ActorBody {
  @DateField({ description: 'First day on which the clock stands still.', example: '2022-08-01' })
  readonly from!: string;

  @DateField({ description: 'The last such day; absent: until further notice.', example: '2022-08-15', optional: true })
  readonly until?: string;

  @DocumentField('The document that orders it.')
  readonly document!: DocumentBody;
}

/** The end of a suspension. */
export class ResumeItemBody extends ActorBody {
  @DateField({ description: 'First day on which the clock runs again.', example: '2022-08-16' })
  readonly on!: string;

  @DocumentField('The document that orders it.')
  readonly document!: DocumentBody;
}

/** Taking an item back. */
export class WithdrawItemBody extends ActorBody {
  @TextField({ description: 'Why it is taken back.', example: 'Đã giao đơn vị khác', max: 4_000, lines: true })
  readonly reason!: string;

  @DocumentField('The document that orders it.')
  readonly document!: DocumentBody;
}

/** The text of a unit's own plan. */
export class OwnPlanBody extends RulesTextBody {
  @IdField({
    description: 'The unit that issues it, the one of the address: one that the asker may act for.',
    example: 'vn-10.086',
  })
  readonly actor!: string;
}

/** A report. */
export class SubmitReportBody extends ActorBody {
  @TextField({ description: 'The report itself.', example: 'Kết quả 9 tháng đầu năm …', max: 100_000, lines: true })
  readonly content!: string;
}

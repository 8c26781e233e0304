import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { DateField, IdField, TextField } from './fields.js';
import { RulesTextBody } from './rules.dto.js';

const NEEDED = { context: { vi: 'Phải có văn bản làm căn cứ.', en: 'The document that orders it is needed.' } };
const AN_OBJECT = { context: { vi: 'Phải là một đối tượng JSON.', en: 'Must be a JSON object.' } };

/** Who acts. */
export class ActorBody {
  @IdField({ description: 'The unit that acts: a claim, until accounts exist.', example: 'vn-10.086' })
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

/** A document that orders a change. */
export class DocumentBody {
  @TextField({ description: 'Its number.', example: '512/UBND-NC', max: 100 })
  readonly number!: string;

  @DateField({ description: 'Its date.', example: '2022-09-20' })
  readonly date!: string;

  @IdField({ description: 'Who issued it.', example: 'vn-10' })
  readonly issuer!: string;
}

/** A later deadline. */
export class ExtendDeadlineBody extends ActorBody {
  @DateField({ description: 'The new last allowed day, later than the present one.', example: '2022-10-15' })
  readonly to!: string;

  @ApiProperty({ description: 'The document that orders it.', type: () => DocumentBody })
  @IsDefined(NEEDED)
  @ValidateNested(AN_OBJECT)
  @Type(() => DocumentBody)
  readonly document!: DocumentBody;
}

/** A date for a deadline that was left open. */
export class ResolveDeadlineBody extends ActorBody {
  @DateField({ description: 'The last allowed day.', example: '2022-11-30' })
  readonly due!: string;

  @ApiProperty({ description: 'The document that sets it.', type: () => DocumentBody })
  @IsDefined(NEEDED)
  @ValidateNested(AN_OBJECT)
  @Type(() => DocumentBody)
  readonly document!: DocumentBody;
}

/** The text of a unit's own plan. */
export class OwnPlanBody extends RulesTextBody {
  @IdField({
    description: 'The unit that issues it, the one of the address: a claim, until accounts exist.',
    example: 'vn-10.086',
  })
  readonly actor!: string;
}

/** A report. */
export class SubmitReportBody extends ActorBody {
  @TextField({ description: 'The report itself.', example: 'Kết quả 9 tháng đầu năm …', max: 100_000, lines: true })
  readonly content!: string;
}

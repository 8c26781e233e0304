import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { constrained, type Constraint } from './constraint.js';
import { DateField, ID, IdField, MayBeMissing, TextField, WordField } from './fields.js';
import { ActorBody, type DocumentBody, DocumentField } from './unit-plans.dto.js';

const MOST_UNITS = 20_000;
const MOST_CHANGES = 500;

const UNITS: Constraint = {
  name: 'units',
  said: {
    vi: `Phải là danh sách từ 1 đến ${MOST_UNITS} mã đơn vị.`,
    en: `Must be a list of 1 to ${MOST_UNITS} ids of units.`,
  },
  holds: (value) => Array.isArray(value) && value.length > 0 && value.length <= MOST_UNITS && value.every((id) => ID.holds(id)),
};

/** Something outside that work of a plan waits for. */
export class DeclareEventBody extends ActorBody {
  @TextField({ description: 'The event or case, as the text of the plan names it.', example: 'Luật có hiệu lực', max: 1_000 })
  readonly event!: string;

  @DateField({ description: 'The day on which it happened.', example: '2022-09-01' })
  readonly on!: string;

  @ApiPropertyOptional({
    description: 'Only for these units; absent: for all.',
    type: [String],
    example: ['vn-10.086'],
    maxItems: MOST_UNITS,
  })
  @MayBeMissing()
  @constrained(UNITS)
  readonly units?: string[];

  @DocumentField('The document that says so.')
  readonly document!: DocumentBody;
}

const CHANGES: Constraint = {
  name: 'changes',
  said: {
    vi: `Phải có từ 1 đến ${MOST_CHANGES} thay đổi.`,
    en: `Must be a list of 1 to ${MOST_CHANGES} changes.`,
  },
  holds: (value) => Array.isArray(value) && value.length > 0 && value.length <= MOST_CHANGES,
};

/** What happens to one task. */
export class PlanChangeBody {
  @WordField({ description: 'What happens to it.', example: 'extend', words: ['extend', 'suspend', 'withdraw'] })
  readonly kind!: 'extend' | 'suspend' | 'withdraw';

  @IdField({ description: 'Number of the task in the plan.', example: '4.6' })
  readonly task!: string;

  @DateField({ description: 'Of a suspension, its first day.', example: '2022-08-01', optional: true })
  readonly from?: string;

  @DateField({
    description: 'The new last allowed day; of a suspension its last day, absent: until further notice.',
    example: '2022-10-15',
    optional: true,
  })
  readonly until?: string;
}

const NEEDED: Constraint = {
  name: 'change',
  said: {
    vi: 'Gia hạn cần "until"; tạm dừng cần "from"; "until" không trước "from".',
    en: 'An extension needs "until"; a suspension needs "from"; "until" is not before "from".',
  },
  holds: (value) => Array.isArray(value) && value.every(isWhole),
};

function isWhole(change: unknown): boolean {
  const { kind, from, until } = (change ?? {}) as PlanChangeBody;
  if (kind === 'extend') return until !== undefined;
  if (kind === 'suspend') return from !== undefined && (until === undefined || until >= from);
  return true;
}

/** A document that changes a plan. */
export class AmendPlanBody extends ActorBody {
  @applyDecorators(
    ApiProperty({ description: 'What it changes, in order.', type: () => [PlanChangeBody], maxItems: MOST_CHANGES }),
    constrained(CHANGES),
    constrained(NEEDED),
    ValidateNested({ each: true, context: CHANGES.said }),
    Type(() => PlanChangeBody),
  )
  readonly changes!: PlanChangeBody[];

  @DocumentField('The document that orders it.')
  readonly document!: DocumentBody;
}

/** A document that ends a plan. */
export class EndPlanBody extends ActorBody {
  @WordField({ description: 'How it ends.', example: 'repealed', words: ['repealed', 'withdrawn'] })
  readonly how!: 'repealed' | 'withdrawn';

  @DocumentField('The document that orders it.')
  readonly document!: DocumentBody;
}

import { parseInstant, parseLocalDate } from '#engine';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional } from 'class-validator';
import { type Constraint, constrained, oneOf, shapeOf, textOf, wholeNumber } from './constraint.js';

/** A field that may be missing; `null` is as good as that. */
export const MayBeMissing = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => value ?? undefined),
    IsOptional(),
  );

/** What is said about a field in the API's description. */
interface About {
  readonly description: string;
  readonly example?: string | number | boolean;
  readonly optional?: boolean;
}

const MAX_ID = 200;
/** What an id of a unit, a plan, an item or a report looks like. */
export const ID = shapeOf(
  'id',
  { vi: `Phải là mã từ 1 đến ${MAX_ID} ký tự.`, en: `Must be an id of 1 to ${MAX_ID} characters.` },
  new RegExp(`^[\\p{L}\\p{N}._:@/ ()#-]{1,${MAX_ID}}$`, 'u'),
);

const DATE: Constraint = {
  name: 'date',
  said: { vi: 'Phải là một ngày có thật, dạng NNNN-TT-NN (năm-tháng-ngày).', en: 'Must be a date that exists, as YYYY-MM-DD.' },
  holds: (value) => typeof value === 'string' && parseLocalDate(value) !== undefined,
};
const MOMENT: Constraint = {
  name: 'moment',
  said: {
    vi: 'Phải là ngày NNNN-TT-NN hoặc thời điểm ISO 8601 có múi giờ.',
    en: 'Must be a date YYYY-MM-DD or an ISO 8601 instant with its offset.',
  },
  holds: (value) => typeof value === 'string' && (parseLocalDate(value) ?? parseInstant(value)) !== undefined,
};
const HASH = shapeOf(
  'hash',
  { vi: 'Phải là mã SHA-256 gồm 64 chữ số thập lục phân.', en: 'Must be a SHA-256 of 64 hexadecimal digits.' },
  /^[0-9a-f]{64}$/,
);
const CURSOR = shapeOf(
  'cursor',
  { vi: 'Phải là giá trị “next” của trang trước.', en: 'Must be the value of “next” from the page before.' },
  /^[A-Za-z0-9_-]{1,1000}$/,
);

function described({ description, example, optional }: About, schema: object): PropertyDecorator {
  const about = { description, ...(example === undefined ? {} : { example }), ...schema };
  return optional ? ApiPropertyOptional(about) : ApiProperty(about);
}

const field = (about: About, constraint: Constraint, schema: object): PropertyDecorator =>
  applyDecorators(described(about, schema), ...(about.optional ? [MayBeMissing()] : []), constrained(constraint));

/** Text for people; `lines` allows line breaks. */
export const TextField = ({ max, lines = false, ...about }: About & { max: number; lines?: boolean }): PropertyDecorator =>
  field(about, textOf(max, lines), { type: 'string', minLength: 1, maxLength: max });

/** Id of a unit, a plan, an item or a report. */
export const IdField = (about: About): PropertyDecorator => field(about, ID, { type: 'string', minLength: 1, maxLength: MAX_ID });

/** A calendar day. */
export const DateField = (about: About): PropertyDecorator => field(about, DATE, { type: 'string', format: 'date' });

/** A day or an instant. */
export const MomentField = (about: About): PropertyDecorator => field(about, MOMENT, { type: 'string' });

/** Content hash of a rules document. */
export const HashField = (about: About): PropertyDecorator => field(about, HASH, { type: 'string', pattern: '^[0-9a-f]{64}$' });

/** Opaque cursor of a list. */
export const CursorField = (about: About): PropertyDecorator => field(about, CURSOR, { type: 'string', maxLength: 1000 });

/** One of a few words. */
export const WordField = ({ words, ...about }: About & { words: readonly string[] }): PropertyDecorator =>
  field(about, oneOf(words), { type: 'string', enum: [...words] });

/** A whole number in a query string. */
export const NumberField = ({ min, max, ...about }: About & { min: number; max: number }): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value)),
    field(about, wholeNumber(min, max), { type: 'integer', minimum: min, maximum: max }),
  );

/** `true` or `false` in a query string. */
export const FlagField = (about: About): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    field(about, { ...oneOf(['true', 'false']), holds: (value) => typeof value === 'boolean' }, { type: 'boolean' }),
  );

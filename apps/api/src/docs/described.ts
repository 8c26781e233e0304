import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOperation, ApiParam, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto.js';

/** What one route does, for its description. */
export interface Described {
  readonly summary: string;
  readonly description?: string;
  /** Status of success; 200 unless told. */
  readonly status?: number;
  readonly type?: Type<unknown>;
  /** Statuses of the problems it can answer, besides those of its kind. */
  readonly problems?: readonly number[];
}

const PROBLEM_TEXTS: Readonly<Record<number, string>> = {
  400: 'A value, a header or the JSON itself is not valid.',
  403: 'The acting unit may not do this.',
  404: 'What the address names does not exist.',
  409: 'The state does not allow it, or someone else wrote first.',
  412: 'The unit plan is no longer at the version in If-Match.',
  413: 'The body or the rules text is too large.',
  415: 'The body is not application/json.',
  422: 'Well-formed, but refused: errors in a text, or a key used for another request.',
  428: 'If-Match is missing.',
  503: 'The log has not reached minPosition, or the database does not answer: try again.',
};

const PARAMETERS: Readonly<Record<string, { readonly description: string; readonly example: string }>> = {
  plan: { description: 'Key of a plan.', example: '239-KH-UBND_2022-06-30_vn-10' },
  unit: { description: 'Id of a unit.', example: 'vn-10.086' },
  item: { description: 'Number of an item in its unit plan, percent-encoded.', example: '4.6' },
  report: { description: 'Number of a report in its unit plan, percent-encoded.', example: '1@2022-9M' },
  hash: { description: 'Content hash of a rules document.', example: 'a3f1…' },
  delivery: { description: 'Id of a notice.', example: '5f0c…' },
};

const problem = (status: number): MethodDecorator =>
  ApiResponse({
    status,
    description: PROBLEM_TEXTS[status] ?? 'A problem.',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
  });

const COMMON = [
  ApiHeader({
    name: 'X-Thac-Tenant',
    required: false,
    description: 'Tenant; the configured one unless told.',
    schema: { type: 'string' },
  }),
  ApiHeader({
    name: 'Accept-Language',
    required: false,
    description: 'Language of `title` and `detail` of problems: `vi` unless `en` is wanted more.',
    schema: { type: 'string', enum: ['vi', 'en'] },
  }),
];
const KEY = ApiHeader({
  name: 'Idempotency-Key',
  required: true,
  description: 'A new key for every act. The same key with the same body gives the same answer and has no second effect.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
});
const MATCH = ApiHeader({
  name: 'If-Match',
  required: true,
  description: 'The ETag of the unit plan that the actor saw, or `*`.',
  schema: { type: 'string', example: '"12"' },
});
const REPLAYED = {
  'Idempotency-Replayed': { description: '`true` where the key had been used before.', schema: { type: 'string' as const } },
};
const ETAG = { ETag: { description: 'Version of the unit plan.', schema: { type: 'string' as const } } };

interface Kind {
  readonly problems: readonly number[];
  readonly headers: readonly (MethodDecorator & ClassDecorator)[];
  readonly answers: Readonly<Record<string, { description: string; schema: { type: 'string' } }>>;
}

function route(
  kind: Kind,
  names: readonly string[],
  { summary, description, status = 200, type, problems = [] }: Described,
): MethodDecorator {
  const statuses = [...new Set([...kind.problems, ...problems, ...(names.length > 0 ? [404] : [])])].toSorted((a, b) => a - b);
  return applyDecorators(
    HttpCode(status),
    ApiExtraModels(ProblemDto),
    ApiOperation({ summary, ...(description === undefined ? {} : { description }) }),
    ...names.map(parameter),
    ...COMMON,
    ...kind.headers,
    ApiResponse({ status, description: 'Done.', headers: kind.answers, ...(type ? { type } : {}) }),
    ...statuses.map(problem),
  );
}

/** The example stands in the schema: beside a schema, the description would drop it. */
function parameter(name: string): MethodDecorator {
  const { description = '', example = '' } = PARAMETERS[name] ?? {};
  return ApiParam({ name, description, schema: { type: 'string', maxLength: 200, example } });
}

/** A route that reads. */
export const ReadRoute = (names: readonly string[], described: Described): MethodDecorator =>
  route({ problems: [400, 503], headers: [], answers: {} }, names, described);

/** A POST that works something out and stores nothing. */
export const AskRoute = (described: Described): MethodDecorator =>
  route({ problems: [400, 413, 415, 422, 503], headers: [], answers: {} }, [], described);

const WRITE_PROBLEMS = [400, 403, 404, 409, 413, 415, 422, 503];

/** A route that writes: once per key. */
export const WriteRoute = (names: readonly string[], described: Described): MethodDecorator =>
  route({ problems: WRITE_PROBLEMS, headers: [KEY], answers: REPLAYED }, names, described);

/** A route that writes to the unit plan in its address: once per key, on the version that was seen. */
export const UnitPlanWriteRoute = (names: readonly string[], described: Described): MethodDecorator =>
  route(
    { problems: [...WRITE_PROBLEMS, 412, 428], headers: [KEY, MATCH], answers: { ...REPLAYED, ...ETAG } },
    ['plan', 'unit', ...names],
    described,
  );

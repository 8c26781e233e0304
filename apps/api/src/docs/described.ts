import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOperation, ApiParam, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { May, Open, type Permission } from '../auth/permission.js';
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
  /** What whoever asks needs to be allowed; `open` for whoever comes. */
  readonly may: Permission | 'open';
}

const PROBLEM_TEXTS: Readonly<Record<number, string>> = {
  400: 'A value, a header or the JSON itself is not valid.',
  401: 'Nobody is signed in, or not by this.',
  403: 'The policy does not let the asker do this, or the plan not the acting unit.',
  404: 'What the address names does not exist.',
  409: 'The state does not allow it, or someone else wrote first.',
  412: 'The unit plan is no longer at the version in If-Match.',
  413: 'The body or the rules text is too large.',
  415: 'The body is not application/json.',
  422: 'Well-formed, but refused: errors in a text, or a key used for another request.',
  428: 'If-Match is missing.',
  429: 'Asked too often: Retry-After says for how long to wait.',
  503: 'The log has not reached minPosition, or the database does not answer: try again.',
};

const PARAMETERS: Readonly<Record<string, { readonly description: string; readonly example: string }>> = {
  plan: { description: 'Key of a plan.', example: '239-KH-UBND_2022-06-30_vn-10' },
  unit: { description: 'Id of a unit.', example: 'vn-10.086' },
  item: { description: 'Number of an item in its unit plan, percent-encoded.', example: '4.6' },
  report: { description: 'Number of a report in its unit plan, percent-encoded.', example: '1@2022-9M' },
  hash: { description: 'Content hash of a rules document.', example: 'a3f1…' },
  delivery: { description: 'Id of a notice.', example: '5f0c…' },
  user: { description: 'Id of a user.', example: 'u-7Gk2' },
  grant: { description: 'Id of a grant.', example: 'Zk3-x0aQ' },
  delegation: { description: 'Id of a loan.', example: 'Qe0-Vq4m' },
  session: { description: 'Id of a session.', example: '9f86d081…' },
  token: { description: 'Id of a token.', example: 'hnb1-z5c' },
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

/** What any route may answer before it is reached. */
const ENTRANCE = [401, 403, 429];

function route(
  kind: Kind,
  names: readonly string[],
  { summary, description, status = 200, type, problems = [], may }: Described,
): MethodDecorator {
  const statuses = [...new Set([...ENTRANCE, ...kind.problems, ...problems, ...(names.length > 0 ? [404] : [])])].toSorted(
    (a, b) => a - b,
  );
  return applyDecorators(
    HttpCode(status),
    may === 'open' ? Open() : May(may.action, may.about),
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

/** A POST without a key: it works something out, or changes what is no part of any plan. */
export const AskRoute = ({ names = [], ...described }: Described & { readonly names?: readonly string[] }): MethodDecorator =>
  route({ problems: [400, 413, 415, 422, 503], headers: [], answers: {} }, names, described);

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

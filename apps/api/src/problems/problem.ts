import { OrganisationRefused, Refused } from '#application';
import { AppError, type Bilingual, DataFileInvalid } from '#contracts';
import { AccessDenied } from '../auth/right-faults.js';
import { PROBLEMS, statusOf } from './catalogue.js';
import { type ErrorDetail, refusalErrors } from './details.js';
import { RequestFault } from './faults.js';
import type { Language } from './language.js';

/** One entry of a problem's `errors`. */
export interface ProblemError {
  /** JSON Pointer into the body, or `/name` of a parameter or header. */
  readonly pointer: string;
  readonly in: string;
  readonly code: string;
  readonly detail: string;
  readonly messages: Bilingual;
  /** What else is known of it: place in the text, task, dates. */
  readonly [more: string]: unknown;
}

/** RFC 9457, in both languages. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly traceId: string;
  readonly messages: Bilingual;
  readonly mend: Bilingual;
  readonly errors: readonly ProblemError[];
}

/** Where and for whom a problem is told. */
export interface Asked {
  readonly instance: string;
  readonly traceId: string;
  readonly language: Language;
  /** Start of absolute addresses; empty for addresses relative to this server. */
  readonly baseUrl: string;
}

/** The problem document of a fault. Nothing of the fault but its code and its words leaves the server. */
export function problemOf(fault: AppError, { instance, traceId, language, baseUrl }: Asked): Problem {
  const code = PROBLEMS[fault.code] ? fault.code : 'server.fault';
  const errors = errorsOf(fault).map((error): ProblemError => ({ ...error, detail: error.messages[language] }));
  return {
    type: `${baseUrl}/problems/${code}`,
    title: PROBLEMS[code]?.title[language] ?? code,
    status: statusOf(code),
    detail: fault.what[language],
    instance,
    code,
    traceId,
    messages: fault.what,
    mend: fault.mend,
    errors,
  };
}

function errorsOf(fault: AppError): readonly ErrorDetail[] {
  if (fault instanceof RequestFault) return fault.errors.map((error) => ({ ...error }));
  if (fault instanceof Refused) return refusalErrors(fault.details);
  if (fault instanceof AccessDenied) {
    const { code, action, roles, unit, places, day } = fault.denied;
    return [{ in: 'request', pointer: '', code, messages: fault.what, action, roles, unit, places, day }];
  }
  if (fault instanceof OrganisationRefused || fault instanceof DataFileInvalid) {
    return fault.problems.map(({ path, code, message }) => ({ in: 'body', pointer: path, code, messages: message }));
  }
  return [];
}

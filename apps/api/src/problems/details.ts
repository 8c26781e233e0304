import type { Bilingual } from '#contracts';
import { describe, type Diagnostic } from '#dsl';
import type { Nonconformity } from '#engine';

/** An entry of `errors` before its language is chosen. */
export interface ErrorDetail {
  readonly in: string;
  readonly pointer: string;
  readonly code: string;
  readonly messages: Bilingual;
  readonly [more: string]: unknown;
}

/** What a refusal points at: diagnostics of a rules text, or the tasks in which a plan falls short of its parent. */
export function refusalErrors(details: unknown): readonly ErrorDetail[] {
  if (!Array.isArray(details)) return [];
  return details.map((detail: Diagnostic | Nonconformity) =>
    'severity' in detail ? ofDiagnostic(detail) : ofNonconformity(detail),
  );
}

function ofDiagnostic(diagnostic: Diagnostic): ErrorDetail {
  const { code, severity, place } = diagnostic;
  const { message, hint } = describe(diagnostic);
  return { in: 'body', pointer: '/text', code, messages: message, severity, place, ...(hint ? { hint } : {}) };
}

const NONCONFORMITIES: Readonly<Record<Nonconformity['code'], (found: Nonconformity) => Bilingual>> = {
  dropped: ({ task }) => ({
    vi: `Bỏ sót nhiệm vụ ${task} mà cấp trên đã giao.`,
    en: `Task ${task}, which the parent assigns, is dropped.`,
  }),
  loosened: ({ task, parentDue, childDue }) => ({
    vi: `Nhiệm vụ ${task}: thời hạn ${childDue ?? 'không xác định'} lùi so với cấp trên (${parentDue ?? 'không xác định'}).`,
    en: `Task ${task}: the deadline ${childDue ?? 'unknown'} is looser than the parent’s (${parentDue ?? 'unknown'}).`,
  }),
  'unknown-task': ({ task }) => ({
    vi: `Kế hoạch cấp trên không có nhiệm vụ ${task}.`,
    en: `The parent plan has no task ${task}.`,
  }),
};

function ofNonconformity(found: Nonconformity): ErrorDetail {
  const { code, ...facts } = found;
  return { in: 'body', pointer: '/text', code: `conformance.${code}`, messages: NONCONFORMITIES[code](found), ...facts };
}

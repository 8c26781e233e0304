import { describe, type Diagnostic } from '#dsl';
import type { DiagnosticDto } from './views/rules.dto.js';

/** A diagnostic with its words. */
export function diagnosticView(diagnostic: Diagnostic): DiagnosticDto {
  const { code, severity, place } = diagnostic;
  return { code, severity, place, ...describe(diagnostic) };
}

import { NotFound, RateTooWide, REJECTION_TEXTS, StaleVersion, WhatIfRefused } from '#application';
import { DataFileInvalid, type Bilingual, SettingFault } from '#contracts';
import { CATALOGUE, type Code } from '#dsl';
import { ConcurrencyConflict, IdempotencyMismatch } from '#event-store';
import { CursorInvalid } from '#application';
import { PROBLEMS } from './catalogue.js';
import { RIGHTS_REFUSALS } from '#identity';
import { AccessDenied } from '../auth/right-faults.js';
import { ENTRY_FAULT_TEXTS } from '../auth/entry-fault.js';
import { UnknownPerson } from '../auth/oidc/unknown-person.js';
import { REQUEST_FAULT_TEXTS } from './faults.js';

/** What the help page of one code says. */
export interface Explanation {
  readonly code: string;
  /** HTTP status, or null where no request is answered with it. */
  readonly status: number | null;
  readonly title: Bilingual;
  readonly what: Bilingual | null;
  readonly mend: Bilingual | null;
}

/** Faults whose words need a case: shown on one whose names are dots. */
const SAMPLES: Readonly<Record<string, { readonly what: Bilingual; readonly mend: Bilingual }>> = {
  'not-found': new NotFound('plan', '…'),
  'why.too-wide': new RateTooWide(9_000, 3_000),
  'what-if.other-plan': new WhatIfRefused('what-if.other-plan', '…'),
  'what-if.organisation-late': new WhatIfRefused('what-if.organisation-late', '…'),
  'what-if.too-large': new WhatIfRefused('what-if.too-large', '100000'),
  'what-if.too-slow': new WhatIfRefused('what-if.too-slow', '20'),
  'data.invalid': new DataFileInvalid('…', []),
  'version.stale': new StaleVersion(11, 12),
  'store.conflict': new ConcurrencyConflict({ stream: '…', expected: 11, actual: 12 }),
  'store.idempotency-mismatch': new IdempotencyMismatch('…'),
  'query.cursor-invalid': new CursorInvalid('…'),
  'oidc.unknown-person': new UnknownPerson('…'),
  'setting.invalid': new SettingFault('THAC_…', {
    vi: 'Đặt đúng giá trị rồi khởi động lại.',
    en: 'Set it, and start again.',
  }),
  'access.denied': new AccessDenied({
    allowed: false,
    action: 'work.read',
    code: 'elsewhere',
    roles: [],
    unit: '…' as never,
    places: ['…' as never],
    day: null,
  }),
};

/** Words of the edge: of requests, of coming in, of rights. */
const EDGE_TEXTS: typeof SAMPLES = { ...REQUEST_FAULT_TEXTS, ...ENTRY_FAULT_TEXTS, ...RIGHTS_REFUSALS };

const dotted = (text: string): string => text.replaceAll(/\{\w+\}/g, '…');
const generic = (text: Bilingual): Bilingual => ({ vi: dotted(text.vi), en: dotted(text.en) });

/** The help page of a code; undefined for codes that the system does not have. */
export function explain(code: string): Explanation | undefined {
  if (Object.hasOwn(CATALOGUE, code)) return ofDiagnostic(code as Code);
  const kind = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : undefined;
  if (!kind) return undefined;
  const words = REJECTION_TEXTS[code] ?? EDGE_TEXTS[code] ?? SAMPLES[code];
  return { code, ...kind, what: words ? generic(words.what) : null, mend: words ? generic(words.mend) : null };
}

function ofDiagnostic(code: Code): Explanation {
  const { message, hint } = CATALOGUE[code];
  return { code, status: 422, title: generic(message), what: null, mend: hint && generic(hint) };
}

/** Every code of the system, problems first, then diagnostics of the rules language. */
export const allCodes = (): readonly string[] => [...Object.keys(PROBLEMS), ...Object.keys(CATALOGUE)];

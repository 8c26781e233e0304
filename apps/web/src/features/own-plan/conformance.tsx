import { type ReactNode, useEffect, useState } from 'react';
import { type BodyOf, post, Problem, type WrittenOf } from '../../api/client.js';
import { language, t } from '../../i18n/locale.js';

type Check = WrittenOf<'/api/v1/rules/check'>;
type Body = BodyOf<'/api/v1/rules/check'>;

/** How a text stands: against the language, the organisation, and the plan above. */
export type Checked =
  | { readonly state: 'checking'; readonly last: Check | null }
  | { readonly state: 'valid' | 'invalid'; readonly last: Check }
  | { readonly state: 'unknown'; readonly last: null; readonly problem: Problem };

const PAUSE_MS = 400;

/** Asks the server some moments after the last change: it knows the organisation and the plan above. */
export function useConformance(text: string): Checked {
  const [checked, setChecked] = useState<Checked>({ state: 'checking', last: null });
  useEffect(() => {
    let over = false;
    setChecked(({ last }) => ({ state: 'checking', last }));
    const ask = async (): Promise<void> => {
      const body: Body = { text };
      try {
        const last = await post('/api/v1/rules/check', { body });
        if (!over) setChecked({ state: last.valid ? 'valid' : 'invalid', last });
      } catch (error) {
        if (!over && error instanceof Problem) setChecked({ state: 'unknown', last: null, problem: error });
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [text]);
  return checked;
}

interface ConformanceProps {
  readonly checked: Checked;
  readonly goTo: (line: number) => void;
}

/** What the check says: errors first, each leading to its line. */
export function Conformance({ checked, goTo }: ConformanceProps): ReactNode {
  const diagnostics = (checked.last?.diagnostics ?? []).toSorted((a, b) => rank(a.severity) - rank(b.severity));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return (
    <>
      <p role="status" className={errors > 0 ? 'fault-text' : undefined}>
        {checked.state === 'unknown' && checked.problem.what}
        {checked.state === 'checking' && checked.last === null && t('own.checking')}
        {checked.last && (errors > 0 ? t('own.errors', { count: errors }) : t('own.ok'))}
      </p>
      {diagnostics.length > errors && <p className="hint">{t('own.warnings', { count: diagnostics.length - errors })}</p>}
      <ol className="diagnostics">
        {diagnostics.map(({ code, severity, place, message, hint }) => (
          <li key={`${code} ${place.start} ${message.en}`} className={severity}>
            <button type="button" className="button small plain" onClick={() => goTo(place.line)}>
              {t('own.line', { line: place.line })}
            </button>
            <p>{message[language()]}</p>
            {hint && <p className="hint">{hint[language()]}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}

const rank = (severity: string): number => ['error', 'warning', 'info'].indexOf(severity);

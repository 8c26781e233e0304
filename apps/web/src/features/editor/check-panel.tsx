import type { ReactNode } from 'react';
import { describe, type Diagnostic, type Edit } from '#dsl';
import { language, t } from '../../i18n/locale.js';

interface CheckProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly show: (offset: number) => void;
  readonly mend: (edits: readonly Edit[]) => void;
}

/** What is wrong with the text, the worst first: each leads to its place, and is mended where that is safe. */
export function CheckPanel({ diagnostics, show, mend }: CheckProps): ReactNode {
  const sorted = diagnostics.toSorted((a, b) => rank(a) - rank(b) || a.place.start - b.place.start);
  return (
    <>
      <p role="status" className={errorsIn(diagnostics) > 0 ? 'fault-text' : undefined}>
        {summaryOf(diagnostics)}
      </p>
      <ol className="diagnostics">
        {sorted.map((diagnostic, index) => (
          <Entry key={`${diagnostic.code} ${diagnostic.place.start} ${index}`} diagnostic={diagnostic} show={show} mend={mend} />
        ))}
      </ol>
    </>
  );
}

function Entry({ diagnostic, show, mend }: Omit<CheckProps, 'diagnostics'> & { readonly diagnostic: Diagnostic }): ReactNode {
  const { severity, place, fix, code } = diagnostic;
  const { message, hint } = describe(diagnostic);
  return (
    <li className={severity}>
      <p className="row">
        <button type="button" className="button small plain" onClick={() => show(place.start)}>
          {t('check.line', { line: place.line })}
        </button>
        <span className="soft code">{code}</span>
      </p>
      <p translate="no">{message[language()]}</p>
      {hint && (
        <p className="hint" translate="no">
          {hint[language()]}
        </p>
      )}
      {fix && (
        <button type="button" className="button small" onClick={() => mend([fix])}>
          {fix.title[language()]}
        </button>
      )}
    </li>
  );
}

const RANKS = ['error', 'warning', 'info'];
const rank = ({ severity }: Diagnostic): number => RANKS.indexOf(severity);

export const errorsIn = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.filter(({ severity }) => severity === 'error').length;

function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const errors = errorsIn(diagnostics);
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const said = errors > 0 ? t('check.errors', { count: errors }) : t('check.none');
  return warnings > 0 ? `${said}${errors > 0 ? ', ' : ' '}${t('check.warnings', { count: warnings })}` : said;
}

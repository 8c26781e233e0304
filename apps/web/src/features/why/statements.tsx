import type { ReactNode } from 'react';
import { formatDate, formatInstant } from '../../format/dates.js';
import { language, t, textOf } from '../../i18n/locale.js';
import { tierText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import { useDoerText } from '../../ui/doer.js';
import { LogPlace } from '../../ui/log-place.js';
import { CountedDays } from './counted-days.js';
import type { Evidence, Statement } from './explanation.js';

interface StatementsProps {
  readonly of: readonly Statement[];
  readonly plan: string;
  /** The first level stands open; what it follows from is opened by whoever wants to know. */
  readonly isOpen?: boolean;
}

/** Statements, each with its evidence and those that it follows from. */
export const Statements = ({ of, plan, isOpen = false }: StatementsProps): ReactNode => (
  <ol className="why-list">
    {of.map((statement, index) => (
      // oxlint-disable-next-line react/no-array-index-key
      <li key={index} className="why-statement">
        <One of={statement} plan={plan} isOpen={isOpen} />
      </li>
    ))}
  </ol>
);

function One({
  of: { text, evidence, because, facts },
  plan,
  isOpen,
}: { readonly of: Statement } & Omit<StatementsProps, 'of'>): ReactNode {
  const doerText = useDoerText();
  return (
    <>
      <p>{facts.by ? text[language()].replace(facts.by.person, doerText(facts.by)) : text[language()]}</p>
      {evidence.length > 0 && (
        <ul className="why-evidence">
          {evidence.map((each, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <Proof of={each} />
            </li>
          ))}
        </ul>
      )}
      {because.length > 0 && (
        <details open={isOpen}>
          <summary>{t('why.because', { count: because.length })}</summary>
          <Statements of={because} plan={plan} />
        </details>
      )}
    </>
  );
}

/** What a statement can be checked against. */
function Proof({ of }: { readonly of: Evidence }): ReactNode {
  switch (of.kind) {
    case 'event':
      return <EventProof of={of} />;
    case 'rule':
      return (
        <>
          <Link to={{ name: 'plan', plan: of.plan.id, view: 'rules' }} query={{ line: of.line, why: null }}>
            {t('history.line', { line: String(of.line), plan: of.plan.number })}
          </Link>
          <code className="rule-line">{of.text.trim()}</code>
        </>
      );
    case 'days':
      return <CountedDays of={of} />;
    case 'unit':
      return (
        <span className="soft">
          {of.superior === null
            ? t('why.unitTop', { unit: of.unit.name, tier: tierText(of.tier), day: formatDate(of.on) })
            : t('why.unit', { unit: of.unit.name, tier: tierText(of.tier), superior: of.superior.name, day: formatDate(of.on) })}
        </span>
      );
  }
}

/** An event, and its place in the log. */
function EventProof({ of: { position, type, at, actor } }: { readonly of: Extract<Evidence, { kind: 'event' }> }): ReactNode {
  return (
    <span>
      {textOf('event', type)}, {formatInstant(at)}
      {actor && `, ${actor.name}`} · <LogPlace position={position} />
    </span>
  );
}

import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { rulesQuery } from '../../api/queries.js';
import { useMay } from '../../api/session.js';
import { linesOf, markLine } from '../../format/rules-lines.js';
import { t } from '../../i18n/locale.js';
import { Link, useQuery } from '../../router/location.js';
import { Loaded } from '../../ui/state.js';
import type { PlanProps } from '../plan/plan-props.js';

/** The rules text of a plan, as it was issued. `?line=24` shows one line. */
export function Rules({ plan }: PlanProps): ReactNode {
  const rules = useAnswer(rulesQuery(plan.rules));
  const line = Number(useQuery().get('line') ?? 0);
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('rules.title')}</h2>
        <p className="hint">
          {t('rules.hash')}: <span className="code breakable">{plan.rules}</span>
        </p>
      </div>
      <p className="hint">{t('rules.hint')}</p>
      <Changing plan={plan} />
      <Loaded of={rules}>{({ text }) => <Source text={text} named={line} />}</Loaded>
    </section>
  );
}

/** Ways to change what the text says, for those who may write for the unit that issued it, as long as it holds. */
function Changing({ plan: { id, issuer, status } }: Pick<PlanProps, 'plan'>): ReactNode {
  const mayWrite = useMay('rules.publish', issuer.id);
  const holds = status === 'issued' || status === 'cascaded';
  if (!mayWrite || !holds) return null;
  return (
    <p className="row no-print">
      <Link className="button small" to={{ name: 'editor', mode: 'amend', plan: id }}>
        {t('editor.amend')}
      </Link>
      <Link className="button small" to={{ name: 'editor', mode: 'replace', plan: id }}>
        {t('editor.replace')}
      </Link>
    </p>
  );
}

function Source({ text, named }: { readonly text: string; readonly named: number }): ReactNode {
  const chosen = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'center' }); // newer browsers give a promise: nothing to clean up by
  }, [named, text]);
  const lines = linesOf(text);
  return (
    <pre className="source" tabIndex={0} aria-label={t('rules.title')} role="region" translate="no">
      {lines.map((line, index) => {
        const isNamed = index + 1 === named;
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} className={isNamed ? 'line named' : 'line'} data-line={index + 1} ref={isNamed ? chosen : undefined}>
            {markLine(line).map(({ mark, text: piece }, place) => (
              // oxlint-disable-next-line react/no-array-index-key
              <span key={place} className={`mark-${mark}`}>
                {piece}
              </span>
            ))}
            {'\n'}
          </span>
        );
      })}
    </pre>
  );
}

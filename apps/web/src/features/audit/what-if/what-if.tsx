import type { PlanView } from '#contracts';
import { useMutation, useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { calendarsQuery } from '../../../api/audit-queries.js';
import { type BodyOf, post } from '../../../api/client.js';
import { rulesQuery } from '../../../api/queries.js';
import { t } from '../../../i18n/locale.js';
import { setQuery, useQuery } from '../../../router/location.js';
import { DateField } from '../../../ui/date-field.js';
import { OfChosenPlan, PlanChoice } from '../../../ui/plan-choice.js';
import { FaultNotice, Loaded, Waiting } from '../../../ui/state.js';
import { withDay } from './other-calendar.js';
import { OtherOrganisation } from './other-organisation.js';
import { Outcome } from './outcome.js';

type Asked = BodyOf<'/api/v1/audit/what-if'>;
const KINDS = ['calendar', 'rules', 'organisation'] as const;

/** What would have been, had a day been worked otherwise, or the rules or the units been others. The record is not touched. */
export const WhatIf = (): ReactNode => <OfChosenPlan>{(plan) => <OfPlan plan={plan} key={plan.id} />}</OfChosenPlan>;

function OfPlan({ plan }: { readonly plan: PlanView }): ReactNode {
  const kind = KINDS.find((each) => each === useQuery().get('otherwise')) ?? 'calendar';
  const asked = useMutation({ mutationFn: (body: Asked) => post('/api/v1/audit/what-if', { body }) });
  const ask = (body: Omit<Asked, 'plan'>): void => asked.mutate({ plan: plan.id, ...body });
  return (
    <>
      <section className="panel stack">
        <p className="hint">{t('whatIf.hint')}</p>
        <div className="row filters">
          <PlanChoice value={plan.id} />
          <fieldset className="choices">
            <legend>{t('whatIf.what')}</legend>
            {KINDS.map((each) => (
              <label key={each}>
                <input type="radio" name="otherwise" checked={kind === each} onChange={() => setQuery({ otherwise: each })} />
                {t(`whatIf.${each}`)}
              </label>
            ))}
          </fieldset>
        </div>
        {kind === 'calendar' && <OtherDay ask={ask} isBusy={asked.isPending} issuedOn={plan.issuedOn} />}
        {kind === 'rules' && <OtherRules plan={plan} ask={ask} isBusy={asked.isPending} />}
        {kind === 'organisation' && <OtherOrganisation ask={ask} isBusy={asked.isPending} issuedOn={plan.issuedOn} />}
      </section>
      {asked.isPending && <Waiting />}
      {asked.isError && <FaultNotice fault={asked.error} />}
      {asked.data && <Outcome of={asked.data} plan={plan} />}
    </>
  );
}

interface AskingProps {
  readonly ask: (body: Omit<Asked, 'plan'>) => void;
  readonly isBusy: boolean;
}

function OtherDay({ ask, isBusy, issuedOn }: AskingProps & { readonly issuedOn: string }): ReactNode {
  const calendars = useAnswer(calendarsQuery());
  const [day, setDay] = useState<string | null>(null);
  const [works, setWorks] = useState(false);
  const [isMissing, setMissing] = useState(false);
  return (
    <Loaded of={calendars}>
      {([calendar]) => {
        const other = calendar && day !== null ? withDay(calendar, day, works) : null;
        return (
          <div className="row filters">
            <DateField
              label={t('whatIf.day')}
              value={day}
              take={(given) => {
                setDay(given);
                setMissing(false);
              }}
              placeholder={t('whatIf.dayHint', { year: issuedOn.slice(0, 4) })}
            />
            <fieldset className="choices">
              <legend>{t('whatIf.dayIs')}</legend>
              {([false, true] as const).map((each) => (
                <label key={String(each)}>
                  <input type="radio" name="works" checked={works === each} onChange={() => setWorks(each)} />
                  {t(each ? 'whatIf.works' : 'whatIf.off')}
                </label>
              ))}
            </fieldset>
            <button
              type="button"
              className="button main"
              disabled={isBusy}
              onClick={() => (other && day ? ask(works ? { dayWorked: day } : { dayOff: day }) : setMissing(day === null))}
            >
              {t('whatIf.ask')}
            </button>
            {isMissing && (
              <p className="fault-text" role="alert">
                {t('whatIf.needsDay')}
              </p>
            )}
            {calendar && day !== null && other === null && <p className="hint">{t('whatIf.already')}</p>}
          </div>
        );
      }}
    </Loaded>
  );
}

function OtherRules({ plan, ask, isBusy }: AskingProps & { readonly plan: PlanView }): ReactNode {
  const rules = useAnswer(rulesQuery(plan.rules));
  return <Loaded of={rules}>{({ text }) => <RulesForm text={text} ask={ask} isBusy={isBusy} />}</Loaded>;
}

function RulesForm({ text, ask, isBusy }: AskingProps & { readonly text: string }): ReactNode {
  const id = useId();
  const [other, setOther] = useState(text);
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('whatIf.rulesText')}</label>
        <textarea
          id={id}
          className="rules-area code"
          rows={18}
          spellCheck={false}
          value={other}
          onChange={({ target }) => setOther(target.value)}
        />
      </div>
      <p>
        <button type="button" className="button main" disabled={isBusy || other === text} onClick={() => ask({ rules: other })}>
          {t('whatIf.ask')}
        </button>
      </p>
    </>
  );
}

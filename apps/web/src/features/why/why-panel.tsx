import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { whyQuery } from '../../api/audit-queries.js';
import { plansQuery, progressQuery } from '../../api/queries.js';
import { useMay } from '../../api/session.js';
import { formatInstant } from '../../format/dates.js';
import { compareSteps } from '../../format/periods.js';
import { t } from '../../i18n/locale.js';
import { obligationText, stepText } from '../../i18n/words.js';
import { Dialog } from '../../ui/dialog.js';
import { Named } from '../../ui/doer.js';
import { Loaded } from '../../ui/state.js';
import { askWhy, closeWhy, useWhy, type WhyAsked } from './question.js';
import { Statements } from './statements.js';
import { type Explanation, peopleOf } from './explanation.js';

/** Above any page: why something is as it is, or is not, with what each statement rests on. */
export function WhyPanel(): ReactNode {
  const asked = useWhy();
  if (!asked) return null;
  return (
    <Dialog title={t(asked.not ? 'why.titleNot' : 'why.title')} isWide close={closeWhy}>
      <Choice asked={asked} />
      <Answer asked={asked} />
    </Dialog>
  );
}

const OF_OBLIGATION = ['all', 'existence', 'due', 'state', 'late', 'report'] as const;
const isReport = ({ obligation }: WhyAsked): boolean => obligation?.startsWith('report') ?? false;

/** What is asked of it: another aspect, a step of the ladder, or the opposite. */
const Choice = ({ asked }: { readonly asked: WhyAsked }): ReactNode => (
  <div className="row">
    {asked.obligation !== undefined && <AspectChoice asked={asked} />}
    <label className="choice">
      <input type="checkbox" checked={asked.not ?? false} onChange={() => askWhy({ ...asked, not: !asked.not })} />
      {t('why.not')}
    </label>
  </div>
);

/** What stands before the name of a step, so that no step is taken for an aspect. */
const STEP = 'step ';

function AspectChoice({ asked }: { readonly asked: WhyAsked }): ReactNode {
  const id = useId();
  const aspects = OF_OBLIGATION.filter((aspect) => aspect !== 'report' || isReport(asked));
  const steps = useSteps(asked);
  const choose = (value: string): void => {
    const step = value.startsWith(STEP) ? value.slice(STEP.length) : undefined;
    askWhy({ ...asked, step, aspect: step !== undefined || value === 'all' ? undefined : value });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('why.aspect')}</label>
      <select
        id={id}
        value={asked.step === undefined ? (asked.aspect ?? 'all') : `${STEP}${asked.step}`}
        onChange={({ target }) => choose(target.value)}
      >
        {aspects.map((aspect) => (
          <option key={aspect} value={aspect}>
            {t(`why.aspect.${aspect}`)}
          </option>
        ))}
        {steps.length > 0 && (
          <optgroup label={t('why.steps')}>
            {steps.map((step) => (
              <option key={step} value={`${STEP}${step}`}>
                {stepText(step)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </div>
  );
}

/** Steps that somebody under the plan has come to, and that which is asked about: whoever was spared one may ask why. */
function useSteps({ plan, step }: WhyAsked): readonly string[] {
  const plans = useAnswer(plansQuery());
  const issuer = plans.data?.find(({ id }) => id === plan)?.issuer.id;
  const may = useMay('figures.read', issuer ?? '');
  const progress = useAnswer({ ...progressQuery(plan, null), retry: false, enabled: issuer !== undefined && may === true });
  const taken = Object.keys(progress.data?.escalations ?? {});
  return [...new Set([...taken, ...(step === undefined ? [] : [step])])].toSorted(compareSteps);
}

function Answer({ asked }: { readonly asked: WhyAsked }): ReactNode {
  const answer = useAnswer(whyQuery(asked));
  return <Loaded of={answer}>{(of) => <Told of={of} />}</Loaded>;
}

function Told({ of }: { readonly of: Explanation }): ReactNode {
  const { unit, obligation, step, at, negated } = of.asked;
  const about = [
    obligation === null ? t('why.reports') : obligationText(obligation),
    ...(step === null ? [] : [stepText(step)]),
    unit.name,
  ];
  return (
    <>
      <p className="soft">
        {about.join(' · ')} · {t('why.at', { time: formatInstant(at) })}
      </p>
      {!of.holds && <p className="notice small">{t(negated ? 'why.afterAll' : 'why.isNotSo')}</p>}
      <Named people={peopleOf(of.answer)}>
        <Statements of={of.answer} plan={of.asked.plan} isOpen />
      </Named>
      <p className="hint">{t('why.checked')}</p>
    </>
  );
}

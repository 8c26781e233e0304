import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { whyQuery } from '../../api/audit-queries.js';
import { formatInstant } from '../../format/dates.js';
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

/** What is asked of it: another aspect, or the opposite. */
function Choice({ asked }: { readonly asked: WhyAsked }): ReactNode {
  const id = useId();
  const aspects = OF_OBLIGATION.filter((aspect) => aspect !== 'report' || isReport(asked));
  return (
    <div className="row">
      {asked.obligation !== undefined && asked.step === undefined && (
        <div className="field">
          <label htmlFor={id}>{t('why.aspect')}</label>
          <select
            id={id}
            value={asked.aspect ?? 'all'}
            onChange={({ target }) => askWhy({ ...asked, aspect: target.value === 'all' ? undefined : target.value })}
          >
            {aspects.map((aspect) => (
              <option key={aspect} value={aspect}>
                {t(`why.aspect.${aspect}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      <label className="choice">
        <input type="checkbox" checked={asked.not ?? false} onChange={() => askWhy({ ...asked, not: !asked.not })} />
        {t('why.not')}
      </label>
    </div>
  );
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

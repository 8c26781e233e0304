import type { ItemView, ReportView, UnitView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Doing, Subject } from '../../api/deeds.js';
import { plansQuery, unitQuery } from '../../api/queries.js';
import { useHeads } from '../../api/session.js';
import { readDate } from '../../format/dates.js';
import { t } from '../../i18n/locale.js';
import { dateText } from '../../i18n/words.js';
import type { Stance } from '../../ui/acting.js';
import { DigitsField } from '../../ui/text-field.js';
import { ExtendForm } from './extend-form.js';
import { TextForm } from './text-form.js';

/** What is asked for an item or a report: a later day, and the answer. */

type Owed = Pick<ItemView | ReportView, 'plan' | 'unit' | 'id' | 'due' | 'extension'>;

/** True while a request waits for an answer. */
const isAsked = ({ extension }: Pick<Owed, 'extension'>): boolean => extension !== null && extension.refusal === null;

/** Where the request stands, in one line; nothing where there is none. */
export const ExtensionNote = ({ of: { extension } }: { readonly of: Pick<Owed, 'extension'> }): ReactNode => {
  if (extension === null) return null;
  const to = dateText(extension.to);
  return extension.refusal === null ? t('ask.waits', { to }) : t('ask.refused', { to });
};

/** The same with what was said for it and against it. */
export const ExtensionFact = ({ of: { extension } }: { readonly of: Pick<Owed, 'extension'> }): ReactNode =>
  extension !== null && (
    <>
      <ExtensionNote of={{ extension }} />
      <p className="said-text" translate="no">
        {extension.refusal ?? extension.reason}
      </p>
    </>
  );

interface DoingProps {
  readonly of: Owed;
  readonly subject: Subject;
  readonly doing: Doing;
  /** The version of the unit plan that was seen. */
  readonly seen?: number;
}

/** To ask for a later day: the day and the reason. */
function AskExtension({ of, subject, doing, seen }: DoingProps): ReactNode {
  const [to, write] = useState('');
  const [tried, setTried] = useState(false);
  const day = readDate(to);
  const send = async (reason: string): Promise<boolean> => {
    setTried(true);
    return day !== null && doing.run({ do: 'request-extension', ...subject, to: day, reason }, seen);
  };
  return (
    <details>
      <summary>{t('ask.send')}</summary>
      <p className="hint">{t('ask.hint', { due: dateText(of.due) })}</p>
      <TextForm
        name={`${of.plan} ${of.unit.id} ask ${of.id}`}
        label={t('ask.reason')}
        rows={2}
        button={t('ask.send')}
        isMain={false}
        isBusy={doing.state.is === 'busy'}
        send={send}
      >
        <DigitsField label={t('ask.to')} value={to} take={write} fault={tried && day === null ? t('field.date') : null} />
      </TextForm>
    </details>
  );
}

interface AnswerProps extends DoingProps {
  /** Who may have ordered a later day. */
  readonly issuers: readonly Pick<UnitView, 'id' | 'name'>[];
}

/** Another date: asked for by whoever owes it, set by whoever judges it. */
export function LaterDay({ stance, ...given }: AnswerProps & { readonly stance: Stance }): ReactNode {
  const heads = useHeads();
  const isAnswer = isAsked(given.of) && stance === 'other';
  return (
    <>
      {stance === 'owner' && <AskExtension key={given.of.extension?.at} {...given} />}
      {(heads || stance === 'other') && (
        <details open={isAnswer}>
          <summary>{t(isAnswer ? 'ask.answer' : 'extend.title')}</summary>
          {!heads && <p className="hint">{t('extend.byHeads')}</p>}
          {heads && given.issuers.length > 0 && (isAnswer ? <AnswerExtension {...given} /> : <Extend {...given} />)}
        </details>
      )}
    </>
  );
}

/** To grant what is asked for, by the document that allows it, or to refuse it. */
export function AnswerExtension(given: AnswerProps): ReactNode {
  const { of, subject, doing, seen } = given;
  const { extension } = of;
  if (extension === null) return null;
  return (
    <div className="stack">
      <Extend key={`${extension.to} ${extension.at}`} {...given} asked={extension.to} />
      <TextForm
        name={`${of.plan} ${of.unit.id} refuse ${of.id}`}
        label={t('ask.why')}
        rows={2}
        button={t('ask.refuse')}
        isMain={false}
        isBusy={doing.state.is === 'busy'}
        send={(reason) => doing.run({ do: 'refuse-extension', ...subject, reason }, seen)}
      />
    </div>
  );
}

const Extend = ({ of, subject, doing, seen, issuers, asked }: AnswerProps & { readonly asked?: string }): ReactNode => (
  <ExtendForm
    due={of.due}
    asked={asked}
    issuers={issuers}
    isBusy={doing.state.is === 'busy'}
    send={(to, document) => doing.run({ do: 'extend', ...subject, to, document }, seen)}
  />
);

/** Who may have ordered a later day for an item: the issuer of its plan, and the direct superior. */
export function useIssuers({ source, unit }: Pick<ItemView, 'source' | 'unit'>): readonly Pick<UnitView, 'id' | 'name'>[] {
  const plans = useAnswer(plansQuery());
  const superior = useAnswer({ ...unitQuery(unit.superior ?? ''), enabled: unit.superior !== null });
  const issuer = plans.data?.find(({ id }) => id === source)?.issuer;
  const issuers = [issuer, superior.data].filter((each) => each !== undefined);
  return issuers.filter(({ id }, index) => issuers.findIndex((each) => each.id === id) === index);
}

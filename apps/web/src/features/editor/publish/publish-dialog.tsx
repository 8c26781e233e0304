import { useQuery as useAnswer, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { type Diagnostic, peekHeader, type PlanPreview } from '#dsl';
import { post, Problem, type WrittenOf } from '../../../api/client.js';
import { refresh } from '../../../api/queries.js';
import { language as pageLanguage, t } from '../../../i18n/locale.js';
import { useActingUnit } from '../../../ui/acting.js';
import { Dialog } from '../../../ui/dialog.js';
import { Loaded, Waiting } from '../../../ui/state.js';
import type { Beginning } from '../beginning.js';
import type { Thinker } from '../preview/thinker.js';
import { Conflict } from './conflict.js';

const TextDifference = lazy(async () => ({ default: (await import('./text-difference.js')).TextDifference }));

/** What came of issuing. */
export interface Issued {
  readonly plan: string;
  readonly number: string;
  readonly derived: number;
  readonly replaced: number;
}

interface PublishDialogProps {
  readonly text: string;
  readonly beginning: Beginning;
  readonly diagnostics: readonly Diagnostic[] | null;
  readonly thinker: Thinker;
  readonly preview: PlanPreview | null;
  readonly close: () => void;
  readonly done: (issued: Issued) => void;
}

/** What issuing would change, in the text and for whom; then it is issued, or both texts are shown where somebody was faster. */
export function PublishDialog({ text, beginning, diagnostics, thinker, preview, close, done }: PublishDialogProps): ReactNode {
  const issuing = useIssuing(text, done);
  const asked = useServerPreview(text);
  const { state } = issuing;
  if (state.is === 'taken') return <Conflict mine={text} plan={state.plan} close={close} />;
  const warnings = (diagnostics ?? []).filter(({ severity }) => severity === 'warning').length;
  const plan = asked.data?.plan ?? null;
  const isAmending = beginning.before === null && beginning.number !== null;
  return (
    <Dialog title={t('publish.title')} role="alertdialog" isWide close={close}>
      <section className="stack">
        <h3>{t(isAmending ? 'publish.orders' : 'publish.difference')}</h3>
        {isAmending ? (
          <Orders preview={preview} />
        ) : (
          <Difference before={beginning.before} text={text} number={beginning.number} />
        )}
      </section>
      <section className="stack">
        <h3>{t('publish.changes')}</h3>
        <Loaded of={asked}>{(of) => <ServerFigures of={of} isAmending={isAmending} />}</Loaded>
        {beginning.before !== null && <Changes before={beginning.before} text={text} thinker={thinker} />}
        {warnings > 0 && <p className="hint">{t('publish.warnings', { count: warnings })}</p>}
      </section>
      <p>{t('publish.once')}</p>
      {state.is === 'failed' && <Refused problem={state.problem} />}
      <Choice isBusy={state.is === 'busy'} issue={plan === null ? null : () => void issuing.issue(plan)} close={close} />
    </Dialog>
  );
}

interface ChoiceProps {
  readonly isBusy: boolean;
  /** Null while it is not known what it would do. */
  readonly issue: (() => void) | null;
  readonly close: () => void;
}

const Choice = ({ isBusy, issue, close }: ChoiceProps): ReactNode => (
  <p className="row">
    <button type="button" className="button main" disabled={issue === null || isBusy} onClick={issue ?? undefined}>
      {t('publish.do')}
    </button>
    <button type="button" className="button" onClick={close}>
      {t('publish.back')}
    </button>
    {isBusy && (
      <span className="waiting" role="status">
        {t('publish.busy')}
      </span>
    )}
  </p>
);

/** The server's own figures: what is issued is exactly that. */
const useServerPreview = (text: string) =>
  useAnswer({
    queryKey: ['rules-preview', text],
    staleTime: 0,
    gcTime: 0,
    queryFn: () => post('/api/v1/rules/preview', { body: { text }, query: { limit: 1 } }),
  });

interface Open {
  readonly task: string;
  readonly text: string;
}

interface FiguresProps {
  readonly of: WrittenOf<'/api/v1/rules/preview'>;
  readonly isAmending: boolean;
}

function ServerFigures({ of, isAmending }: FiguresProps): ReactNode {
  const open = of.open as unknown as readonly Open[];
  const list = [...new Set(open.map(({ task, text }) => `${task}: ${text}`))].join('; ');
  const { derived, replaced, items, reports, duties } = of;
  const isNew = derived + replaced + items + reports + duties > 0;
  return (
    <>
      <p>{isAmending && !isNew ? t('publish.amends') : t('publish.server', { derived, replaced, items, reports, duties })}</p>
      {open.length > 0 && (
        <p className="hint" translate="no">
          {t('publish.open', { list })}
        </p>
      )}
    </>
  );
}

/** What a text that amends a plan says of itself and of that plan's tasks, in sentences. */
const Orders = ({ preview }: { readonly preview: PlanPreview | null }): ReactNode => (
  <ul className="changes" translate="no">
    {preview?.rules
      .filter(({ kind }) => kind === 'plan')
      .flatMap(({ sentences }) => sentences)
      .map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
  </ul>
);

interface DifferenceProps {
  readonly before: string | null;
  readonly text: string;
  readonly number: string | null;
}

function Difference({ before, text, number }: DifferenceProps): ReactNode {
  if (before === null) return <p>{t('publish.firstText', { count: text.trimEnd().split('\n').length })}</p>;
  if (before === text) return <p>{t('publish.same')}</p>;
  return (
    <Suspense fallback={<Waiting />}>
      <p className="hint">{t('publish.against', { what: number ?? '' })}</p>
      <TextDifference before={{ text: before, label: t('publish.removed') }} after={{ text, label: t('publish.added') }} />
    </Suspense>
  );
}

interface ChangesProps {
  readonly before: string;
  readonly text: string;
  readonly thinker: Thinker;
}

/** What changes for whom between the two texts, line by line. */
function Changes({ before, text, thinker }: ChangesProps): ReactNode {
  const [lines, setLines] = useState<readonly string[] | null>(null);
  const inLanguage = pageLanguage();
  useEffect(() => {
    let isOver = false;
    thinker.ask({ ask: 'difference', before, text, language: inLanguage }, (answer) => {
      if (!isOver && answer.is === 'difference') setLines(answer.lines ?? []);
    });
    return () => {
      isOver = true;
    };
  }, [before, text, thinker, inLanguage]);
  if (lines === null) return <Waiting />;
  return (
    <ul className="changes" translate="no">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Refused({ problem: { status, what, mend, parts } }: { readonly problem: Problem }): ReactNode {
  return (
    <div className="notice small fault" role="alert">
      <h3>{t('publish.refused')}</h3>
      <p>{status === 0 ? t('publish.offline') : what}</p>
      {mend !== '' && <p>{mend}</p>}
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </div>
  );
}

type Issuing =
  | { readonly is: 'idle' | 'busy' }
  | { readonly is: 'failed'; readonly problem: Problem }
  /** Somebody has issued a plan of the same number and day. */
  | { readonly is: 'taken'; readonly plan: string };

/** Publishes the text and issues it: both once, however often the answer gets lost. */
function useIssuing(text: string, done: (issued: Issued) => void) {
  const client = useQueryClient();
  const actor = useActingUnit() ?? '';
  const [state, setState] = useState<Issuing>({ is: 'idle' });
  const key = useRef(crypto.randomUUID());
  const issue = async (plan: string): Promise<void> => {
    setState({ is: 'busy' });
    try {
      const { hash } = await post('/api/v1/rules', { body: { text, actor }, key: `${key.current}-rules` });
      const issued = await post('/api/v1/plans', { body: { rules: hash, actor }, key: `${key.current}-plan` });
      await refresh(client);
      done({
        plan: issued.plan,
        number: peekHeader(text)?.number ?? issued.plan,
        derived: issued.derived,
        replaced: issued.replaced,
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const isTaken = error.code === 'plan.already-issued';
      if (isTaken) await refresh(client);
      setState(isTaken ? { is: 'taken', plan } : { is: 'failed', problem: error });
    }
  };
  return { state, issue };
}

import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Diagnostic, PlanPreview } from '#dsl';
import { plansQuery } from '../../../api/queries.js';
import { t } from '../../../i18n/locale.js';
import { Link } from '../../../router/location.js';
import { useMayWrite } from '../../../ui/acting.js';
import type { Draft } from '../../../ui/draft.js';
import { SignInToAct } from '../../../ui/sign-in-to-act.js';
import { unbroken } from '../../../ui/unbroken.js';
import type { Beginning } from '../beginning.js';
import { useObstacles } from '../obstacles.js';
import type { Thinker } from '../preview/thinker.js';
import type { Language } from '../surroundings.js';
import { Conflict } from './conflict.js';
import { type Issued, PublishDialog } from './publish-dialog.js';

interface PublishBarProps {
  readonly text: string;
  readonly beginning: Beginning;
  readonly language: Language | null;
  /** Null while the text is being checked. */
  readonly diagnostics: readonly Diagnostic[] | null;
  readonly thinker: Thinker | null;
  readonly draft: Draft;
  /** What the text comes to as it stands; null where that is not known. */
  readonly preview: PlanPreview | null;
}

/** The way to issue the text, or why it cannot be. */
export function PublishBar(props: PublishBarProps): ReactNode {
  const { text, language, diagnostics, thinker, draft, preview } = props;
  const mayWrite = useMayWrite();
  const obstacles = useObstacles(text, language, diagnostics ?? []);
  const [isOpen, setOpen] = useState(false);
  const [issued, setIssued] = useState<Issued | null>(null);
  const isReady = mayWrite && diagnostics !== null && obstacles.length === 0 && language !== null && thinker !== null;
  const done = (result: Issued): void => {
    setIssued(result);
    setOpen(false);
    draft.drop();
  };
  return (
    <div className="publish-bar">
      <p className="row">
        <button type="button" className="button main" disabled={!isReady} onClick={() => setOpen(true)}>
          {t('editor.publish')}
        </button>
        <a className="button" href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download="ke-hoach.thac">
          {t('editor.download')}
        </a>
      </p>
      {!mayWrite && <SignInToAct />}
      {obstacles.length > 0 && (
        <ul className="hint obstacles">
          {obstacles.map((why) => (
            <li key={why}>{unbroken(why)}</li>
          ))}
        </ul>
      )}
      <Taken text={text} preview={preview} />
      {issued && (
        <p className="told" role="status">
          <Link to={{ name: 'plan', plan: issued.plan, view: 'overview' }}>{t('publish.done', { ...issued })}</Link>
        </p>
      )}
      {isOpen && thinker && <PublishDialog {...props} thinker={thinker} close={() => setOpen(false)} done={done} />}
    </div>
  );
}

/** Says as soon as it is known that the number has been given already; a plan that has just been issued is followed live. */
function Taken({ text, preview }: Pick<PublishBarProps, 'text' | 'preview'>): ReactNode {
  const plans = useAnswer(plansQuery());
  const [isOpen, setOpen] = useState(false);
  const plan = preview?.plan;
  if (plan === undefined || !plans.data?.some(({ id }) => id === plan)) return null;
  return (
    <p className="notice small row" role="status">
      {t('editor.whyTaken')}
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        {t('publish.compare')}
      </button>
      {isOpen && <Conflict mine={text} plan={plan} close={() => setOpen(false)} />}
    </p>
  );
}

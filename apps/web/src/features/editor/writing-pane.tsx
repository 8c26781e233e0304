import { type ReactNode, type RefObject, useState } from 'react';
import type { Diagnostic, Edit } from '#dsl';
import { language as pageLanguage, t } from '../../i18n/locale.js';
import { CodeEditor, type CodeHandle } from './code/code-editor.js';
import type { Language } from './surroundings.js';
import { TaskTableView } from './table/task-table.js';
import { ToolBar } from './tool-bar.js';

const WAYS = ['text', 'table'] as const;
export type Way = (typeof WAYS)[number];
const NONE: readonly Diagnostic[] = [];

interface WayProps {
  readonly way: Way;
  readonly choose: (way: Way) => void;
}

const WayChoice = ({ way, choose }: WayProps): ReactNode => (
  <div className="switch on-page" role="group" aria-label={t('editor.form')}>
    {WAYS.map((each) => (
      <button key={each} type="button" aria-pressed={way === each} onClick={() => choose(each)}>
        {t(`editor.${each}`)}
      </button>
    ))}
  </div>
);

interface WritingPaneProps extends WayProps {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly language: Language | null;
  readonly diagnostics: readonly Diagnostic[] | null;
  readonly handle: RefObject<CodeHandle | null>;
}

/** The text itself, or its tasks as a table. The editor stays where the table is shown: it keeps what can be undone. */
export function WritingPane({ text, change, language, diagnostics, handle, way, choose }: WritingPaneProps): ReactNode {
  const [caret, setCaret] = useState(0);
  const edit = (edits: readonly Edit[]): void => handle.current?.apply(edits);
  return (
    <>
      <div className="row">
        <WayChoice way={way} choose={choose} />
        <ToolBar text={text} handle={handle} />
      </div>
      <div className="stack" hidden={way !== 'text'}>
        <CodeEditor
          label={t('editor.textLabel')}
          text={text}
          change={change}
          moved={setCaret}
          service={language?.service ?? null}
          handle={handle}
        />
        <CaretNote text={text} caret={caret} language={language} />
        <p className="hint">{t('editor.keys')}</p>
      </div>
      {way === 'table' && language && (
        <TaskTableView text={text} language={language} diagnostics={diagnostics ?? NONE} change={edit} />
      )}
    </>
  );
}

interface CaretNoteProps {
  readonly text: string;
  readonly caret: number;
  readonly language: Language | null;
}

/** What a pointer is told over the words at the caret, for those who use none. */
function CaretNote({ text, caret, language }: CaretNoteProps): ReactNode {
  const found = language?.service.hover(text, caret);
  return (
    <p className="caret-note" translate="no">
      {found?.lines.map((line) => line[pageLanguage()]).join(' · ')}
    </p>
  );
}

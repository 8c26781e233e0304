import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Diagnostic } from '#dsl';
import { t } from '../../i18n/locale.js';
import { useDraft } from '../../ui/draft.js';
import { DraftNote } from '../../ui/draft-note.js';
import { FaultNotice } from '../../ui/state.js';
import type { Beginning } from './beginning.js';
import type { CodeHandle } from './code/code-editor.js';
import { usePreview, useThinker } from './preview/use-preview.js';
import { PublishBar } from './publish/publish-bar.js';
import { SidePanel } from './side-panel.js';
import { type Language, useRulesLanguage } from './surroundings.js';
import { type Way, WritingPane } from './writing-pane.js';

interface WorkbenchProps {
  readonly beginning: Beginning;
  /** Name of the draft. */
  readonly name: string;
}

/** The text, what is wrong with it, and what it would come to. */
export function Workbench({ beginning, name }: WorkbenchProps): ReactNode {
  const draft = useDraft(name, beginning.text);
  const { text } = draft;
  const { language, fault, again } = useRulesLanguage(text);
  const thinker = useThinker(language?.told ?? null);
  const previewed = usePreview(text, thinker, language?.told ?? null);
  const diagnostics = useDiagnostics(text, language);
  const handle = useRef<CodeHandle>(null);
  const { way, choose, show } = useWay(handle);
  return (
    <>
      {fault !== null && <FaultNotice fault={fault} again={again} />}
      <div className="workbench" data-way={way}>
        <section className="stack" aria-label={t('editor.form')}>
          <WritingPane {...{ text, language, diagnostics, handle, way, choose }} change={draft.write} />
          <DraftNote draft={draft} />
        </section>
        <aside className="panel workbench-side" aria-label={t('preview.title')}>
          <PublishBar
            {...{ text, beginning, language, diagnostics, thinker, draft }}
            preview={previewed.state === 'ready' ? previewed.preview : null}
          />
          <SidePanel
            diagnostics={diagnostics}
            previewed={previewed}
            isBelow={language !== null && language.told.above.length > 0}
            show={show}
            mend={(edits) => handle.current?.apply(edits)}
          />
        </aside>
      </div>
    </>
  );
}

/** How the text is written, and the way to a place in it. */
function useWay(handle: { readonly current: CodeHandle | null }) {
  const [way, choose] = useState<Way>('text');
  const [wanted, setWanted] = useState<{ readonly offset: number } | null>(null);
  useEffect(() => {
    if (wanted) handle.current?.show(wanted.offset);
  }, [wanted, handle]);
  const show = (offset: number): void => {
    choose('text'); // what is hidden cannot take the focus
    setWanted({ offset });
  };
  return { way, choose, show };
}

const PAUSE_MS = 250;

/** What is wrong with a text, some moments after its last change. */
function useDiagnostics(text: string, language: Language | null): readonly Diagnostic[] | null {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useMemo(() => language?.service.diagnostics(settled) ?? null, [language, settled]);
  return settled === text ? found : null;
}

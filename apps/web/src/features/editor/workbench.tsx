import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Diagnostic, Edit } from '#dsl';
import { t } from '../../i18n/locale.js';
import { useDraft } from '../../ui/draft.js';
import { DraftNote } from '../../ui/draft-note.js';
import { FaultNotice } from '../../ui/state.js';
import type { Beginning } from './beginning.js';
import { CheckPanel, errorsIn } from './check-panel.js';
import { CodeEditor, type CodeHandle } from './code/code-editor.js';
import { PreviewCalendar, totalsText } from './preview/preview-calendar.js';
import { PreviewRules } from './preview/preview-rules.js';
import { PreviewTree } from './preview/preview-tree.js';
import { type Previewed, usePreview, useThinker } from './preview/use-preview.js';
import { PublishBar } from './publish/publish-bar.js';
import { type Language, useRulesLanguage } from './surroundings.js';
import { ToolBar } from './tool-bar.js';

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
  const told = language?.told ?? null;
  const thinker = useThinker(told);
  const previewed = usePreview(text, thinker, told);
  const diagnostics = useDiagnostics(text, language);
  const handle = useRef<CodeHandle>(null);
  const show = (offset: number): void => handle.current?.show(offset);
  const mend = (edits: readonly Edit[]): void => handle.current?.apply(edits);
  return (
    <>
      {fault !== null && <FaultNotice fault={fault} again={again} />}
      <div className="workbench">
        <section className="stack workbench-text" aria-label={t('editor.form')}>
          <ToolBar text={text} handle={handle} />
          <CodeEditor
            label={t('editor.textLabel')}
            text={text}
            change={draft.write}
            service={language?.service ?? null}
            handle={handle}
          />
          <p className="hint">{t('editor.keys')}</p>
          <DraftNote draft={draft} />
        </section>
        <aside className="panel workbench-side" aria-label={t('preview.title')}>
          <PublishBar
            text={text}
            beginning={beginning}
            language={language}
            diagnostics={diagnostics}
            thinker={thinker}
            draft={draft}
            plan={previewed.state === 'ready' ? (previewed.preview?.plan ?? null) : null}
          />
          <Side diagnostics={diagnostics} previewed={previewed} isBelow={(told?.above.length ?? 0) > 0} show={show} mend={mend} />
        </aside>
      </div>
    </>
  );
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

interface SideProps {
  readonly diagnostics: readonly Diagnostic[] | null;
  readonly previewed: Previewed;
  readonly isBelow: boolean;
  readonly show: (offset: number) => void;
  readonly mend: (edits: readonly Edit[]) => void;
}

const PARTS = ['check', 'cascade', 'calendar', 'rules'] as const;

function Side({ diagnostics, previewed, isBelow, show, mend }: SideProps): ReactNode {
  const [kept, setKept] = useState<readonly Diagnostic[]>([]);
  useEffect(() => {
    if (diagnostics) setKept(diagnostics);
  }, [diagnostics]);
  const { preview } = previewed;
  const errors = errorsIn(kept);
  return (
    <Tabs className="tabs">
      <TabList className="tab-list" aria-label={t('preview.parts')}>
        {PARTS.map((part) => (
          <Tab key={part} id={part} className="tab">
            {part === 'check' ? t('check.title') : t(`preview.${part}`)}
            {part === 'check' && errors > 0 && <span className="tag bad">{errors}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="check" className="tab-panel">
        <CheckPanel diagnostics={kept} show={show} mend={mend} />
      </TabPanel>
      {PARTS.slice(1).map((part) => (
        <TabPanel key={part} id={part} className="tab-panel">
          <PreviewState previewed={previewed} />
          {preview && part === 'cascade' && (
            <>
              <p>{totalsText(preview)}</p>
              {isBelow && <p className="hint">{t('preview.below')}</p>}
              <PreviewTree preview={preview} key={preview.plan} />
            </>
          )}
          {preview && part === 'calendar' && <PreviewCalendar preview={preview} />}
          {preview && part === 'rules' && <PreviewRules preview={preview} show={show} />}
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** Whether what is shown is that of the text as it stands. */
function PreviewState({ previewed: { state, preview, why } }: { readonly previewed: Previewed }): ReactNode {
  if (state === 'ready') return null;
  if (state === 'busy')
    return (
      <p className="notice small waiting" role="status">
        {t('preview.busy')}
      </p>
    );
  if (state === 'failed') return <p className="notice small fault">{t('preview.failed', { why })}</p>;
  return <p className="notice small">{preview ? `${t('preview.wait')} ${t('preview.old')}` : t('preview.wait')}</p>;
}

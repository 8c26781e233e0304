import { type ReactNode, useEffect, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Diagnostic, Edit } from '#dsl';
import { t } from '../../i18n/locale.js';
import { CheckPanel, errorsIn } from './check-panel.js';
import { PreviewCalendar, totalsText } from './preview/preview-calendar.js';
import { PreviewRules } from './preview/preview-rules.js';
import { PreviewTree } from './preview/preview-tree.js';
import type { Previewed } from './preview/use-preview.js';

interface SidePanelProps {
  readonly diagnostics: readonly Diagnostic[] | null;
  readonly previewed: Previewed;
  readonly isBelow: boolean;
  readonly show: (offset: number) => void;
  readonly mend: (edits: readonly Edit[]) => void;
}

const PARTS = ['check', 'cascade', 'calendar', 'rules'] as const;

/** What is wrong with the text, and what it would come to. */
export function SidePanel({ diagnostics, previewed, isBelow, show, mend }: SidePanelProps): ReactNode {
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

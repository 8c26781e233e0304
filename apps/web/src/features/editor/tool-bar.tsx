import { type ReactNode, type RefObject, useState } from 'react';
import { type Edit, format, type Language, translate } from '#dsl';
import { t } from '../../i18n/locale.js';
import type { Key } from '../../i18n/vi.js';
import { changeBetween } from './code/change-between.js';
import type { CodeHandle } from './code/code-editor.js';

interface ToolBarProps {
  readonly text: string;
  readonly handle: RefObject<CodeHandle | null>;
}

/** What is done to the whole text; each is one step to undo. */
export function ToolBar({ text, handle }: ToolBarProps): ReactNode {
  const [said, setSaid] = useState<{ readonly key: Key; readonly of: string } | null>(null);
  const put = (made: string): void => handle.current?.apply([editBetween(text, made)]);
  const layOut = (): void => {
    const { text: tidy, refused } = format(text);
    if (!refused && tidy !== text) put(tidy);
    setSaid({
      key: refused ? 'editor.formatRefused' : tidy === text ? 'editor.formatNothing' : 'editor.formatted',
      of: refused ? text : tidy,
    });
  };
  const speak = (to: Language): void => {
    const { text: made, refused } = translate(text, to);
    if (!refused && made !== text) put(made);
    setSaid({ key: refused ? 'editor.formatRefused' : 'editor.translated', of: refused ? text : made });
  };
  return (
    <div className="row tools">
      <button type="button" className="button small" onClick={() => handle.current?.undo()}>
        {t('editor.undo')}
      </button>
      <button type="button" className="button small" onClick={() => handle.current?.redo()}>
        {t('editor.redo')}
      </button>
      <button type="button" className="button small" title={t('editor.findKeys')} onClick={() => handle.current?.find()}>
        {t('editor.find')}
      </button>
      <button type="button" className="button small" onClick={layOut}>
        {t('editor.format')}
      </button>
      <OpenFile take={put} />
      <button type="button" className="button small" onClick={() => speak('vi')}>
        {t('editor.toVi')}
      </button>
      <button type="button" className="button small" onClick={() => speak('en')}>
        {t('editor.toEn')}
      </button>
      <span className="hint" role="status">
        {said?.of === text && t(said.key)}
      </span>
    </div>
  );
}

/** Takes a text from a file: one that somebody else has written. It is a step to undo as any other. */
const OpenFile = ({ take }: { readonly take: (text: string) => void }): ReactNode => (
  <label className="button small file-button">
    {t('editor.open')}
    <input
      type="file"
      accept=".thac,text/plain"
      onChange={({ target }) => {
        void target.files?.[0]?.text().then((text) => take(text.replaceAll('\r\n', '\n')));
        target.value = ''; // the same file may be opened again
      }}
    />
  </label>
);

function editBetween(before: string, after: string): Edit {
  const { from, to, insert } = changeBetween(before, after);
  return { start: from, end: to, text: insert };
}

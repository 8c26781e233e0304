import { type ReactNode, useId, useState } from 'react';
import { t } from '../../i18n/locale.js';
import { type Draft, useDraft } from '../../ui/draft.js';
import { DraftNote } from '../../ui/draft-note.js';

interface DraftFormProps {
  readonly draft: Draft;
  readonly label: string;
  readonly hint?: string;
  readonly rows: number;
  readonly button: string;
  readonly isMain?: boolean;
  readonly autoFocus?: boolean;
  readonly isBusy: boolean;
  /** What is to be filled in before the text. */
  readonly children?: ReactNode;
  /** Sends it; true once it has arrived: the draft is dropped then. */
  readonly send: (text: string) => Promise<boolean>;
}

interface TextFormProps extends Omit<DraftFormProps, 'draft'> {
  /** What it is a draft of. */
  readonly name: string;
}

/** A text to write and to send; kept on this machine until it has arrived. Ctrl-Enter sends. */
export const TextForm = ({ name, ...form }: TextFormProps): ReactNode => <DraftForm {...form} draft={useDraft(name)} />;

/** The same of a draft that outlives the form. */
export function DraftForm({
  draft,
  label,
  hint,
  rows,
  button,
  isMain = true,
  autoFocus = false,
  isBusy,
  children,
  send,
}: DraftFormProps): ReactNode {
  const [missing, setMissing] = useState(false);
  const id = useId();
  const submit = async (): Promise<void> => {
    const isEmpty = draft.text.trim() === '';
    setMissing(isEmpty);
    if (!isEmpty && (await send(draft.text))) draft.drop();
  };
  return (
    <form
      className="stack text-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          rows={rows}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={autoFocus}
          value={draft.text}
          aria-describedby={`${id}-hint`}
          aria-invalid={missing}
          onChange={(event) => draft.write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
          }}
        />
        <Hint id={`${id}-hint`} text={missing ? null : (hint ?? '')} />
      </div>
      <DraftNote draft={draft} />
      <Send text={button} isMain={isMain} isBusy={isBusy} />
    </form>
  );
}

/** What to write; null where nothing was written. */
const Hint = ({ id, text }: { readonly id: string; readonly text: string | null }): ReactNode => (
  <p id={id} className="hint">
    {text ?? <span className="fault-text">{t('draft.empty')}</span>}
  </p>
);

const Send = ({
  text,
  isMain,
  isBusy,
}: {
  readonly text: string;
  readonly isMain: boolean;
  readonly isBusy: boolean;
}): ReactNode => (
  <p>
    <button type="submit" className={isMain ? 'button main' : 'button'} disabled={isBusy}>
      {text}
    </button>
  </p>
);

/** What somebody was writing when it could no longer be sent, because another was faster. */
export const Unsent = ({ draft }: { readonly draft: Draft }): ReactNode =>
  draft.text.trim() !== '' && (
    <section className="notice small" role="status">
      <p>{t('draft.unsent')}</p>
      <p className="said-text" translate="no">
        {draft.text}
      </p>
      <button type="button" className="button small" onClick={draft.drop}>
        {t('draft.drop')}
      </button>
    </section>
  );

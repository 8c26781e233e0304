import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { CellRead } from '#dsl';
import { t } from '../../../i18n/locale.js';

type Refusal = Extract<CellRead, { readonly ok: false }>;

interface CellFieldProps {
  readonly label: string;
  readonly shown: string;
  /** What could not be read and is kept in a comment of the text; it stands in the cell, to be mended there. */
  readonly aside: { readonly text: string; readonly why: Refusal | null } | null;
  /** Null once it is written; else why it was not understood. */
  readonly write: (written: string) => Refusal | null;
}

/** What is being typed into a cell, until it is written or given up. */
function useCell({ shown, write }: Pick<CellFieldProps, 'shown' | 'write'>) {
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const giveUp = (): void => {
    setTyped(null);
    setRefusal(null);
  };
  const leave = (): void => {
    if (typed === null) return;
    const found = typed === shown ? null : write(typed);
    setRefusal(found);
    if (found === null) setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') giveUp();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    leave();
  };
  return { text: typed ?? shown, refusal, type: setTyped, leave, onKeyDown };
}

/** One cell: written when it is left or at Enter, given up at Escape. What is not understood stays in it, and says why. */
export function CellField({ label, shown, aside, write }: CellFieldProps): ReactNode {
  const { text, refusal, type, leave, onKeyDown } = useCell({ shown: aside?.text ?? shown, write });
  const id = useId();
  const isBad = refusal !== null || aside !== null;
  return (
    <>
      <textarea
        className="cell"
        aria-label={label}
        aria-invalid={isBad}
        aria-describedby={isBad ? id : undefined}
        rows={1}
        translate="no"
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      {isBad && (
        <p className="fault-text" id={id}>
          {refusal === null ? <Unread aside={aside} /> : t(`table.why.${refusal.why}`, { name: refusal.name })}
        </p>
      )}
    </>
  );
}

/** Says which of the words were not understood. */
const Unread = ({ aside }: Pick<CellFieldProps, 'aside'>): ReactNode =>
  aside && (
    <>
      {t('table.unread', { text: aside.why?.name ?? aside.text })} <span className="soft">{t('table.why.keptAside')}</span>
    </>
  );

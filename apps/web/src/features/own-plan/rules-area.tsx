import { type ReactNode, useEffect, useId, useRef } from 'react';

interface RulesAreaProps {
  readonly label: string;
  readonly text: string;
  readonly change: (text: string) => void;
  /** The line to show, from 1. */
  readonly line: number | null;
}

/** A rules text to write in, where the whole editor is not needed. */
export function RulesArea({ label, text, change, line }: RulesAreaProps): ReactNode {
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    const { current } = area;
    if (line === null || !current) return;
    const before =
      current.value
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0);
    const end = current.value.indexOf('\n', before);
    current.focus();
    current.setSelectionRange(before, end < 0 ? current.value.length : end);
    const height = current.scrollHeight / current.value.split('\n').length;
    current.scrollTop = Math.max(0, height * (line - 4));
  }, [line]);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={area}
        className="code rules-area"
        spellCheck={false}
        translate="no"
        wrap="off"
        rows={26}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}

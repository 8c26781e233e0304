import { type ComponentProps, type ReactNode, useId } from 'react';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'value' | 'onChange'> {
  readonly label: string;
  readonly value: string;
  readonly take: (text: string) => void;
  /** What is wrong with what is written; null where nothing is. */
  readonly fault?: string | null;
}

/** A field of one line with its label, and below it what is wrong. */
export function TextField({ label, value, take, fault = null, ...input }: TextFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        autoComplete="off"
        {...input}
        id={id}
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={({ target }) => take(target.value)}
      />
      {fault !== null && (
        <span id={`${id}-fault`} className="fault-text" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

/** The same for a few digits: a number, or a day as all dates of the page are written. */
export const DigitsField = (field: TextFieldProps): ReactNode => (
  <TextField className="date-input" inputMode="numeric" {...field} />
);

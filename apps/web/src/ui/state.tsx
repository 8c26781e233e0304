import type { UseQueryResult } from '@tanstack/react-query';
import { Component, type ReactNode, useEffect, useState } from 'react';
import { Problem } from '../api/client.js';
import { t } from '../i18n/locale.js';

/** Waiting, failing and having nothing to show: the states of every place that asks the server. */

const SLOW_MS = 4_000;

/** A word while something is awaited; another where it takes long. */
export function Waiting(): ReactNode {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="notice small waiting" role="status">
      {t(slow ? 'load.slow' : 'load.busy')}
    </p>
  );
}

/** What a question answers, once it does; else that it waits, or why it failed. */
export function Loaded<T>({
  of,
  children,
}: {
  readonly of: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  if (of.data !== undefined) return children(of.data);
  if (of.isError) return <FaultNotice fault={of.error} again={() => void of.refetch()} />;
  return <Waiting />;
}

/** Why something failed, how to mend it, and a way to try again. */
export function FaultNotice({ fault, again }: { readonly fault: unknown; readonly again?: () => void }): ReactNode {
  const problem = fault instanceof Problem ? fault : null;
  const isForbidden = problem?.status === 401 || problem?.status === 403;
  return (
    <div className="notice fault" role="alert">
      <h2>{t(isForbidden ? 'load.forbidden' : 'load.failed')}</h2>
      <p>{problem ? problem.what : String(fault)}</p>
      {problem && problem.mend !== '' && <p>{problem.mend}</p>}
      {again && (
        <button type="button" className="button" onClick={again}>
          {t('load.retry')}
        </button>
      )}
    </div>
  );
}

/** Nothing to show here. */
export const Empty = ({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}) => (
  <div className="notice">
    <p>{title}</p>
    {hint && <p className="hint">{hint}</p>}
    {children}
  </div>
);

/** Catches what a page throws, so that the rest of the application stays. */
export class Barrier extends Component<
  { readonly children: ReactNode; readonly place: string },
  { readonly broken: string | null }
> {
  override state: { readonly broken: string | null } = { broken: null };

  static getDerivedStateFromError(error: unknown): { broken: string } {
    return { broken: String(error) };
  }

  override componentDidUpdate(before: { readonly place: string }): void {
    if (before.place !== this.props.place && this.state.broken !== null) this.setState({ broken: null });
  }

  override render(): ReactNode {
    if (this.state.broken === null) return this.props.children;
    return (
      <div className="notice fault" role="alert">
        <h1>{t('fault.title')}</h1>
        <p className="code">{this.state.broken}</p>
        <p>{t('fault.mend')}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('fault.reload')}
        </button>
      </div>
    );
  }
}

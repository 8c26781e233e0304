import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Problem } from '../api/client.js';
import { useActs } from '../api/session.js';
import { t } from '../i18n/locale.js';
import type { Key } from '../i18n/vi.js';
import { Link } from '../router/location.js';
import { signInHere, toReturnTo } from './sign-in-here.js';
import { useUnitNames } from './unit-names.js';

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
  isWhole = false,
  children,
}: {
  readonly of: UseQueryResult<T>;
  /** It is all that the page shows: a fault has the page's heading. */
  readonly isWhole?: boolean;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  if (of.data !== undefined) return children(of.data);
  if (of.isError) return <FaultNotice fault={of.error} isWhole={isWhole} again={() => void of.refetch()} />;
  return <Waiting />;
}

/** What kind of failing it is, by the status: none was answered, nobody is signed in any more, it is not theirs, it is not there. */
const KINDS: Readonly<Record<number, { readonly title: Key; readonly way: 'again' | 'sign-in' | 'elsewhere' }>> = {
  0: { title: 'load.unreachable', way: 'again' },
  401: { title: 'load.signedOut', way: 'sign-in' },
  403: { title: 'load.forbidden', way: 'elsewhere' },
  404: { title: 'load.absent', way: 'elsewhere' },
};
const FAILED = { title: 'load.failed', way: 'again' } as const;

interface FaultProps {
  readonly fault: unknown;
  readonly isWhole?: boolean;
  readonly again?: () => void;
}

/** Why something failed, how to mend it, and the way on: to try again, to sign in, or to where there is something to see. */
export function FaultNotice({ fault, isWhole = false, again }: FaultProps): ReactNode {
  const Heading = isWhole ? 'h1' : 'h2';
  const problem = fault instanceof Problem ? fault : null;
  const { title, way } = (problem && KINDS[problem.status]) ?? FAILED;
  return (
    <div className={way === 'again' ? 'notice fault' : 'notice held'} role="alert">
      <Heading>{t(title)}</Heading>
      <Said text={problem ? problem.what : String(fault)} />
      {problem && problem.mend !== '' && <p>{problem.mend}</p>}
      <Trace of={problem} />
      {problem?.errors.some(({ code }) => code === 'second-factor') ? <SecondFactor /> : <WayOn way={way} again={again} />}
    </div>
  );
}

/** By which the server's log knows what went wrong there. */
const Trace = ({ of }: { readonly of: Problem | null }): ReactNode =>
  of &&
  of.status >= 500 &&
  of.traceId !== '' && (
    <p className="hint">
      {t('load.trace')}: <span className="code breakable">{of.traceId}</span>
    </p>
  );

interface WayOnProps {
  readonly way: 'again' | 'sign-in' | 'elsewhere';
  readonly again: (() => void) | undefined;
}

function WayOn({ way, again }: WayOnProps): ReactNode {
  if (way === 'elsewhere') return <Elsewhere />;
  if (way === 'sign-in')
    return (
      <a className="button main" href={signInHere()}>
        {t('page.signIn')}
      </a>
    );
  return (
    again && (
      <button type="button" className="button" onClick={again}>
        {t('load.retry')}
      </button>
    )
  );
}

/** Units as refusals name them: by id, in quotation marks or brackets. */
const UNIT_IDS = /(?<=[“(])[\w.-]+(?=[”)])/g;

/** What the server said, with the names of units. */
function Said({ text }: { readonly text: string }): ReactNode {
  const names = useUnitNames(text.match(UNIT_IDS) ?? []);
  return <p>{text.replace(UNIT_IDS, (id) => names.get(id) ?? id)}</p>;
}

/** Where what is missing is set up; leads back to this page. */
const SecondFactor = (): ReactNode => (
  <a className="button main" href={toReturnTo('/account')}>
    {t('page.secondFactor')}
  </a>
);

/** Ways to pages that most people may see. */
const Elsewhere = (): ReactNode => (
  <p className="row">
    {useActs() && <Link to={{ name: 'desk' }}>{t('nav.desk')}</Link>}
    <Link to={{ name: 'plans' }}>{t('plans.title')}</Link>
    <a href="/account">{t('page.account')}</a>
  </p>
);

/** Nothing to show here. */
export const Empty = ({
  title,
  hint,
  isWhole = false,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  /** It is all that the page shows. */
  readonly isWhole?: boolean;
  readonly children?: ReactNode;
}) => (
  <div className="notice">
    {isWhole ? <h1>{title}</h1> : <p>{title}</p>}
    {hint && <p className="hint">{hint}</p>}
    {children}
  </div>
);

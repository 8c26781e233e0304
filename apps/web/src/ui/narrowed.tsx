import type { ReactNode } from 'react';
import { type Query, setQuery } from '../router/location.js';

interface NarrowedProps {
  readonly to: string;
  readonly off: string;
  /** What is taken out of the address to see all again. */
  readonly drop: Query;
}

/** What a list was narrowed to by the number that opened it, and the way to all. */
export const Narrowed = ({ to, off, drop }: NarrowedProps): ReactNode => (
  <p>
    {to}{' '}
    <button type="button" className="button small" onClick={() => setQuery(drop)}>
      {off}
    </button>
  </p>
);

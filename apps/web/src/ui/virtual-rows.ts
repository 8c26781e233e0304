import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';

interface Asked {
  readonly count: number;
  readonly keyOf: (index: number) => string | number;
  /** Height of a row before it is measured, in CSS pixels. */
  readonly rowPx: number;
  /** Rows beyond the window that stand in the page, too. */
  readonly ahead: number;
  /** What the rows stand in. */
  readonly body: RefObject<HTMLDivElement | null>;
}

/** Rows of a long list of which only those in sight stand in the page, scrolled with the page itself. */
export function useVirtualRows({ count, keyOf, rowPx, ahead, body }: Asked): {
  readonly virtual: Virtualizer<Window, Element>;
  /** Where the list begins in the page: rows are placed from there. */
  readonly offset: number;
} {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (body.current) setOffset(body.current.getBoundingClientRect().top + scrollY);
  }, [body]);
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => rowPx,
    overscan: ahead,
    scrollMargin: offset,
    getItemKey: keyOf,
  });
  return { virtual, offset };
}

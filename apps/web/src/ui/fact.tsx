import type { ReactNode } from 'react';

/** One thing that is known of what a page is about, under its name; stands in a `dl` of the class `facts`. */
export const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

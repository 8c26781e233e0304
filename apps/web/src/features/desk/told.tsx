import { type ReactNode, useEffect, useRef } from 'react';
import { type Deed, type Doing, SAID } from '../../api/deeds.js';
import { t } from '../../i18n/locale.js';

/** Takes note of what was done. */
export type Tell = (deed: Deed) => void;

/** Deeds of which the desk itself tells: the row that they were done from is gone with them. */
export const telling = (doing: Doing, tell: Tell): Doing => ({
  ...doing,
  run: async (deed, seen) => {
    const isDone = await doing.run(deed, seen);
    if (isDone) tell(deed);
    return isDone;
  },
});

/** What was done last; reading goes on from there. */
export function Told({ deed }: { readonly deed: Deed | null }): ReactNode {
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (deed === null) return;
    said.current?.scrollIntoView({ block: 'nearest' });
    said.current?.focus({ preventScroll: true });
  }, [deed]);
  return (
    <div role="status" className="outcome" ref={said} tabIndex={-1}>
      {deed && <p className="told">{t(SAID[deed.do])}</p>}
    </div>
  );
}

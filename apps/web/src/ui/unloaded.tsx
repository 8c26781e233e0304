import { type ReactNode, useEffect, useState } from 'react';
import { t } from '../i18n/locale.js';
import { Waiting } from './state.js';

/** What browsers say where a part of the application could not be loaded. */
const UNLOADED = /dynamically imported module|importing a module|preload/i;

export const isUnloaded = (fault: string): boolean => UNLOADED.test(fault);

/** Which build was left for a newer one by itself. */
const LEFT = 'thac.left-build';

/** The first script of the page, whose name tells of which build it is. */
const ownBuild = (): string | null => document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null;

/** Whether the server has another build than this page is of. */
async function hasNewer(own: string | null): Promise<boolean> {
  const page = await fetch('/', { cache: 'no-store' }).catch(() => null);
  return own !== null && page?.ok === true && !(await page.text()).includes(own);
}

/** Reloads, but never twice from the same build. @returns whether it does */
function leave(own: string): boolean {
  try {
    if (sessionStorage.getItem(LEFT) === own) return false;
    sessionStorage.setItem(LEFT, own);
  } catch {
    return false; // nothing could be remembered: it might never end
  }
  location.reload();
  return true;
}

/**
 * In place of a part of the application that could not be loaded. Where the server has a newer one, the page is taken anew by itself:
 * what stood here is gone already, and what was written is kept. So it is once there is a network again: browsers do not ask a second time
 * for a part that they could not load.
 */
export function Unloaded(): ReactNode {
  const [isNewer, setNewer] = useState<boolean | null>(null);
  useEffect(() => {
    const own = ownBuild();
    void hasNewer(own).then((newer) => {
      if (!(newer && own !== null && leave(own))) setNewer(newer);
    });
  }, []);
  useEffect(() => {
    const again = (): void => location.reload();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, []);
  if (isNewer === null) return <Waiting />;
  return (
    <div className={isNewer ? 'notice held' : 'notice fault'} role="alert">
      <h1>{t(isNewer ? 'fault.newer' : 'load.unreachable')}</h1>
      <p>{t(isNewer ? 'fault.newerHint' : 'fault.unloaded')}</p>
      <p>{t('fault.mend')}</p>
      <button type="button" className="button main" onClick={() => location.reload()}>
        {t('fault.reload')}
      </button>
    </div>
  );
}

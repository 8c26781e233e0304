import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addressOf } from './client.js';
import { refresh } from './queries.js';

/** Many events come at once: figures are asked for anew at most this often. */
const GATHER_MS = 1_500;

/** Where the log may not be followed, figures are asked for anew this often. */
const ASK_MS = 60_000;

/** How the page keeps up: it is told, it tries to be told again, or it asks from time to time. */
export type Live = 'told' | 'lost' | 'asking';

/** Follows the log while the page is in sight, and asks for figures anew when something is recorded. */
export function useLive(): Live {
  const client = useQueryClient();
  const [live, setLive] = useState<Live>('told');
  useEffect(() => {
    let source: EventSource | null = null;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let asking: ReturnType<typeof setInterval> | undefined;
    let seenBefore = false;
    const changed = (): void => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void refresh(client);
      }, GATHER_MS);
    };
    const open = (): void => {
      source = new EventSource(addressOf('/api/v1/events/stream'));
      source.addEventListener('recorded', changed);
      source.addEventListener('skipped', changed);
      source.onopen = () => {
        setLive('told');
        if (seenBefore) changed(); // what happened meanwhile is not told to a new reader
        seenBefore = true;
      };
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED) return setLive('lost');
        setLive('asking'); // refused: most people may not follow what concerns all
        asking ??= setInterval(() => void refresh(client), ASK_MS);
        return undefined;
      };
    };
    const follow = (): void => {
      source?.close();
      source = null;
      clearInterval(asking);
      asking = undefined;
      if (document.visibilityState === 'visible') open();
    };
    document.addEventListener('visibilitychange', follow);
    follow();
    return () => {
      document.removeEventListener('visibilitychange', follow);
      clearTimeout(waiting);
      clearInterval(asking);
      source?.close();
    };
  }, [client]);
  return live;
}

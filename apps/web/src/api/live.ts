import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addressOf } from './client.js';
import { refresh } from './queries.js';

/** Many events come at once: figures are asked for anew at most this often. */
const GATHER_MS = 1_500;

/**
 * Follows the log while the page is in sight, and asks for figures anew when something is recorded.
 * @returns whether it is followed now
 */
export function useLive(): boolean {
  const client = useQueryClient();
  const [live, setLive] = useState(true);
  useEffect(() => {
    let source: EventSource | null = null;
    let waiting: ReturnType<typeof setTimeout> | undefined;
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
        setLive(true);
        if (seenBefore) changed(); // what happened meanwhile is not told to a new reader
        seenBefore = true;
      };
      source.onerror = () => setLive(false);
    };
    const follow = (): void => {
      source?.close();
      source = null;
      if (document.visibilityState === 'visible') open();
    };
    document.addEventListener('visibilitychange', follow);
    follow();
    return () => {
      document.removeEventListener('visibilitychange', follow);
      clearTimeout(waiting);
      source?.close();
    };
  }, [client]);
  return live;
}

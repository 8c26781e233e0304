import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addressOf } from './client.js';
import { refresh } from './queries.js';

/** Many events come at once: figures are asked for anew at most this often. */
const GATHER_MS = 1_500;

/** Where the page is told nothing, figures are asked for anew this often. */
const ASK_MS = 60_000;

/** And this often also where it is told: what a page shows beside the work, such as others' accounts, is told to nobody. */
const SELDOM_MS = 600_000;

/** How the page keeps up: it is told, it tries to be told again, or it asks from time to time. */
export type Live = 'told' | 'lost' | 'asking';

/** Has itself told of changes while the page is in sight, and asks for figures anew then. */
export function useLive(): Live {
  const client = useQueryClient();
  const [live, setLive] = useState<Live>('told');
  useEffect(() => keepUp(() => void refresh(client), setLive), [client]);
  return live;
}

/** @returns what ends it */
function keepUp(askAnew: () => void, say: (live: Live) => void): () => void {
  let source: EventSource | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setInterval> | undefined;
  let seenBefore = false;
  const changed = (): void => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      askAnew();
    }, GATHER_MS);
  };
  const stopAsking = (): void => {
    clearInterval(asking);
    asking = undefined;
  };
  const told = (): void => {
    say('told');
    stopAsking();
    if (seenBefore) changed(); // what happened meanwhile is not told to a new reader
    seenBefore = true;
  };
  const failed = (isRefused: boolean): void => {
    say(isRefused ? 'asking' : 'lost');
    asking ??= setInterval(() => {
      askAnew();
      if (source?.readyState === EventSource.CLOSED) source = openStream({ changed, told, failed });
    }, ASK_MS);
  };
  const follow = (): void => {
    source?.close();
    stopAsking();
    source = document.visibilityState === 'visible' ? openStream({ changed, told, failed }) : null;
  };
  const seldom = setInterval(() => document.visibilityState === 'visible' && askAnew(), SELDOM_MS);
  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    clearInterval(seldom);
    document.removeEventListener('visibilitychange', follow);
    clearTimeout(waiting);
    stopAsking();
    source?.close();
  };
}

interface Listener {
  /** Something has changed, or may have. */
  changed(): void;
  /** The stream is open. */
  told(): void;
  /** It is not. Refused, it is not tried again by itself: nobody is signed in, or too many read. */
  failed(isRefused: boolean): void;
}

function openStream({ changed, told, failed }: Listener): EventSource {
  const source = new EventSource(addressOf('/api/v1/session/stream'));
  source.addEventListener('changed', changed);
  source.addEventListener('missed', changed);
  source.onopen = told;
  source.onerror = () => failed(source.readyState === EventSource.CLOSED);
  return source;
}

import { useSyncExternalStore } from 'react';

/** What is kept on this machine, in the browser. Where storage is closed to the page it lasts as long as the page. */

const memory = new Map<string, string>();
const listeners = new Set<() => void>();

addEventListener('storage', () => tell());

const tell = (): void => {
  for (const listener of listeners) listener();
};

export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}

/** Null forgets it. */
export function writeStored(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
    memory.delete(name);
  } catch {
    if (value !== null) memory.set(name, value);
  }
  if (value === null) memory.delete(name);
  tell();
}

/** Names under which something is kept, that begin with a text; in order. */
export function storedNames(prefix: string): readonly string[] {
  const kept = new Set(memory.keys());
  try {
    for (const name of Object.keys(localStorage)) kept.add(name);
  } catch {
    // Closed to the page: what the page itself keeps is all there is.
  }
  return [...kept].filter((name) => name.startsWith(prefix)).toSorted();
}

export const subscribeStored = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useStored = (name: string): string | null => useSyncExternalStore(subscribeStored, () => readStored(name));

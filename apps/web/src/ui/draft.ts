import { useState } from 'react';
import { readStored, writeStored } from './storage.js';

/** A text that is being written: kept on this machine until it has arrived, through reloads and lost connections. */
export interface Draft {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly drop: () => void;
  /** When it was kept; null where nothing is. */
  readonly keptAt: string | null;
  /** True where it was found from an earlier visit. */
  readonly found: boolean;
}

interface Kept {
  readonly text: string;
  readonly at: string;
}

/** @param name what it is a draft of; @param initial what stands there where nothing was kept */
export function useDraft(name: string, initial = ''): Draft {
  const stored = `thac.draft ${name}`;
  const [kept, setKept] = useState<Kept | null>(() => readKept(stored));
  const [found, setFound] = useState(kept !== null);
  return {
    text: kept?.text ?? initial,
    keptAt: kept?.at ?? null,
    found,
    write: (text) => {
      const next = { text, at: new Date().toISOString() };
      writeStored(stored, JSON.stringify(next));
      setKept(next);
      setFound(false);
    },
    drop: () => {
      writeStored(stored, null);
      setKept(null);
      setFound(false);
    },
  };
}

function readKept(stored: string): Kept | null {
  try {
    const { text, at } = JSON.parse(readStored(stored) ?? 'null') as Kept;
    return typeof text === 'string' && typeof at === 'string' ? { text, at } : null;
  } catch {
    return null;
  }
}

import { useEffect, useState } from 'react';
import type { PlanPreview, PreviewOptions, Surroundings } from '#dsl';
import { language } from '../../../i18n/locale.js';
import type { Answer } from './protocol.js';
import { Thinker } from './thinker.js';

/** How the preview of a text stands. */
export interface Previewed {
  /** The last one that could be worked out; null where none could yet. */
  readonly preview: PlanPreview | null;
  /** `wrong`: the text has errors, and what is shown is older than they are. */
  readonly state: 'busy' | 'ready' | 'wrong' | 'failed';
  readonly why: string;
}

const PAUSE_MS = 350;
const NOTHING: Previewed = { preview: null, state: 'busy', why: '' };

/** A worker that knows what texts are checked against; null until it does. */
export function useThinker(told: Surroundings | null): Thinker | null {
  const [thinker, setThinker] = useState<Thinker | null>(null);
  useEffect(() => {
    const made = new Thinker();
    setThinker(made);
    return () => made.end();
  }, []);
  useEffect(() => {
    if (thinker && told) thinker.know(told);
  }, [thinker, told]);
  return told ? thinker : null;
}

/** The preview of a text, some moments after its last change. */
export function usePreview(text: string, thinker: Thinker | null, told: Surroundings | null): Previewed {
  const [previewed, setPreviewed] = useState<Previewed>(NOTHING);
  const inLanguage = language();
  useEffect(() => {
    if (!thinker || !told) return undefined;
    let isOver = false;
    setPreviewed((now) => (now.state === 'busy' ? now : { ...now, state: 'busy' }));
    const timer = setTimeout(() => {
      const at = `${told.today}T00:00:00+07:00` as PreviewOptions['at'];
      thinker.ask({ ask: 'preview', text, options: { at, language: inLanguage } }, (answer) => {
        if (!isOver) setPreviewed((now) => afterwards(now, answer));
      });
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text, thinker, told, inLanguage]);
  return previewed;
}

function afterwards(now: Previewed, answer: Answer): Previewed {
  if (answer.is === 'failed') return { ...now, state: 'failed', why: answer.why };
  if (answer.is !== 'preview') return now;
  return answer.preview ? { preview: answer.preview, state: 'ready', why: '' } : { ...now, state: 'wrong', why: '' };
}

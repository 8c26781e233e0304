import { useQuery as useAnswer } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CheckEnv, createLanguageService, type LanguageService, peekHeader, type Surroundings } from '#dsl';
import { post } from '../../api/client.js';
import { environmentOf } from './environment.js';

/** What a text is checked against, and the language that checks it, in the browser. */
export interface Language {
  readonly told: Surroundings;
  readonly env: CheckEnv;
  readonly service: LanguageService;
}

const STALE_MS = 300_000;

/** What of a text decides what it is checked against: its date, and the plan that it carries out. */
function keyOf(text: string): string {
  const header = peekHeader(text);
  return JSON.stringify(header && [header.issuedOn, header.implements]);
}

export const surroundingsQuery = (text: string) => ({
  queryKey: ['surroundings', keyOf(text)],
  staleTime: STALE_MS,
  queryFn: async (): Promise<Surroundings> =>
    (await post('/api/v1/rules/surroundings', { body: { text } })) as unknown as Surroundings,
});

/** The language for a text; null until the server has told what it needs. While another date is asked for, the last one stays. */
export function useRulesLanguage(text: string): { readonly language: Language | null; readonly fault: unknown; again(): void } {
  const asked = useAnswer({ ...surroundingsQuery(text), placeholderData: (before) => before });
  const told = asked.data;
  const language = useMemo(() => (told ? languageOf(told) : null), [told]);
  return { language, fault: asked.isError ? asked.error : null, again: () => void asked.refetch() };
}

function languageOf(told: Surroundings): Language {
  const env = environmentOf(told);
  return { told, env, service: createLanguageService(env) };
}

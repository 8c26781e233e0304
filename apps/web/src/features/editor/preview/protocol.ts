import type { PlanPreview, PreviewOptions, Surroundings } from '#dsl';

/** What the page and the worker say to each other. */

interface Numbered {
  readonly id: number;
}

export type Asked = { readonly ask: 'know'; readonly told: Surroundings } | (Numbered & Question);

export type Question =
  | { readonly ask: 'preview'; readonly text: string; readonly options: PreviewOptions }
  | { readonly ask: 'difference'; readonly before: string; readonly text: string; readonly language: 'vi' | 'en' };

export type Answer = Numbered &
  (
    | { readonly is: 'preview'; readonly preview: PlanPreview | null }
    | { readonly is: 'difference'; readonly lines: readonly string[] | null }
    | { readonly is: 'failed'; readonly why: string }
  );

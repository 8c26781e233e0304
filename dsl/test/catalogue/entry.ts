import type { Code } from '../../src/index.js';
import { HEADER, planWith, taskWith } from '../texts.js';

/** One form of the catalogue of what administrators write: the text that says it, and what comes of it. */
export interface CatalogueEntry {
  /** `A1` to `J10`. */
  readonly id: string;
  readonly text: string;
  /** A part of the rules, such as `tasks.0.deadline`, and what it must hold; or the diagnostic that must be there. */
  readonly gives: { readonly at: string; readonly holds: unknown } | { readonly code: Code };
}

const LEAD = 'chủ trì: [Sở Nội vụ]';

/** A task's deadline. */
export const due = (id: string, phrase: string, holds: unknown): CatalogueEntry => ({
  id,
  text: taskWith(`${LEAD}\nhạn: ${phrase}`),
  gives: { at: 'tasks.0.deadline', holds },
});

/** Lines of a task that has a lead and no date. */
export const task = (id: string, lines: string, holds: unknown): CatalogueEntry => ({
  id,
  text: taskWith(lines),
  gives: { at: 'tasks.0', holds },
});

/** Lines of a reporting regime. */
export const regime = (id: string, lines: string, holds: unknown): CatalogueEntry => ({
  id,
  text: planWith(`chế độ báo cáo "Kết quả"\n${lines}`),
  gives: { at: 'regimes.0', holds },
});

/** Lines of the plan itself. */
export const plan = (id: string, lines: string, holds: unknown): CatalogueEntry => ({
  id,
  text: `${HEADER}${lines}\n`,
  gives: { at: '', holds },
});

/** Items after the plan. */
export const items = (id: string, lines: string, holds: unknown): CatalogueEntry => ({
  id,
  text: planWith(lines),
  gives: { at: '', holds },
});

/** What the checks must say. */
export const caught = (id: string, text: string, code: Code): CatalogueEntry => ({ id, text, gives: { code } });

/** The pure modules of the page as specs see them: they are plain JavaScript, whose types stand in comments. */

declare module '*/public/format.js' {
  export interface Step {
    readonly when: 'before' | 'after';
    readonly amount: number;
    readonly unit: 'day' | 'workday';
  }
  export function formatDate(day: string): string;
  export function readDate(text: string): string | null;
  export function formatLongDate(day: string, language: 'vi' | 'en'): string;
  export function formatInstant(instant: string): string;
  export function readStep(step: string): Step | null;
  export function compareSteps(a: string, b: string): number;
  export function readPeriod(label: string): { key: string; args: Record<string, string | number> };
  export function onTimeShare(counts: { onTime: number; late: number; overdue: number }): number | null;
}

declare module '*/public/catalogue.js' {
  export const catalogue: { vi: Record<string, string>; en: Record<string, string> };
}

declare module '*/public/collate.js' {
  interface Named {
    readonly unit: { readonly tier: string; readonly name: string };
  }
  export function compareNames(a: string, b: string): number;
  export function compareTiers(a: string, b: string): number;
  export function foldText(text: string): string;
  export function inTreeOrder(nodes: readonly Named[]): Named[];
}

declare module '*/public/route.js' {
  export interface Route {
    readonly plan: string | null;
    readonly view: string;
    readonly detail: string | null;
  }
  export function readRoute(fragment: string): Route;
  export function writeRoute(route: Route): string;
}

declare module '*/public/rules-text.js' {
  export function markLine(line: string): { mark: string; text: string }[];
  export function linesOf(text: string): string[];
}

declare module '*/public/event-words.js' {
  export function detailsOf(event: { type: string; data: unknown }): unknown[];
  export function readRule(rule: string): unknown;
}

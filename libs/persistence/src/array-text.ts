/** What an array that travels as one parameter can hold. */
type Element = string | number | boolean | null | undefined;

/**
 * An array as PostgreSQL reads it: `{"a","b",null}`. JSON quotes as array literals do, but for control characters and halves of
 * surrogate pairs, and its writer is native: ten times as fast as the driver's own.
 */
export function arrayText(elements: readonly Element[]): string {
  return elements.some(isOdd) ? `{${elements.map(elementText).join()}}` : `{${JSON.stringify(elements).slice(1, -1)}}`;
}

/** True where JSON would write a character as an escape that array literals do not know. */
const isOdd = (element: Element): boolean => typeof element === 'string' && (hasControl.test(element) || !element.isWellFormed());

const hasControl = /\p{Cc}/u;

const elementText = (element: Element): string =>
  typeof element === 'string' ? `"${element.replace(/["\\]/g, '\\$&')}"` : String(element ?? null);

/** Parameters of a statement, its arrays written out. */
export const written = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (Array.isArray(value) ? arrayText(value as Element[]) : value));

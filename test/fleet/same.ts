/**
 * True where two values are the same part by part: what JSON would write of both is the same text, with maps and sets as the lists
 * of what is in them. Order counts, what is undefined does not.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [listA, listB] = [listOf(a), listOf(b)];
  if (listA && listB) return listA.length === listB.length && listA.every((part, index) => isSame(part, listB[index]));
  return !listA && !listB && hasSameFields(a as Fields, b as Fields);
}

type Fields = Readonly<Record<string, unknown>>;

function listOf(value: object): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value instanceof Map || value instanceof Set ? [...value] : undefined;
}

function hasSameFields(a: Fields, b: Fields): boolean {
  const [keysA, keysB] = [keysOf(a), keysOf(b)];
  return keysA.length === keysB.length && keysA.every((key, index) => key === keysB[index] && isSame(a[key], b[key]));
}

const keysOf = (of: Fields): readonly string[] => Object.keys(of).filter((key) => of[key] !== undefined);

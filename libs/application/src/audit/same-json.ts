/** True where two values are the same JSON: the order of keys and what is undefined apart. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return sameLists(a, b);
  return sameFields(a as Fields, b as Fields);
}

type Fields = Readonly<Record<string, unknown>>;

function sameFields(a: Fields, b: Fields): boolean {
  let count = 0;
  for (const key in a) {
    if (a[key] === undefined) continue;
    count += 1;
    if (!sameJson(a[key], b[key])) return false;
  }
  for (const key in b) if (b[key] !== undefined) count -= 1;
  return count === 0;
}

const sameLists = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, index) => sameJson(each, b[index]));

/** Most places that are named. */
const MOST = 20;

/** Where two values differ, as JSON Pointers, the first ones. */
export function pathsApart(a: unknown, b: unknown): readonly string[] {
  const paths: string[] = [];
  collect(a, b, { path: '', paths });
  return paths;
}

function collect(a: unknown, b: unknown, { path, paths }: { readonly path: string; readonly paths: string[] }): void {
  if (paths.length >= MOST || sameJson(a, b)) return;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) {
    paths.push(path);
    return;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const name = key.replaceAll('~', '~0').replaceAll('/', '~1');
    collect((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], { path: `${path}/${name}`, paths });
  }
}

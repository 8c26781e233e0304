/** A package as the lock file has it. */
export interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  /** Not needed to run. */
  readonly dev?: boolean;
  /** Left out where it does not fit the machine. */
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The lock file. */
export interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

/** Licences (SPDX) of what is handed on: they ask for a notice, and nothing of the product itself. */
export const HANDED_ON: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
]);
/** Also of what is only worked with: none of it leaves the house. */
export const WORKED_WITH: ReadonlySet<string> = new Set([...HANDED_ON, 'CC-BY-4.0', 'MPL-2.0']);

/** Whether an SPDX expression is met by licences: of `OR` one, of `AND` all. */
export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const parts = expression.replaceAll(/[()]/g, '').split(/\s+OR\s+/);
  const isMixed = parts.length > 1 && /\sAND\s/.test(expression);
  return !isMixed && parts.some((part) => part.split(/\s+AND\s+/).every((each) => allowed.has(each.trim())));
}

/** The name of a package, by its place in the lock file. */
const nameOf = (place: string): string => place.split('node_modules/').at(-1) ?? '';

/** Places of all that packages need to run, themselves included; any version where several are there. */
export function neededBy(names: readonly string[], { packages }: Lock): ReadonlySet<string> {
  const places = Map.groupBy(Object.keys(packages), nameOf);
  const found = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const place of places.get(name) ?? []) {
      if (found.has(place)) continue;
      found.add(place);
      const { dependencies = {}, peerDependencies = {} } = packages[place] ?? {};
      open.push(...Object.keys(dependencies), ...Object.keys(peerDependencies));
    }
  }
  return found;
}

/**
 * What is wrong with the licences and the integrity of locked packages, a line each.
 * @param bundled packages that are worked with and bundled for browsers: handed on, too
 */
export function supplyFaults(lock: Lock, bundled: readonly string[]): readonly string[] {
  const inBrowsers = neededBy(bundled, lock);
  return Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .flatMap(([place, { version, license, integrity, resolved, dev, optional }]) => {
      const known = license ?? (optional ? 'MIT' : 'none'); // bindings for other machines are not looked at here
      const allowed = dev && !inBrowsers.has(place) ? WORKED_WITH : HANDED_ON;
      const named = `${nameOf(place)} ${version}`;
      return [
        ...(isAllowed(known, allowed) ? [] : [`${named}: licence ${known}`]),
        ...(integrity?.startsWith('sha512-') || optional ? [] : [`${named}: no hash (sha512)`]),
        ...(resolved === undefined ? [] : [`${named}: from ${resolved}`]),
      ];
    });
}

/**
 * What this page itself has made of unit plans: whoever acts twice in quick succession may still see the version from before the first
 * act, and is not to be told that somebody else was faster. Others' changes in between are nobody's own: the server then refuses.
 */
const made = new Map<string, number>();
const underWay = new Map<string, Promise<unknown>>();
/** Acts that are remembered: more than anybody does while a page catches up. */
const MOST = 200;

interface Place {
  readonly plan: string;
  readonly unit: string;
}

interface Written {
  readonly version: number;
}

const keyOf = ({ plan, unit }: Place): string => `${plan}\n${unit}`;

/** The version that is seen, or that which own acts alone have made of it since. Waits for one that is under way. */
export async function ownVersion(place: Place, seen: number): Promise<number> {
  await underWay.get(keyOf(place))?.catch(() => undefined);
  let version = seen;
  const after = (): number | undefined => made.get(`${keyOf(place)}\n${version}`);
  for (let next = after(); next !== undefined; next = after()) version = next;
  return version;
}

/** Notes what an act on a version makes of it. */
export async function noting(place: Place, on: number, act: () => Promise<Written>): Promise<void> {
  const acting = act();
  underWay.set(keyOf(place), acting);
  try {
    const { version } = await acting;
    if (made.size >= MOST) made.clear();
    if (version > on) made.set(`${keyOf(place)}\n${on}`, version);
  } finally {
    if (underWay.get(keyOf(place)) === acting) underWay.delete(keyOf(place));
  }
}

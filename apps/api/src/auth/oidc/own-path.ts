const NOWHERE = 'http://thac.invalid';
const LONGEST = 1_000;

/** A path of this server as it was asked for; `/` for whatever leads elsewhere, or back to signing in. */
export function ownPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, NOWHERE);
  const isElsewhere = origin !== NOWHERE || pathname.startsWith('//') || pathname.startsWith('/sign-in');
  return isElsewhere ? '/' : `${pathname}${search}${hash}`;
}

/** A page of the server's own, from which one comes back to this page. */
export const toReturnTo = (place: '/sign-in' | '/account'): string =>
  `${place}?to=${encodeURIComponent(`${location.pathname}${location.search}`)}`;

/** Where to sign in. */
export const signInHere = (): string => toReturnTo('/sign-in');

/** Where to sign in; leads back to this page. */
export const signInHere = (): string => `/sign-in?to=${encodeURIComponent(`${location.pathname}${location.search}`)}`;

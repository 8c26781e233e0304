/** Addresses within the page, as fragments: `#/239-KH-UBND_2022-06-30_vn-10/cascade/vn-10.086`. Pure. */

/** @typedef {'overview' | 'cascade' | 'rules'} View */
/** @typedef {{plan: string | null, view: View, detail: string | null}} Route `detail`: a unit in the cascade, a line of the rules */

/** @type {readonly View[]} */
export const VIEWS = ['overview', 'cascade', 'rules'];

/** @param {string} fragment @returns {Route} */
export function readRoute(fragment) {
  const [plan, view, detail] = fragment.replace(/^#\/?/, '').split('/').map(decode);
  return {
    plan: plan || null,
    view: VIEWS.find((known) => known === view) ?? 'overview',
    detail: detail || null,
  };
}

/** Without a plan there is only the start. @param {Route} route @returns {string} */
export const writeRoute = ({ plan, view, detail }) =>
  plan === null ? '#/' : `#/${[plan, view, ...(detail === null ? [] : [detail])].map(encodeURIComponent).join('/')}`;

/** A broken escape is taken as it stands. @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

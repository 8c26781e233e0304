import type { LocalDate } from '#engine';
import { type Grant, type GrantId, type Right, type Role, ROLES, type Subject, type UserId } from '#identity';

const ALWAYS = { from: '1900-01-01' as LocalDate, until: null };

/** A right that counts now. */
export const rightNow = (role: Role, unit: Grant['unit'] = null, reach: Grant['reach'] = 'subtree'): Right => ({
  grant: { id: `test-${role}` as GrantId, role, unit, reach, ...ALWAYS },
  lender: null,
  delegation: null,
  state: 'now',
  ...ALWAYS,
});

/** Somebody who may do everything everywhere: for specs about something else than who may do what. */
export const EVERYBODY: Subject = {
  user: 'u-test' as UserId,
  isBlocked: false,
  isStrong: true,
  mayWrite: true,
  rights: ROLES.map((role) => rightNow(role)),
};

/** Lets in whoever shows nothing, as {@link EVERYBODY}. */
export const openDoor = (): Subject => EVERYBODY;

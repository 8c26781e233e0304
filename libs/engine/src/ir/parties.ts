import type { UnitClass, UnitId } from './directory.js';

/** Where a rule stands in the text: offsets in UTF-16 units, line and column from 1. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** The person at the head of a unit rather than the unit; the work counts at the unit's tier either way. */
interface Post {
  readonly post?: 'head';
}

/**
 * Who a clause names: one unit, each unit of a class below the issuer (or below `within`), each unit of a list, a committee that
 * acts through its standing office, or a group that only its lead can name.
 */
export type Actor =
  | ({ readonly kind: 'unit'; readonly unit: UnitId } & Post)
  | ({ readonly kind: 'each'; readonly name: string; readonly of: UnitClass; readonly within?: UnitId } & Post)
  | ({ readonly kind: 'listed'; readonly name: string; readonly units: readonly UnitId[] } & Post)
  | { readonly kind: 'committee'; readonly name: string; readonly office: UnitId; readonly members: readonly UnitId[] }
  | { readonly kind: 'open'; readonly text: string };

/**
 * Whom a document goes to: one unit, the direct superior of whoever sends it, or, by sector, the lead of each task that it
 * reports on: one report split among several departments.
 */
export type Addressee =
  | { readonly kind: 'unit'; readonly unit: UnitId }
  | { readonly kind: 'superior' }
  | { readonly kind: 'sector' };

/** Who a document passes through: one unit, or the unit of that local name below the addressee. */
export type Via = { readonly kind: 'unit'; readonly unit: UnitId } | { readonly kind: 'local'; readonly name: string };

/** To whom: the unit that owes, the plan’s focal point, the direct superior of the unit that owes, or one unit. */
export type EscalationTarget =
  | { readonly kind: 'lead' | 'focal' | 'superior' }
  | { readonly kind: 'unit'; readonly unit: UnitId };

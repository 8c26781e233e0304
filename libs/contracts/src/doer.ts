/** Who did something in a unit's name, and by what right. Opaque ids alone: who that is lies outside the log. */
export interface Doer {
  readonly person: string;
  /** The role that let them. */
  readonly role: string | null;
  /** The grant of that role. */
  readonly grant: string | null;
  /** Who had lent the right; absent where it was their own. */
  readonly lender?: string;
}

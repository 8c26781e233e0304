/**
 * Which rows somebody sees and writes while one thing is asked of the system: worked out from their rights, and held to by the
 * database itself, whatever a query says. Ids are plain texts; `*` stands for all.
 */
export interface RowScope {
  readonly tenant: string;
  /** The action, where the asker's rights reach what it is about; empty where they do not: nothing is seen then. */
  readonly action: string;
  /** Who asks. */
  readonly user: string;
  /** Units whose work is seen. */
  readonly units: '*' | readonly string[];
  /** A unit of which all that lies, or lay, below it is seen, too. */
  readonly within: string | null;
  /** A plan whose cascade is seen as a whole. */
  readonly plan: string | null;
  /** A unit that sees what was handed in to it, by whomever. */
  readonly desk: string | null;
  /** The unit in whose name something is recorded. */
  readonly actor: string | null;
  /** Users who are looked after. */
  readonly people: '*' | readonly string[];
  /** The unit for which a role is granted. */
  readonly grants: '*' | string | null;
}

/** The newest checkpoint of a log: how many events it covers, the signed note, and the key that it was signed with. */
export interface Newest {
  readonly size: number;
  readonly note: string;
  readonly key: string;
}

/** A tenant's log up to its newest checkpoint. */
export interface SealedLogAt extends Newest {
  readonly tenant: string;
}

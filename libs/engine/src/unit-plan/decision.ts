/** An expected "no". Data, not an exception: a batch returns thousands of them. Wording lives with whoever shows it. */
export interface Rejection<C extends string = string> {
  /** Stable, dotted: `item.already-submitted`. */
  readonly code: C;
  /** The names and numbers of the case, for the wording. */
  readonly args: Readonly<Record<string, string>>;
}

/** What a command comes to: events (none where there is nothing to do), or a refusal. */
export type Decision<E, C extends string = string> =
  | { readonly ok: true; readonly events: readonly E[] }
  | { readonly ok: false; readonly rejection: Rejection<C> };

/** A decision with these events; none where there is nothing to do. */
export const accept = <E>(...events: readonly E[]): Decision<E, never> => ({ ok: true, events });

/** A refusal. */
export const reject = <C extends string>(code: C, args: Readonly<Record<string, string>> = {}): Decision<never, C> => ({
  ok: false,
  rejection: { code, args },
});

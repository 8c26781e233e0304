import assert from 'node:assert/strict';

/** What a decider answers: events, or an expected "no" with a stable code. */
type Decision<E> =
  | { readonly ok: true; readonly events: readonly E[] }
  | { readonly ok: false; readonly rejection: { readonly code: string } };

/** A pure decider: state from events, events from a command and the state. */
export interface Decider<S, C, E> {
  fold(events: readonly E[]): S | undefined;
  decide(command: C, state: S | undefined): Decision<E>;
}

/** What may follow `given(…).when(…)`. Each throws an AssertionError that shows what was decided instead. */
export interface Outcome<E> {
  /** Exactly these events, compared whole and in order. */
  then(...events: readonly E[]): void;
  /** Accepted, and nothing happened. */
  thenNothing(): void;
  thenRejected(code: string): void;
}

/** `given(events).when(command)`, then an {@link Outcome}. */
export type Given<C, E> = (...events: readonly E[]) => { when(command: C): Outcome<E> };

/** Reads a decider's specification as sentences: `given(planned).when(reschedule).then(rescheduled)`. */
export function specificationOf<S, C, E>({ fold, decide }: Decider<S, C, E>): Given<C, E> {
  return (...events) => ({
    when: (command) => {
      const decision = decide(command, fold(events));
      const decided = (...expected: readonly E[]): void => assert.deepEqual(decision, { ok: true, events: expected });
      return {
        // oxlint-disable-next-line unicorn/no-thenable -- reads as a sentence, and nobody awaits an outcome
        then: decided,
        thenNothing: () => decided(),
        thenRejected: (code) => assert.equal(decision.ok ? 'accepted' : decision.rejection.code, code),
      };
    },
  });
}

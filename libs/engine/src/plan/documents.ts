import type { DocumentChange } from '../ir/follow-up-rule.js';
import type { PlanId } from '../ir/plan-rules.js';
import type { UnitId } from '../ir/directory.js';
import type { Instant, LocalDate } from '../time/local-date.js';
import type { DocumentRef } from '../unit-plan/derived.js';

/** What one document says of a plan that is running: unit plans react to it, each when the clock next comes by. */
export type DocumentEvent =
  /** Something that work of the plan waits for has happened, or a case that a task is bound to is there. */
  | {
      readonly type: 'OutsideEventDeclared';
      readonly data: {
        readonly plan: PlanId;
        /** As the text of the plan names it. */
        readonly event: string;
        readonly on: LocalDate;
        readonly document: DocumentRef | null;
        /** Only for these units; null for all. */
        readonly units: readonly UnitId[] | null;
      };
    }
  /** The plan is changed: deadlines put off, clocks stopped, tasks taken back. */
  | {
      readonly type: 'PlanAmended';
      readonly data: {
        readonly plan: PlanId;
        /** The amending plan, where it is one; null for a dispatch. */
        readonly by: PlanId | null;
        readonly document: DocumentRef;
        readonly changes: readonly PlanChange[];
      };
    }
  /** The plan holds no longer: all of its open work ends. */
  | {
      readonly type: 'PlanEnded';
      readonly data: {
        readonly plan: PlanId;
        readonly how: 'replaced' | 'repealed' | 'withdrawn';
        readonly by: PlanId | null;
        readonly document: DocumentRef;
      };
    };

/** A change that a document orders; it has no place in a text where a person has entered it. */
export type PlanChange = DistributiveOmit<DocumentChange, 'place'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A recorded document: its key is that of no other of the tenant, and tells the order. */
export type Fact = DocumentEvent & { readonly at: Instant; readonly key: string };

/** Stream of the documents that change running plans: one for each tenant. */
export const DOCUMENTS_STREAM = 'documents';

/** Facts by the plan that they speak of, in the order of recording. */
export type Facts = ReadonlyMap<PlanId, readonly Fact[]>;

/** Facts with further ones added; `version` is that of each event in the stream. */
export function foldDocuments(facts: Facts, added: readonly { event: DocumentEvent; at: Instant; version: number }[]): Facts {
  const folded = new Map(facts);
  for (const { event, at, version } of added) {
    const fact: Fact = { ...event, at, key: String(version).padStart(9, '0') };
    folded.set(event.data.plan, [...(folded.get(event.data.plan) ?? []), fact]);
  }
  return folded;
}

/** What a span says of itself: names of routes and tenants and numbers, never what somebody wrote. */
export type SpanFacts = Readonly<Record<string, string | number>>;

/** One request while it is answered. */
export interface RequestSpan {
  /** Runs what answers it: spans begun inside are its children. */
  run(work: () => void): void;
  end(facts: { readonly method: string; readonly route: string; readonly status: number }): void;
}

/** Tells how long things took, and within what. */
export interface Tracing {
  /** A request begins; `traceparent` as the caller sent it (W3C Trace Context). */
  request(traceparent: string | undefined): RequestSpan;
  /** Runs work within a span; a failure is noted and thrown on. */
  span<T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T>;
  /** Sends what has not been sent. */
  close(): Promise<void>;
}

import type { Doer } from '#contracts';
import type { AppendOptions, NewEvent, StreamWrite } from './port.js';

/** Writes whose acts and facts name who did them; what the engine works out on the way is nobody's. */
export function signed(writes: readonly StreamWrite[], { by }: AppendOptions): readonly StreamWrite[] {
  if (by === undefined) return writes;
  return writes.map((write) => ({ ...write, events: write.events.map((event) => signedEvent(event, write, by)) }));
}

/** Acts name a unit. Facts of the house name none, and come by no rule. */
const signedEvent = (event: NewEvent, { isFact }: StreamWrite, by: Doer): NewEvent =>
  event.actor !== null || (isFact === true && event.because === null) ? { ...event, by } : event;

/** What is kept of an event's reasons: a text of JSON, or null. Who did it stands among them, so that the log's proof holds it. */
export function reasonsText({ because, by }: Pick<NewEvent, 'because' | 'by'>): string | null {
  const reasons = by === undefined ? because : { ...(because as object | null), by };
  return reasons === null || reasons === undefined ? null : JSON.stringify(reasons);
}

/** The reasons of an event from the text that is kept of them. */
export function reasonsOf(text: string | null): Pick<NewEvent, 'because' | 'by'> {
  const reasons: unknown = text === null ? null : JSON.parse(text);
  if (typeof reasons !== 'object' || reasons === null || !('by' in reasons)) return { because: reasons };
  const { by, ...because } = reasons as { readonly by: Doer };
  return { because: Object.keys(because).length === 0 ? null : because, by };
}

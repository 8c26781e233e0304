import type { NewEvent } from '#event-store';
import { sameJson } from '../same-json.js';

/** True where a recorded event is what the engine makes. */
export const isSame = (computed: NewEvent, recorded: NewEvent): boolean =>
  computed.type === recorded.type &&
  computed.at === recorded.at &&
  computed.actor === recorded.actor &&
  sameJson(computed.data, recorded.data) &&
  sameJson(computed.because, recorded.because);

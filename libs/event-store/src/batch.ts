import type { StreamWrite } from './port.js';

/**
 * The writes of one batch, each to a stream of its own.
 * @throws TypeError where a stream is named twice: neither write could have seen the other
 */
export function distinct(writes: readonly StreamWrite[]): readonly StreamWrite[] {
  const seen = new Set<string>();
  for (const { stream } of writes) {
    if (seen.has(stream)) throw new TypeError(`a batch writes to stream ${stream} twice`);
    seen.add(stream);
  }
  return writes;
}

import { UsageFault } from './faults.js';
import { fromHouse } from './house.js';
import { Server } from './server.js';
import type { Typed } from './verb.js';

/** Where a command looks: a running server, or a folder that is simulated. */
export type Source = { readonly server: Server; readonly folder: null } | { readonly server: null; readonly folder: string };

/** The example that comes along. */
export const EXAMPLE = 'examples/lao-cai-2022';

/** The server that `--server` names, else the folder that was typed, else the example. */
export function sourceOf(typed: Typed): Source {
  const address = typed.value('server');
  if (address === undefined) return { server: null, folder: typed.words[0] ?? fromHouse(EXAMPLE) };
  if (typed.value('until') !== undefined) {
    throw new UsageFault(
      { vi: '--until không dùng cùng --server.', en: '--until does not go with --server.' },
      { vi: 'Bỏ một trong hai.', en: 'Leave one of them out.' },
    );
  }
  return { server: new Server(address), folder: null };
}

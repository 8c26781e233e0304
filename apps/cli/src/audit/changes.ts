import { changes, type ChangesAsked } from '#workflow';
import { CHANGE_KINDS, type ChangeKind } from '#contracts';
import type { AuditChange } from '#contracts';
import { shownDate } from '../dates.js';
import { EXIT } from '../exit-codes.js';
import { UsageFault } from '../faults.js';
import type { Terminal } from '../terminal.js';
import type { Run, Typed } from '../verb.js';
import { serverOf } from './ask-server.js';
import { neededMoment, withLog } from './replay-log.js';

/** `thac audit changes --from WHEN --to WHEN`: a line for each, or one JSON object a line. */
export const runChanges: Run = async (typed, terminal) => {
  const asked = askedOf(typed);
  const server = serverOf(typed);
  const tell = async (found: AsyncIterable<AuditChange>): Promise<void> => {
    for await (const change of found) terminal.out(typed.flag('json') ? JSON.stringify(change) : line(change, terminal));
  };
  if (server) await tell(server.all<AuditChange>('audit/changes', queryOf(asked)));
  else await withLog(typed, terminal, ({ log, tenant }) => tell(changes(log, tenant, asked)));
  return EXIT.ok;
};

const queryOf = ({ recorded, ...asked }: ChangesAsked): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)])),
  ...(recorded === true && { recorded: 'true' }),
});

function askedOf(typed: Typed): ChangesAsked {
  const [plan, unit] = [typed.value('plan'), typed.value('unit')];
  const kind = kindOf(typed.value('kind'));
  return {
    from: neededMoment(typed, 'from'),
    to: neededMoment(typed, 'to'),
    recorded: typed.flag('recorded'),
    ...(plan !== undefined && { plan }),
    ...(unit !== undefined && { unit }),
    ...(kind !== undefined && { kind }),
  };
}

function kindOf(text: string | undefined): ChangeKind | undefined {
  const found = CHANGE_KINDS.find((kind) => kind === text);
  if (text === undefined || found) return found;
  const known = CHANGE_KINDS.join(', ');
  throw new UsageFault(
    { vi: `--kind: không có “${text}”.`, en: `--kind: there is no “${text}”.` },
    { vi: `Dùng: ${known}.`, en: `Use one of: ${known}.` },
  );
}

const line = ({ position, at, unit, plan, said }: AuditChange, { language }: Terminal): string =>
  `${position} ${shownDate(at.slice(0, 10), language)} ${at.slice(11, 16)} ${unit ?? plan ?? '·'} ${said[language]}`;

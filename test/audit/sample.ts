import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LeafEvent } from '#audit';
import { chosenFrom, sealedLog } from '#testing';

const UNIT_PLAN = 'unit-plan/12-KH-UBND/vn-10.086';

/** Six events of an invented unit plan. */
const EVENTS: readonly LeafEvent[] = [
  ['UnitPlanDerived', null, '2022-01-10T08:00:00+07:00', { items: ['1'] }, { rule: 'cascade', line: 9 }],
  ['ItemReceived', 'vn-10.086', '2022-01-12T09:30:00+07:00', { item: '1' }, null],
  ['StepTaken', null, '2022-09-23T00:00:00+07:00', { item: '1', step: 'before-5wd' }, { rule: 'before-5wd', line: 22 }],
  ['ItemSubmitted', 'vn-10.086', '2022-10-04T16:10:00+07:00', { item: '1', note: 'Nộp chậm' }, null],
  ['ItemReturned', 'vn-10', '2022-10-06T10:00:00+07:00', { item: '1', reason: 'Thiếu danh sách' }, null],
  ['ItemSubmitted', 'vn-10.086', '2022-10-10T15:00:00+07:00', { item: '1', note: 'Đã bổ sung' }, null],
].map(([type, actor, at, data, because], index) => ({
  position: index + 1,
  stream: UNIT_PLAN,
  version: index + 1,
  type: String(type),
  v: 1,
  at: String(at),
  actor: actor === null ? null : String(actor),
  recordedAt: `${new Date(String(at)).toISOString().slice(0, 19)}.250000Z`,
  data: JSON.stringify(data),
  because: because === null ? null : JSON.stringify(because),
}));

/** Files of the sample that the documentation shows, by name. */
export function sampleFiles(): Readonly<Record<string, string>> {
  const log = sealedLog(EVENTS, { every: 3 });
  const text = log.lines.join('');
  const rewritten = sealedLog(
    EVENTS.map((event) => (event.position === 4 ? { ...event, at: '2022-09-29T16:10:00+07:00' } : event)),
    { every: 3 },
  );
  return {
    'log.ndjson': text,
    'altered.ndjson': text.replace('2022-10-04T16:10:00+07:00', '2022-09-29T16:10:00+07:00'),
    'rewritten.ndjson': rewritten.lines.join(''),
    'rolled-back.ndjson': sealedLog(EVENTS.slice(0, 3)).lines.join(''),
    'part.ndjson': chosenFrom(log, 'plan:12-KH-UBND', (stream) => stream === UNIT_PLAN).lines.join(''),
    'kept.txt': log.notes.join(''),
    'public-key.txt': `${log.keyText}\n`,
  };
}

/** `node dist/test/audit/sample.js` writes them anew. */
if (import.meta.main) {
  const folder = path.join(process.cwd(), 'docs/assets/audit');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(sampleFiles())) writeFileSync(path.join(folder, name), text);
}

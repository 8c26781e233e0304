import { describe, expect, it } from '@jest/globals';
import {
  eventArchive,
  eventHash,
  eventLine,
  ExportVerifier,
  type LeafEvent,
  leafBytes,
  sayFinding,
  type Trust,
  type Verdict,
} from '#audit';
import { chosenFrom, endedLines, knownKey, leafEvents, type SealedLog, sealedLog, sealedPersons } from '#testing';

const log = sealedLog(leafEvents(35));
const [ten = '', twenty = '', , last = ''] = log.notes;
const trust: Trust = { keys: [log.keyText], kept: [last] };

function verdictOn(lines: readonly string[], trusting: Trust = trust): Verdict {
  const verifier = new ExportVerifier(trusting);
  for (const line of lines) if (!verifier.push(Buffer.from(line))) break;
  return verifier.finish();
}

/** The log as somebody would have it who also writes its hashes anew, and signs with a key. */
const forged = (events: readonly LeafEvent[], key = log.key): SealedLog =>
  sealedLog(
    events.map((event, index) => ({ ...event, position: index + 1 })),
    { key },
  );
const lineOf = (position: number): number =>
  log.lines.findIndex((line) => line.startsWith(`{"kind":"event","position":${position},`));

describe('An export', () => {
  it('holds as it was written, in pieces of any size, with each of its checkpoints kept', () => {
    const bytes = Buffer.from(log.lines.join(''));
    for (const step of [1, 7, 1_000, bytes.length]) {
      const verifier = new ExportVerifier({ kept: log.notes });
      for (let at = 0; at < bytes.length; at += step) verifier.push(bytes.subarray(at, at + step));
      expect(verifier.finish()).toMatchObject({ ok: true, tenant: 'vn-10', events: 35, checkpoints: 4, kept: 4, finding: null });
    }
  });

  it('that was altered names the event, what was sealed of it and what is found', () => {
    const [event] = log.events.slice(16);
    const changed = { ...event!, data: '{"item":"99"}' };
    const lines = log.lines.with(lineOf(17), eventLine(changed, eventHash('vn-10', event!)));
    expect(verdictOn(lines).finding).toEqual({
      kind: 'altered',
      line: lineOf(17) + 1,
      position: 17,
      until: 17,
      expected: eventHash('vn-10', event!).toString('base64'),
      found: eventHash('vn-10', changed).toString('base64'),
    });
  });

  it.each<[keyof LeafEvent, unknown]>([
    ['stream', 'unit-plan/other'],
    ['version', 99],
    ['type', 'ItemAccepted'],
    ['v', 2],
    ['at', '2022-07-02T08:00:16+07:00'],
    ['actor', null],
    ['actor', ''],
    ['recordedAt', '2022-07-01T01:00:16.123457Z'],
    ['data', `${log.events[16]!.data} `],
    ['because', 'null'],
  ])('whose event has another %s (%j) does not hold', (field, value) => {
    const event = { ...log.events[16]!, [field]: value };
    const lines = log.lines.with(lineOf(17), eventLine(event, eventHash('vn-10', log.events[16]!)));
    expect(verdictOn(lines).finding).toMatchObject({ kind: 'altered', position: 17 });
    const withHash = log.lines.with(lineOf(17), eventLine(event, eventHash('vn-10', event)));
    expect(verdictOn(withHash).finding).toMatchObject({ kind: 'root', position: 11, until: 20 });
  });

  it('that lacks an event, has one twice or two in another order says where', () => {
    expect(verdictOn(log.lines.toSpliced(lineOf(5), 1)).finding).toMatchObject({ kind: 'position', position: 5, found: '6' });
    expect(verdictOn(log.lines.toSpliced(lineOf(5), 0, log.lines[lineOf(4)]!)).finding).toMatchObject({
      position: 5,
      found: '4',
    });
    const swapped = log.lines.with(lineOf(5), log.lines[lineOf(6)]!).with(lineOf(6), log.lines[lineOf(5)]!);
    expect(verdictOn(swapped).finding).toMatchObject({ kind: 'position', position: 5, found: '6' });
  });

  it('that is cut says from which event on', () => {
    expect(verdictOn(log.lines.slice(0, lineOf(30))).finding).toMatchObject({ kind: 'truncated', position: 30 });
    expect(verdictOn(log.lines.slice(0, -1)).finding).toMatchObject({ kind: 'truncated', position: 36 });
    expect(verdictOn([log.lines.join('').slice(0, -1)]).finding).toMatchObject({ kind: 'truncated' });
    expect(verdictOn([]).finding).toMatchObject({ kind: 'truncated', position: 1 });
    expect(verdictOn([...log.lines.slice(0, lineOf(31)), log.lines.at(-1)!]).finding).toMatchObject({
      kind: 'truncated',
      position: 31,
    });
  });

  it('with more behind its end, of another form or another version does not hold', () => {
    expect(verdictOn([...log.lines, '\n']).finding).toMatchObject({ kind: 'malformed' });
    const manifest = (change: (line: string) => string) => verdictOn(log.lines.with(0, change(log.lines[0]!))).finding;
    expect(manifest((line) => line.replace('"version":2', '"version":1'))).toMatchObject({ kind: 'version', found: '1' });
    expect(manifest((line) => line.replace('"version":2', '"version": 2'))).toMatchObject({ kind: 'malformed', line: 1 });
    expect(manifest((line) => line.replace('"vn-10"', '"vn-11"'))).toMatchObject({ kind: 'key' });
    expect(manifest((line) => line.replace('"size":35', '"size":36'))).toMatchObject({ kind: 'truncated', position: 36 });
    expect(manifest((line) => line.replace('"size":35', '"size":34'))).toMatchObject({ kind: 'end' });
    expect(manifest((line) => `\u{feff}${line}`)).toMatchObject({ kind: 'malformed', line: 1 });
    expect(manifest((line) => line.replace('}', ',"x":1}'))).toMatchObject({ kind: 'malformed', line: 1 });
    expect(verdictOn([log.lines[1]!]).finding).toMatchObject({ kind: 'malformed', line: 1 });
  });
});

describe('A log that was written anew, hashes and checkpoints and all', () => {
  const rewritten = forged(log.events.with(16, { ...log.events[16]!, data: '{}' }));
  const inserted = forged(log.events.toSpliced(16, 0, { ...log.events[0]!, data: '{}' }));
  const deleted = forged(log.events.toSpliced(16, 1));

  it('is found out by what was kept, between the last that holds and the first that does not', () => {
    for (const { lines } of [rewritten, inserted, deleted]) {
      expect(verdictOn(lines, {}).ok).toBe(true);
      const { finding, kept } = verdictOn(lines, { kept: [ten, twenty, last] });
      expect([kept, finding]).toEqual([1, expect.objectContaining({ kind: 'forked', position: 11, until: 20 })]);
    }
  });

  it('is found out by the key, where another one has signed it', () => {
    const { lines } = forged(log.events, knownKey('vn-10', 8));
    expect(verdictOn(lines, {}).ok).toBe(true);
    expect(verdictOn(lines, { keys: [log.keyText] }).finding).toMatchObject({ kind: 'key', line: 1 });
    expect(verdictOn(lines, { kept: [last] }).finding).toMatchObject({ kind: 'kept', line: 1 });
  });

  it('is found out where it was rolled back to what was true once', () => {
    const older = forged(log.events.slice(0, 20));
    expect(verdictOn(older.lines, { kept: [ten, twenty] })).toMatchObject({ ok: true, kept: 2 });
    expect(verdictOn(older.lines).finding).toMatchObject({ kind: 'rolled-back', position: 21, until: 35, expected: '35' });
  });
});

describe('A key that was changed for another', () => {
  it('still lets what was kept under the old one be checked', () => {
    const { lines, keyText: fresh } = forged(log.events, knownKey('vn-10', 8));
    expect(verdictOn(lines, { keys: [log.keyText, fresh], kept: [twenty] })).toMatchObject({ ok: true, kept: 1 });
  });
});

describe('A leaf', () => {
  it('has the form that is written down, and no two events one leaf', () => {
    const [, event] = log.events;
    expect(leafBytes('vn-10', event!).subarray(0, 26).toString('hex')).toBe(
      `${Buffer.from('thac-leaf/1\n').toString('hex')}00000005${Buffer.from('vn-10').toString('hex')}0000000132`,
    );
    expect(leafBytes('vn-10', { ...event!, actor: null })).not.toEqual(leafBytes('vn-10', { ...event!, actor: '' }));
    expect(leafBytes('vn-1', { ...event!, position: 2 })).not.toEqual(leafBytes('vn-10', event!));
    expect(leafBytes('a', { ...event!, stream: 'bc' })).not.toEqual(leafBytes('ab', { ...event!, stream: 'c' }));
  });
});

describe('Every finding', () => {
  it('is said in both languages', () => {
    const { finding } = verdictOn(log.lines.slice(0, 3));
    const { vi, en } = sayFinding(finding!);
    expect([vi, en]).toEqual(['thiếu phần cuối', 'the end is missing']);
  });
});

describe('Chosen events of a log', () => {
  const chosen = chosenFrom(log, 'plan:1', (stream) => !stream.endsWith('2'));
  const count = chosen.lines.filter((line) => line.startsWith('{"kind":"event"')).length;

  it('hold, each by its proof, under the checkpoint that was kept', () => {
    expect(count).toBe(24);
    expect(verdictOn(chosen.lines)).toMatchObject({ ok: true, scope: 'plan:1', events: count, checkpoints: 1, kept: 1 });
    expect(verdictOn(chosen.lines, { kept: [ten] })).toMatchObject({ ok: true, kept: 0 });
  });

  it('do not hold under a checkpoint of another history, nor under a later one', () => {
    const rewritten = forged(log.events.with(3, { ...log.events[3]!, data: '{}' })).notes.at(-1)!;
    expect(verdictOn(chosen.lines, { kept: [rewritten] }).finding).toMatchObject({ kind: 'forked', until: 35 });
    const later = sealedLog(leafEvents(36)).notes.at(-1)!;
    expect(verdictOn(chosen.lines, { kept: [later] }).finding).toMatchObject({ kind: 'rolled-back', until: 36, found: '35' });
  });

  it('show which of a stream is missing, and that one was slipped in', () => {
    const at = chosen.lines.findIndex((line) => line.includes('"position":4,'));
    const without = endedLines(chosen.lines.toSpliced(at, 2));
    expect(verdictOn(without).finding).toMatchObject({ kind: 'gap', position: 7, expected: '2', found: '3' });
    const own = { ...log.events[4]!, position: 5, version: 1, stream: 'note/own' };
    const proof = chosen.lines[at + 1]!.replace('"position":4,', '"position":5,');
    const slipped = endedLines(chosen.lines.toSpliced(at + 2, 0, eventLine(own, eventHash('vn-10', own)), proof));
    expect(verdictOn(slipped).finding).toMatchObject({ kind: 'unproved', position: 5 });
  });
});

describe('One event of a log', () => {
  const alone = chosenFrom(log, 'event:17', (_, position) => position === 17);

  it('holds by its proof, whatever is not there of its stream', () => {
    expect(verdictOn(alone.lines)).toMatchObject({ ok: true, scope: 'event:17', events: 1, checkpoints: 1, kept: 1 });
    const [, , , proof = ''] = alone.lines;
    const { hashes } = JSON.parse(proof) as { readonly hashes: readonly string[] };
    const event = log.events[16]!;
    const written = eventArchive({
      tenant: 'vn-10',
      event,
      leaf: eventHash('vn-10', event),
      size: 35,
      note: last,
      key: log.keyText,
      proof: hashes.map((each) => Buffer.from(each, 'base64')),
    });
    expect(written).toBe(alone.lines.join(''));
  });

  it('does not hold where it was altered, nor as another than it says', () => {
    const changed = { ...log.events[16]!, data: '{}' };
    const lines = endedLines(alone.lines.with(2, eventLine(changed, eventHash('vn-10', changed))));
    expect(verdictOn(lines).finding).toMatchObject({ kind: 'unproved', position: 17 });
    const renamed = endedLines(alone.lines.with(0, alone.lines[0]!.replace('event:17', 'event:18')));
    expect(verdictOn(renamed).finding).toMatchObject({ kind: 'gap', position: 17 });
  });
});

describe('Persons of an export', () => {
  const withPersons = sealedLog(leafEvents(12), { persons: sealedPersons() });
  const key = `{"kind":"key","person":"p-1","key":"${Buffer.alloc(32, 3).toString('base64')}"}\n`;
  const at = withPersons.lines.findIndex((line) => line.startsWith('{"kind":"person"'));
  const changed = (change: (lines: readonly string[]) => readonly string[]): Verdict =>
    verdictOn(endedLines(change(withPersons.lines)), {});

  it('are counted, with keys or without, and are no part of the log', () => {
    expect(verdictOn(withPersons.lines, {})).toMatchObject({
      ok: true,
      persons: 3,
      root: verdictOn(sealedLog(leafEvents(12)).lines, {}).root,
    });
    expect(changed((lines) => lines.toSpliced(at + 1, 0, key))).toMatchObject({ ok: true, persons: 3 });
  });

  it('are held to their form and to the digest of the file', () => {
    const malformed = { kind: 'malformed' };
    expect(changed((lines) => lines.toSpliced(at, 0, lines[at + 1]!)).finding).toMatchObject({ ...malformed, line: at + 2 });
    expect(changed((lines) => lines.toSpliced(at + 2, 0, key)).finding).toMatchObject(malformed);
    expect(changed((lines) => lines.toSpliced(at + 1, 0, key, key)).finding).toMatchObject(malformed);
    expect(changed((lines) => lines.toSpliced(at + 2, 0, key.replace('p-1', 'p-2'))).finding).toMatchObject(malformed);
    expect(changed((lines) => lines.toSpliced(at, 0, lines[1]!, lines[2]!).toReversed()).finding).toMatchObject(malformed);
    const altered = withPersons.lines.with(at, withPersons.lines[at]!.replace('AQEB', 'AQEC'));
    expect(verdictOn(altered, {}).finding).toMatchObject({ kind: 'digest', line: altered.length });
  });
});

import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { leafEvents, sealedLog } from '#testing';
import { hasPython, pythonOn, selfTest } from './python.js';
import { tryEdits, verdictOn } from './trial.js';

const EDITS = 1_400;
const python = hasPython();
if (!python) console.warn('No python3 on this machine: the two verifiers are not compared.');
const withPython = python ? it : it.skip;

const folder = mkdtempSync(path.join(tmpdir(), 'thac-verifiers-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('Random edits of an export', () => {
  it('are all found and placed', () => {
    const { missed, misplaced } = tryEdits(EDITS, { seed: 2022, python: false });
    expect({ missed, misplaced }).toEqual({ missed: [], misplaced: [] });
  });

  withPython(
    'are told in the same words by the verifier in Python',
    () => {
      const { missed, disagreed } = tryEdits(EDITS, { seed: 239, python: true });
      expect({ missed, disagreed }).toEqual({ missed: [], disagreed: [] });
    },
    240_000,
  );
});

describe('Clean exports', () => {
  const logs = Array.from({ length: 60 }, (_, size) =>
    sealedLog(leafEvents(size + 1), { every: 1 + (size % 7), tenant: `t ${size}+` }),
  );

  it('raise no alarm', () => {
    for (const log of logs) expect(verdictOn(log, Buffer.from(log.lines.join('')))).toMatchObject({ ok: true, kept: 1 });
  });

  withPython('raise none in Python, and give the same root', () => {
    const files = logs.map((log, index) => {
      const file = path.join(folder, `clean-${index}`);
      const bytes = Buffer.from(log.lines.join(''));
      writeFileSync(file, index % 2 === 0 ? bytes : gzipSync(bytes));
      return file;
    });
    const verdicts = pythonOn(files);
    const ours = logs.map((log) => ({ ...verdictOn(log, Buffer.from(log.lines.join(''))), kept: 0 }));
    expect(verdicts).toEqual(ours);
  });
});

describe('The verifier in Python', () => {
  withPython('has the published vectors right', () => {
    expect(selfTest()).toBe('ok');
  });
});

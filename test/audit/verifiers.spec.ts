import { describe, expect, it } from '@jest/globals';
import { hasPython, selfTest } from './python.js';
import { tryClean, tryEdits } from './trial.js';

const EDITS = 1_400;
const python = hasPython();
if (!python) console.warn('No python3 on this machine: the two verifiers are not compared.');
const withPython = python ? it : it.skip;

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

describe('Exports that nobody touched', () => {
  it('raise no alarm', () => {
    expect(tryClean(120, { python: false })).toEqual([]);
  });

  withPython('raise none in Python, packed or not, and give the same root', () => {
    expect(tryClean(60, { python: true })).toEqual([]);
  });
});

describe('The verifier in Python', () => {
  withPython('has the published vectors right', () => {
    expect(selfTest()).toBe('ok');
  });
});

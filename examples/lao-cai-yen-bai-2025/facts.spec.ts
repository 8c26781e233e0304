import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '#workflow';
import { validateHistory, foldOrganisation, readOrganisationChanges, readOrganisationFile } from '#organisation';
import { textOf } from '../folders.js';
import { changesText, makeChange, makeChangesFile } from './make-organisation.js';

const EXAMPLE = 'lao-cai-yen-bai-2025';
const outcome = JSON.parse(textOf(EXAMPLE, 'expected.json')) as Outcome;

describe('The joining of Lào Cai and Yên Bái', () => {
  it('is what the sources say, and fits the organisation before', () => {
    expect(changesText(makeChangesFile())).toBe(textOf(EXAMPLE, 'reorganisation.json'));
    const before = readOrganisationFile(JSON.parse(textOf(EXAMPLE, 'organisation.json')));
    const history = foldOrganisation(before.ok ? before.events : []);
    const read = readOrganisationChanges(JSON.parse(textOf(EXAMPLE, 'reorganisation.json')), history);
    expect(read.ok && validateHistory(read.events, history)).toEqual([]);
  });

  it('makes 99 communes of 325, and lists what it cannot resolve', () => {
    const { events, unresolved } = makeChange();
    const now = events.filter(
      ({ type, data }) => type === 'UnitMoved' || (type === 'UnitFounded' && 'tier' in data && data.tier === 'commune'),
    );
    expect(now).toHaveLength(99);
    expect(unresolved.filter(({ reason }) => reason === 'not-mapped').length).toBeGreaterThan(0);
  });

  it('accounts for every open obligation: 460 of one plan, 31 of the other', () => {
    const sums = outcome.reorganisations?.map(({ plan, handedOver, ended }) => [
      plan,
      handedOver,
      Object.values(ended).reduce((sum, count) => sum + count, 0),
    ]);
    expect(sums).toEqual([
      ['28/KH-UBND', 30, 1],
      ['45/KH-UBND', 439, 21],
    ]);
  });

  it('never lets what Gia Phú inherited be late in silence', () => {
    expect(outcome.late.find(({ name, task }) => name === 'UBND xã Gia Phú' && task === '5')).toMatchObject({
      daysLate: 18,
      done: true,
    });
  });
});

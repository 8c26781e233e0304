import { base64, eventHash, inclusionPlan, keyText, type LeafEvent, nodeHash, signCheckpoint, type Hash } from '#audit';
import { knownKey } from '#testing';
import { describe, expect, it } from '@jest/globals';
import { checkProof, type ProvedEvent } from '../src/features/audit/verify/proof-check.js';

const TENANT = 'lao-cai';
const SIZE = 13;

const eventAt = (position: number): LeafEvent => ({
  position,
  stream: `unit-plan/p/u${position}`,
  version: 1,
  type: 'ItemSubmitted',
  v: 1,
  at: '2022-07-05T10:00:00+07:00',
  actor: position % 2 === 0 ? null : 'vn-10',
  recordedAt: '2022-07-05T03:00:00.000000Z',
  data: `{"note":"Đã làm ${position}"}`,
  because: position % 3 === 0 ? null : '{"rule":"task 1"}',
});

const LEAVES: readonly Hash[] = Array.from({ length: SIZE }, (_, index) => eventHash(TENANT, eventAt(index + 1)));

/** The tree over some leaves, by its definition alone (RFC 9162, 2.1.1). */
function rootOf(leaves: readonly Hash[]): Hash {
  if (leaves.length === 1) return leaves[0]!;
  const left = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return nodeHash(rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
}

/** The proof of a leaf, by its definition alone (RFC 9162, 2.1.3.1). */
function pathOf(leaf: number, leaves: readonly Hash[]): readonly Hash[] {
  if (leaves.length === 1) return [];
  const left = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return leaf < left
    ? [...pathOf(leaf, leaves.slice(0, left)), rootOf(leaves.slice(left))]
    : [...pathOf(leaf - left, leaves.slice(left)), rootOf(leaves.slice(0, left))];
}

const KEY = knownKey(TENANT);
const NOTE = signCheckpoint(SIZE, rootOf(LEAVES), KEY);
const proved = (position: number): ProvedEvent => ({
  tenant: TENANT,
  event: { ...eventAt(position) },
  proof: pathOf(position - 1, LEAVES).map(base64),
  size: SIZE,
  note: NOTE,
  key: keyText(KEY.verifier),
});
const HOLDS = { isIncluded: true, isSigned: true };

describe('The proof of an event, checked in the browser', () => {
  it('holds for every event of a tree, as the library proves it', async () => {
    for (let position = 1; position <= SIZE; position++) {
      const asked = proved(position);
      expect([position, asked.proof.length]).toEqual([position, inclusionPlan(position - 1, SIZE).length]);
      expect([position, await checkProof(asked)]).toEqual([position, HOLDS]);
    }
  });

  it.each(['stream', 'version', 'type', 'v', 'at', 'actor', 'recordedAt', 'data', 'because', 'position'])(
    'does not hold where %s was changed',
    async (field) => {
      const asked = proved(7);
      const event = { ...asked.event, [field]: field === 'position' ? 8 : `${asked.event[field]}x` };
      expect(await checkProof({ ...asked, event })).toEqual({ isIncluded: false, isSigned: true });
    },
  );

  it('does not hold for another tenant, another size, or a proof with a hash too few or too many', async () => {
    const asked = proved(7);
    for (const other of [
      { ...asked, tenant: 'x' },
      { ...asked, size: SIZE - 1 },
      { ...asked, proof: asked.proof.slice(1) },
      { ...asked, proof: [...asked.proof, asked.proof[0]!] },
      { ...asked, proof: ['?'] },
    ])
      expect((await checkProof(other)).isIncluded).toBe(false);
  });

  it('is not signed where the checkpoint, or the key, is another', async () => {
    const asked = proved(7);
    const forged = signCheckpoint(SIZE, rootOf(LEAVES), knownKey('other'));
    expect((await checkProof({ ...asked, note: forged })).isSigned).toBe(false);
    expect((await checkProof({ ...asked, key: keyText(knownKey('other').verifier) })).isSigned).toBe(false);
    expect(await checkProof({ ...asked, note: NOTE.replace(`\n${SIZE}\n`, `\n${SIZE + 1}\n`) })).toEqual({
      isIncluded: false,
      isSigned: false,
    });
    expect(await checkProof({ ...asked, note: 'nothing' })).toEqual({ isIncluded: false, isSigned: false });
  });
});

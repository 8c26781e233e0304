import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isOriginOf,
  keyText,
  leafHash,
  notesOf,
  openCheckpoint,
  openExactCheckpoint,
  openNote,
  originOf,
  readKey,
  signCheckpoint,
  signingKey,
} from '#audit';
import { knownKey, knownPem } from '#testing';

describe('A signed note', () => {
  /** The example of Go's package golang.org/x/mod/sumdb/note. */
  const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
  const key = readKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')!;

  it('opens as published, and with the signatures of others beside', () => {
    expect(openNote(note, key)).toBe(text);
    expect(
      openNote(
        `${note}— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n`,
        key,
      ),
    ).toBe(text);
  });

  it('does not with any byte of it changed', () => {
    const bytes = Buffer.from(note);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bent = Buffer.from(bytes);
        bent[at] = bent[at]! ^ flip;
        expect(openNote(bent.toString(), key)).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('A key', () => {
  const { verifier } = knownKey('vn-10');

  it('is read back from its text, and from no other', () => {
    const text = keyText(verifier);
    expect(text).toMatch(/^thac\/vn-10\+[0-9a-f]{8}\+A/);
    expect(readKey(text)).toEqual(verifier);
    for (let at = 0; at < text.length; at++) {
      const bent = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);
      expect([bent, readKey(bent)]).toEqual([bent, undefined]);
    }
  });

  it('is an Ed25519 key, under a name that a note can carry', () => {
    expect(() => signingKey('a name', knownPem())).toThrow(TypeError);
    expect(() => signingKey('a+b', knownPem())).toThrow(TypeError);
    expect(() => signingKey('a', 'no key')).toThrow();
  });

  it('is named for the tenant, whatever letters that has', () => {
    expect(originOf('thac.example', 'tỉnh +1')).toBe('thac.example/t%E1%BB%89nh%20%2B1');
    expect(isOriginOf(originOf('thac', 'vn-10'), 'vn-10')).toBe(true);
    expect(isOriginOf(originOf('thac', 'vn-10'), 'n-10')).toBe(false);
  });
});

describe('A checkpoint', () => {
  const key = knownKey('vn-10');
  const root = leafHash(Buffer.from('x'));
  const note = signCheckpoint(12, root, key);

  it('is three lines and a signature', () => {
    const id = Buffer.from(key.verifier.id).toString('base64').slice(0, 5);
    expect(note).toMatch(/^thac\/vn-10\n12\n[A-Za-z0-9+/]{43}=\n\n— thac\/vn-10 [A-Za-z0-9+/]+=*\n$/);
    expect(note.split('— thac/vn-10 ')[1]).toMatch(new RegExp(`^${RegExp.escape(id)}`));
    expect(openCheckpoint(note, key.verifier)).toEqual({ origin: 'thac/vn-10', size: 12, root });
  });

  it('of another log, another key or another form is none', () => {
    expect(openCheckpoint(note, knownKey('vn-11').verifier)).toBeUndefined();
    expect(openCheckpoint(note, knownKey('vn-10', 8).verifier)).toBeUndefined();
    expect(openCheckpoint(signCheckpoint(0.5, root, key), key.verifier)).toBeUndefined();
    expect(openExactCheckpoint(note, key.verifier)?.size).toBe(12);
    expect(openExactCheckpoint(`${note}— other AAAA\n`, key.verifier)).toBeUndefined();
    expect(openCheckpoint(`${note}— other AAAA\n`, key.verifier)?.size).toBe(12);
  });

  it('stands with others in one file', () => {
    const later = signCheckpoint(13, root, key);
    expect(notesOf(`${note}${later}`)).toEqual([note, later]);
    expect(notesOf(`\n${note}\n\n${later}`)).toEqual([note, later]);
    expect(notesOf('')).toEqual([]);
  });
});

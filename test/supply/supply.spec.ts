import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from '../architecture/sources.js';
import { HANDED_ON, isAllowed, type Lock, type Locked, neededBy, supplyFaults, WORKED_WITH } from './licences.js';
import { bundledIn, sbomOf } from './sbom.js';

const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
const SOUND = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x' } as const;
const faultsOf = (packages: Readonly<Record<string, Locked>>, bundled: readonly string[] = []) =>
  supplyFaults({ packages: { '': {}, ...packages } }, bundled);

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: unknown;
  readonly hashes?: unknown;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

const isBroughtAlong = ({ properties = [] }: Component): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:extraneous' && value === 'true');

describe('What the product is made of', () => {
  it('may be handed on, is known by its hash, and names no registry', () => {
    expect(supplyFaults(lock, bundledIn(lock))).toEqual([]);
  });

  it('is read from the lock file: what runs, and what is bundled for browsers', () => {
    const bundled = bundledIn(lock);
    expect(bundled).toEqual(expect.arrayContaining(['react', 'react-dom', '@tanstack/react-query', '@codemirror/view']));
    expect([...neededBy(bundled, lock)]).toEqual(expect.arrayContaining(['node_modules/scheduler', 'node_modules/style-mod']));
    expect(Object.values(lock.packages).filter(({ dev }) => !dev).length).toBeGreaterThan(100);
  });

  it('is told as CycloneDX, with version, hash and licence of each package, without asking the network', async () => {
    const told = JSON.parse(await sbomOf(ROOT, true)) as {
      bomFormat: string;
      components: readonly Component[];
    };
    expect(told.bomFormat).toBe('CycloneDX');
    const incomplete = told.components.filter(
      ({ licenses, hashes, purl }) => !licenses || !hashes || !purl.startsWith('pkg:npm/'),
    );
    // The Node that runs it all is brought by the package `node` itself: in no lock file, so without a hash.
    expect(incomplete.filter((each) => !(isBroughtAlong(each) && each.name.startsWith('node-')))).toEqual([]);
    const locked = lock.packages['node_modules/fastify']?.version;
    expect(told.components).toContainEqual(expect.objectContaining({ name: 'fastify', version: locked }));
    expect(told.components.some(({ name }) => name === 'jest')).toBe(false);
  });
});

describe('A breach is told', () => {
  it.each<[string, Locked, boolean]>([
    ['licence GPL-3.0', { ...SOUND, license: 'GPL-3.0' }, true],
    ['licence MPL-2.0', { ...SOUND, license: 'MPL-2.0' }, true],
    ['licence AGPL-3.0', { ...SOUND, license: 'AGPL-3.0', dev: true }, true],
    ['licence none', { version: '1.0.0', integrity: 'sha512-x' }, true],
    ['no hash', { version: '1.0.0', license: 'MIT' }, true],
    ['no hash', { ...SOUND, integrity: 'sha1-x' }, true],
    ['from https', { ...SOUND, resolved: 'https://registry.example/x.tgz' }, true],
    ['', { ...SOUND, license: 'MPL-2.0', dev: true }, false],
    ['', { version: '1.0.0', optional: true }, false],
    ['', SOUND, false],
  ])('%s: %j', (words, locked, isFault) => {
    const faults = faultsOf({ 'node_modules/x': locked });
    expect([faults.length > 0, faults.join().includes(words)]).toEqual([isFault, true]);
  });

  it('also of what is only worked with, where it is bundled, or needed by what is', () => {
    const packages = {
      'node_modules/shown': { ...SOUND, dev: true, dependencies: { inner: '1' } },
      'node_modules/shown/node_modules/inner': { ...SOUND, license: 'MPL-2.0', dev: true },
    };
    expect(faultsOf(packages)).toEqual([]);
    expect(faultsOf(packages, ['shown'])).toEqual(['inner 1.0.0: licence MPL-2.0']);
  });

  it.each([
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND Apache-2.0', true],
    ['MIT AND GPL-3.0', false],
    ['MIT AND (ISC OR GPL-3.0)', false],
    ['SEE LICENSE IN X', false],
    ['', false],
  ])('of %s: may be handed on %s', (expression, may) => {
    expect(isAllowed(expression, HANDED_ON)).toBe(may);
    expect(isAllowed('MPL-2.0', WORKED_WITH)).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { noting, ownVersion } from '../src/api/own-versions.js';

const place = { plan: 'p', unit: 'u' };

describe('What a page itself has made of a unit plan', () => {
  it('is what its next act goes by, however old the version that it still shows', async () => {
    await noting(place, 3, async () => ({ version: 4 }));
    await noting(place, 4, async () => ({ version: 6 }));
    expect([await ownVersion(place, 3), await ownVersion(place, 4), await ownVersion(place, 6)]).toEqual([6, 6, 6]);
  });

  it('says nothing of what others did in between, or of other unit plans', async () => {
    await noting({ ...place, unit: 'v' }, 3, async () => ({ version: 4 }));
    await noting({ ...place, unit: 'v' }, 5, async () => ({ version: 6 }));
    expect(await ownVersion({ ...place, unit: 'v' }, 3)).toBe(4);
    expect(await ownVersion({ ...place, unit: 'w' }, 3)).toBe(3);
  });

  it('is waited for where the act is under way, and is nothing where it was refused', async () => {
    const { promise, resolve } = Promise.withResolvers<{ version: number }>();
    const acting = noting({ ...place, unit: 'x' }, 1, () => promise);
    const next = ownVersion({ ...place, unit: 'x' }, 1);
    resolve({ version: 2 });
    await acting;
    expect(await next).toBe(2);
    await expect(noting({ ...place, unit: 'x' }, 2, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await ownVersion({ ...place, unit: 'x' }, 2)).toBe(2);
  });
});

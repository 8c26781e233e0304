import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from '../architecture/sources.js';

const TEXT = readFileSync(path.join(ROOT, 'docs/reference/security.md'), 'utf8');
const ROWS = TEXT.split('\n').filter((line) => /^\| \d+\.\d+\.\d+ \| [12] \|/.test(line));
const count = (state: string): number => ROWS.filter((line) => line.split(' | ')[2] === state).length;

describe('Security, requirement by requirement', () => {
  it('is counted as it stands', () => {
    const named = ROWS.filter((line) => line.includes('| met |') && line.includes('.spec.ts')).length;
    const [met, none, open] = [count('met'), count('n/a'), count('**open**')];
    expect(met + none + open).toBe(ROWS.length);
    expect(TEXT).toContain(`${ROWS.length} requirements. **${met} met** (${named} of them by a test that is named)`);
    expect(TEXT.replaceAll('\n', ' ')).toContain(`**${none} not applicable**, **${open} open**`);
  });

  it('names specs and pages that are there', () => {
    const specs = [...TEXT.matchAll(/`((?:apps|libs|test|dsl)\/[\w./-]+\.spec\.ts)`/g)].map(([, file]) => file ?? '');
    expect(specs.length).toBeGreaterThan(100);
    expect([...new Set(specs)].filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    const links = [...TEXT.matchAll(/\]\((\.\.?\/[^)#]+|[a-z]+\.md)\)/g)].map(([, file]) =>
      path.join(ROOT, 'docs/reference', file ?? ''),
    );
    expect(links.filter((file) => !existsSync(file))).toEqual([]);
  });
});

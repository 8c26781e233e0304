import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { main } from '../src/main.js';

const FOLDER = path.resolve(import.meta.dirname, '../../../examples/hoa-phong-2025');
const PLAN = '03-KH-UBND_2025-01-03_vn-33.328';

async function thac(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', ''];
  const surroundings = {
    environment: { LANG: 'en_GB.UTF-8', NO_COLOR: '1' },
    stdout: { write: (text: string) => Boolean((out += text)) },
    stderr: { write: (text: string) => Boolean((err += text)) },
  };
  const code = await main(['audit', ...args], surroundings);
  return { code, out, err };
}

describe('thac audit', () => {
  it('as-of shows a unit at a moment, as text and as JSON', async () => {
    const of = ['as-of', PLAN, '--at', '2025-03-01', '--unit', 'vn-33.328.12115', '--folder', FOLDER];
    const [text, json] = [await thac(...of), await thac(...of, '--json')];
    const view = JSON.parse(json.out) as { unit: { id: string; name: string }; items: { id: string }[] };
    expect([text.code, json.code, view.unit.id]).toEqual([0, 0, 'vn-33.328.12115']);
    expect(text.out.split('\n')).toHaveLength(view.items.length + 2);
    expect(text.out).toContain(view.unit.name);
  });

  it('recompute says what it found, and how fast', async () => {
    const done = await thac('recompute', '--folder', FOLDER);
    expect([done.code, done.out]).toEqual([0, expect.stringMatching(/91 events of the engine come out the same/)]);
    expect(done.err).toMatch(/events a second; reading alone/);
  });

  it('says what is missing or not known: exit code 2 for what was mistyped, 1 for what is not there', async () => {
    expect(await thac('as-of', PLAN, '--folder', FOLDER)).toMatchObject({ code: 2, err: expect.stringContaining('--at') });
    const odd = await thac('changes', '--from', '2025-01-01', '--to', '2025-01-02', '--kind', 'odd', '--folder', FOLDER);
    expect(odd).toMatchObject({ code: 2, err: expect.stringContaining('escalation') });
    expect(await thac('what-if', 'none', '--folder', FOLDER)).toMatchObject({ code: 1, err: expect.stringContaining('none') });
  });
});

import { describe, expect, it } from '@jest/globals';
import { Refused, ScenarioRefused } from '#workflow';
import type { Diagnostic } from '#dsl';
import { printFault } from '../src/faults.js';
import { terminalOf } from '../src/terminal.js';

const place = { start: 0, end: 4, line: 3, column: 5 };
const diagnostics: readonly Diagnostic[] = [
  { code: 'KH3005', severity: 'error', place, args: { name: 'Sở Nội vụ' } },
  { code: 'KH3008', severity: 'warning', place, args: { name: 'SNV' } },
];
const refused = new Refused({ code: 'rules.invalid', args: { errors: '1' } }, diagnostics);

/** What a person sees of a fault, and the exit code. */
async function shown(error: unknown, language: 'vi' | 'en'): Promise<readonly [code: number, text: string]> {
  let text = '';
  const streams = { stdout: { write: () => true }, stderr: { write: (more: string) => (text += more) } };
  const code = await printFault(error, terminalOf({ environment: {}, ...streams }, language));
  return [code, text];
}

describe('A rules text that is refused', () => {
  it('is told with each of its errors, and where', async () => {
    const [code, text] = await shown(refused, 'en');
    expect(code).toBe(1);
    expect(text.split('\n')).toEqual([
      'Error rules.invalid: The rules text has 1 error(s).',
      '  line 3: KH3005: [Sở Nội vụ] is one agency: leave out “each”.',
      '  → Mend the errors that are listed and send it again.',
      '',
    ]);
  });

  it('is told so as a step of a scenario too', async () => {
    const [, text] = await shown(new ScenarioRefused('/actions/3', refused), 'vi');
    expect(text).toContain('Kịch bản dừng ở /actions/3');
    expect(text).toContain('  dòng 3: KH3005: [Sở Nội vụ] là một cơ quan');
    expect(text).not.toContain('KH3008');
  });

  it('is not asked for where something else was refused', async () => {
    const other = new Refused({ code: 'plan.dated-ahead', args: { plan: 'p', issuedOn: '2022-07-01', today: '2022-06-30' } });
    const [, text] = await shown(new ScenarioRefused(null, other), 'en');
    expect(text.trimEnd().split('\n')).toHaveLength(2);
  });
});

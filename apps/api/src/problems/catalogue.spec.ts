import { REJECTION_TEXTS, Refused } from '#application';
import type { Bilingual } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROBLEMS, statusOf } from './catalogue.js';
import { explain } from './explanations.js';
import { faultOf } from './fault-of.js';
import { languageOf } from './language.js';
import { problemOf } from './problem.js';

const ROOT = path.join(import.meta.dirname, '../../../..');
const sources = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8'));

/** Codes that fault classes carry, as their sources say. */
const faultCodes = ['libs/application/src', 'libs/contracts/src', 'libs/event-store/src', 'libs/persistence/src', 'apps/cli/src']
  .flatMap(sources)
  .filter((text) => text.includes('extends AppError'))
  .flatMap((text) => [
    ...text.matchAll(/readonly code = '([^']+)'/g),
    ...text.matchAll(/\| '(database\.[a-z-]+)'/g),
    ...text.matchAll(/override readonly code: '([^']+)' \|/g),
  ])
  .map(([, code]) => code!);

const asked = { instance: '/x', traceId: 't', language: 'en', baseUrl: 'https://thac.example' } as const;
const said = (text: Bilingual): boolean => text.vi !== '' && text.en !== '' && text.vi !== text.en;

describe('The table of problems', () => {
  it('knows every refusal and every fault', () => {
    expect(faultCodes.length).toBeGreaterThan(10);
    const missing = [...Object.keys(REJECTION_TEXTS), ...faultCodes].filter((code) => !PROBLEMS[code]);
    expect(missing).toEqual([]);
  });

  it('has no code that nothing explains, and a title in both languages for each', () => {
    for (const [code, { title, status }] of Object.entries(PROBLEMS)) {
      expect([code, said(title)]).toEqual([code, true]);
      expect([code, explain(code)?.status]).toEqual([code, status]);
    }
  });

  it('answers refusals with 4xx only', () => {
    for (const code of Object.keys(REJECTION_TEXTS)) expect([code, Math.floor(statusOf(code) / 100)]).toEqual([code, 4]);
  });
});

describe('A problem', () => {
  it('names its kind, and holds the words of the case in both languages', () => {
    const problem = problemOf(new Refused({ code: 'item.closed', args: { item: '1.2', status: 'completed' } }), asked);
    expect(problem).toEqual({
      type: 'https://thac.example/problems/item.closed',
      title: 'Item closed',
      status: 409,
      detail: 'Item “1.2” is closed (completed).',
      instance: '/x',
      code: 'item.closed',
      traceId: 't',
      messages: { vi: 'Việc “1.2” đã kết thúc (hoàn thành).', en: 'Item “1.2” is closed (completed).' },
      mend: expect.objectContaining({ vi: expect.any(String), en: expect.any(String) }),
      errors: [],
    });
  });

  it('says days as the language writes them', () => {
    const args = { item: '1.2', to: '2026-02-05', due: '2026-11-30' };
    expect(problemOf(new Refused({ code: 'item.not-later', args }), asked).messages).toEqual({
      vi: 'Thời hạn mới 05/02/2026 không muộn hơn thời hạn hiện tại 30/11/2026 của việc “1.2”.',
      en: 'The new deadline 2026-02-05 of item “1.2” is not later than the present one, 2026-11-30.',
    });
  });

  it('points at the tasks in which a plan falls short', () => {
    const place = { start: 0, end: 1, line: 3, column: 1 };
    const details = [
      { code: 'dropped', task: '2.5', unit: 'u', parentDue: null, childDue: null, place },
      { code: 'loosened', task: '3.5', unit: null, parentDue: '2022-09-30', childDue: '2022-10-30', place },
      { code: 'unknown-task', task: '9.9', unit: null, parentDue: null, childDue: null, place },
    ];
    const { errors } = problemOf(new Refused({ code: 'plan.nonconforming', args: { tasks: '' } }, details), asked);
    expect(errors.map(({ code, detail }) => [code, detail])).toEqual([
      ['conformance.dropped', 'Task 2.5, which the parent assigns, is dropped.'],
      ['conformance.loosened', 'Task 3.5: the deadline 2022-10-30 is looser than the parent’s (2022-09-30).'],
      ['conformance.unknown-task', 'The parent plan has no task 9.9.'],
    ]);
    expect(errors[0]).toMatchObject({ in: 'body', pointer: '/text', place, messages: { vi: expect.stringContaining('2.5') } });
  });

  it.each([
    [Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), 'database.unavailable'],
    [Object.assign(new Error('terminating connection'), { code: '57P01' }), 'database.unavailable'],
    [Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }), 'database.too-slow'],
    [new Error('Connection terminated unexpectedly'), 'database.unavailable'],
    [Object.assign(new Error('invalid byte sequence'), { code: '22021' }), 'request.refused'],
    [Object.assign(new Error('x'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }), 'request.too-large'],
    [Object.assign(new Error('x'), { statusCode: 400 }), 'request.refused'],
    [new Error('x'), 'server.fault'],
    ['thrown text', 'server.fault'],
    [undefined, 'server.fault'],
  ])('of %s is %s', (thrown, code) => {
    expect(faultOf(thrown).code).toBe(code);
  });
});

describe('The language of a reader', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,vi;q=0.8', 'en'],
    ['vi,en;q=0.9', 'vi'],
    ['fr, en;q=0.3', 'en'],
    ['en;q=0', 'vi'],
    ['*, en;q=0.5', 'vi'],
    ['EN-us', 'en'],
    ['en;q=x', 'vi'],
  ] as const)('of %s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

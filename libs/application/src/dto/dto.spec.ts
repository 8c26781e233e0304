import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { isPlainText } from './constraint.js';
import { ItemsQuery, PageQuery } from './queries.dto.js';
import { ExtendDeadlineBody, SubmitItemBody } from './unit-plans.dto.js';

/** Constraints that a plain value breaks, by property. */
function broken<T extends object>(type: new () => T, plain: object): Record<string, string[]> {
  const found = validateSync(plainToInstance(type, plain), { whitelist: true, forbidNonWhitelisted: true });
  return Object.fromEntries(
    found.map(({ property, constraints, children }) => [property, Object.keys(constraints ?? children ?? {})]),
  );
}

describe('A query string', () => {
  it('becomes numbers and flags', () => {
    const query = plainToInstance(ItemsQuery, { limit: '200', overdue: 'true', minPosition: '0' });
    expect(query).toMatchObject({ limit: 200, overdue: true, minPosition: 0 });
    expect(broken(ItemsQuery, { limit: '200', overdue: 'false', asOf: '2022-12-31T10:00:00Z', status: 'submitted' })).toEqual({});
  });

  it.each(['0', '201', '-1', '1.5', '1e2', ' 5', '', 'NaN', ['1', '2'], '99999999999999999999'])(
    'takes no limit of %j',
    (limit) => {
      expect(broken(PageQuery, { limit })).toEqual({ limit: ['whole-number'] });
    },
  );

  it('takes no words of its own', () => {
    expect(broken(ItemsQuery, { status: 'late', overdue: '1', asOf: 'today', plan: 'a\u0000', after: '=' })).toEqual({
      status: ['one-of'],
      overdue: ['one-of'],
      asOf: ['moment'],
      plan: ['id'],
      after: ['cursor'],
    });
  });
});

describe('A body', () => {
  it('may leave out what is optional, and nothing else', () => {
    expect(broken(SubmitItemBody, { actor: 'vn-10' })).toEqual({});
    expect(broken(SubmitItemBody, { note: 'x' })).toEqual({ actor: ['id'] });
    expect(broken(SubmitItemBody, { actor: 'vn-10', note: 7, more: 1 })).toEqual({
      note: ['text'],
      more: ['whitelistValidation'],
    });
  });

  it('may say null of what is optional: that is as good as nothing', () => {
    expect(broken(SubmitItemBody, { actor: 'vn-10', note: null })).toEqual({});
    expect(plainToInstance(SubmitItemBody, { actor: 'vn-10', note: null }).note).toBeUndefined();
    expect(broken(SubmitItemBody, { actor: null })).toEqual({ actor: ['id'] });
  });

  it('holds dates that exist, and one document', () => {
    const document = { number: '512/UBND-NC', date: '2022-09-20', issuer: 'vn-10' };
    expect(broken(ExtendDeadlineBody, { actor: 'u', to: '2024-02-29', document })).toEqual({});
    expect(broken(ExtendDeadlineBody, { actor: 'u', to: '2023-02-29', document })).toEqual({ to: ['date'] });
    for (const none of [null, undefined, [], [document], 'x']) {
      expect(Object.keys(broken(ExtendDeadlineBody, { actor: 'u', to: '2022-10-15', document: none }))).toEqual(['document']);
    }
  });

  it('keeps its texts within bounds', () => {
    expect(broken(SubmitItemBody, { actor: 'u', note: 'x'.repeat(4_000) })).toEqual({});
    for (const note of ['x'.repeat(4_001), '', '  \n ', 'a\u0000b', 'a\ud800']) {
      expect(broken(SubmitItemBody, { actor: 'u', note })).toEqual({ note: ['text'] });
    }
  });
});

describe('Plain text', () => {
  it('is Vietnamese in either normal form, with line breaks only where they may be', () => {
    for (const text of ['Đã triển khai', 'Đã triển khai'.normalize('NFD'), 'a\tb\r\nc', '☑'])
      expect(isPlainText(text, true)).toBe(true);
    expect(isPlainText('a\nb', false)).toBe(false);
  });

  it('holds nothing that hides or reorders what is read', () => {
    for (const text of ['\u202e', 'a\u2066b', '\u0007', '\u001b[31m']) expect(isPlainText(text, true)).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type Looked, readAudit, tell } from './advisories.js';

const WEAK = {
  source: 1,
  name: 'left',
  dependency: 'left',
  title: 'Reads too much',
  url: 'https://github.com/advisories/GHSA-x',
  severity: 'high',
  range: '<1.2.3',
};
const REPORT = {
  auditReportVersion: 2,
  vulnerabilities: {
    left: { name: 'left', severity: 'high', via: [WEAK] },
    right: { name: 'right', severity: 'high', via: ['left'] },
    other: { name: 'other', severity: 'high', via: [WEAK, 'left'] },
  },
};

function told(looked: Looked): readonly [code: number, text: string] {
  const lines: string[] = [];
  return [tell(looked, (line) => lines.push(line)), lines.join('\n')];
}

describe('Known weaknesses', () => {
  it('are named once each, and fail', () => {
    const [code, text] = told(readAudit(JSON.stringify(REPORT)));
    expect([code, text]).toEqual([
      1,
      'high left <1.2.3: Reads too much https://github.com/advisories/GHSA-x\nknown weaknesses | điểm yếu đã biết: 1',
    ]);
  });

  it('are none where the registry knows none', () => {
    expect(told(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} })))[0]).toBe(0);
  });

  it.each(['', '{"message":"405 Method Not Allowed","statusCode":405}', '{"auditReportVersion":1}'])(
    'are not taken for none where nothing was answered: %s',
    (text) => {
      const [code, said] = told(readAudit(text));
      expect([code, said.startsWith('not looked up | chưa tra được: ')]).toEqual([2, true]);
    },
  );
});

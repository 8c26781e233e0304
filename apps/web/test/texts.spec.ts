import { describe, expect, it } from '@jest/globals';
import { compareNames, compareTiers, foldText, inTreeOrder } from '../src/format/collate.js';
import { detailsOf, explanationIn, readRule } from '../src/format/event-details.js';
import { linesOf, markLine } from '../src/format/rules-lines.js';

describe('Vietnamese order', () => {
  it('follows the alphabet, not the code points', () => {
    const names = ['Đắk Lắk', 'Ấp', 'Da', 'Đà Nẵng', 'Ăn', 'An Giang'];
    expect(names.toSorted(compareNames)).toEqual(['An Giang', 'Ăn', 'Ấp', 'Da', 'Đà Nẵng', 'Đắk Lắk']);
  });

  it('orders task numbers as numbers', () => {
    expect(['1.10', '2.1', '1.9', '1.2'].toSorted(compareNames)).toEqual(['1.2', '1.9', '1.10', '2.1']);
  });

  it('orders tiers from the top down', () => {
    expect(['commune', 'province', 'hamlet', 'district'].toSorted(compareTiers)).toEqual([
      'province',
      'district',
      'commune',
      'hamlet',
    ]);
  });

  it('puts the next tier before the bodies of the own tier, each by name', () => {
    const unit = (tier: string, name: string) => ({ unit: { tier, name } });
    const nodes = [unit('province', 'Sở Y tế'), unit('district', 'Sa Pa'), unit('district', 'Bắc Hà')];
    expect(inTreeOrder(nodes).map((node) => node.unit.name)).toEqual(['Bắc Hà', 'Sa Pa', 'Sở Y tế']);
  });

  it('finds names without marks, however they were composed', () => {
    expect(foldText('  Bảo  Thắng ')).toBe('bao thang');
    expect(foldText('Đồng Tuyển'.normalize('NFD'))).toBe('dong tuyen');
  });
});

describe('rules texts', () => {
  it('mark what a line is made of, and lose nothing of it', () => {
    const line = '  hạn: trước ngày 05/7/2022 // lưu ý';
    const marked = markLine(line);
    expect(marked.map(({ text }) => text).join('')).toBe(line);
    expect(marked.filter(({ mark }) => mark !== 'plain')).toEqual([
      { mark: 'indent', text: '  ' },
      { mark: 'word', text: 'hạn' },
      { mark: 'date', text: '05/7/2022' },
      { mark: 'comment', text: '// lưu ý' },
    ]);
  });

  it.each(['task 1.2 "Open', '[Sở Nội vụ', '""[]//', '', '   ', 'a: "b" [c] 2022-07-05'])('keep %j whole', (line) => {
    expect(
      markLine(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line);
  });

  it('take comments within a text as text', () => {
    expect(markLine('tên: "a // b"').map(({ mark }) => mark)).toEqual(['word', 'plain', 'text']);
  });

  it('have as many lines as an editor counts', () => {
    expect(linesOf('a\r\nb\n')).toEqual(['a', 'b']);
    expect(linesOf('a\n\nb')).toEqual(['a', '', 'b']);
  });
});

describe('events', () => {
  it('say where a deadline went and by which document', () => {
    const data = {
      from: '2022-07-14',
      to: '2022-08-05',
      document: { number: '310/UBND-NC', date: '2022-07-12', issuer: 'vn-10' },
    };
    expect(detailsOf({ type: 'DeadlineExtended', data })).toEqual([
      { key: 'detail.moved', args: { from: '14/7/2022', to: '05/8/2022' } },
      { key: 'detail.document', args: { number: '310/UBND-NC', date: '12/7/2022' } },
    ]);
  });

  it('name the units that a step reached', () => {
    const data = { due: '2022-07-14', actions: [{ action: 'remind', target: 'vn-10.086' }] };
    expect(detailsOf({ type: 'EscalationStepReached', data })).toEqual([
      { key: 'detail.due', args: { due: '14/7/2022' } },
      { key: 'action.remind', args: { unit: { unit: 'vn-10.086' } } },
    ]);
  });

  it('say what another calendar did to the item, and to no other', () => {
    const moved = [
      { obligation: 'item 1.2', from: '2022-07-25', to: '2022-07-26' },
      { obligation: 'item 1.3', from: '2022-07-27', to: '2022-07-28' },
    ];
    expect(detailsOf({ type: 'CalendarApplied', data: { moved } }, 'item 1.2')).toEqual([
      { key: 'detail.moved', args: { from: '25/7/2022', to: '26/7/2022' } },
    ]);
  });

  it('say what follows from being late, and where the explanation is', () => {
    const explanation = { id: 'explain:item 1.2#2', due: '2022-08-16', receiver: 'vn-10.086' };
    const demand = { type: 'FollowUpReached', data: { action: 'demand-explanation', target: 'vn-10.086.02929', explanation } };
    expect(detailsOf(demand)).toEqual([
      { key: 'action.demand-explanation', args: { unit: { unit: 'vn-10.086.02929' } } },
      { key: 'detail.explanation', args: { due: '16/8/2022', unit: { unit: 'vn-10.086' } } },
    ]);
    expect(explanationIn(demand)).toBe('explain:item 1.2#2');
    expect(explanationIn({ type: 'FollowUpReached', data: { action: 'commend', target: 'x', explanation: null } })).toBeNull();
  });

  it('say that work without a date has none', () => {
    expect(detailsOf({ type: 'UnitPlanDerived', data: { item: { due: null } } })).toEqual([
      { key: 'detail.due', args: { due: { undated: true } } },
    ]);
  });

  it('say nothing of what they do not know', () => {
    expect(detailsOf({ type: 'ItemBlessed', data: { by: 'x' } })).toEqual([]);
    expect(detailsOf({ type: 'ItemSubmitted', data: null })).toEqual([]);
  });

  it('name the rules behind them', () => {
    expect(readRule('task 126/KH-UBND:4')).toEqual({ kind: 'task', name: '126/KH-UBND:4' });
    expect(readRule('step after-5wd')).toEqual({ kind: 'step', name: 'after-5wd' });
    expect(readRule('cascade')).toEqual({ kind: 'cascade', name: 'cascade' });
    expect(readRule('organisation')).toEqual({ kind: 'other', name: 'organisation' });
  });
});

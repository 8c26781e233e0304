import { readFileSync } from 'node:fs';
import type { CstNode, IToken } from 'chevrotain';
import { describe, expect, it } from '@jest/globals';
import * as T from '../lexer/token-types.js';
import { lex } from '../lexer/lex.js';
import { ThacParser } from './grammar.js';
import { grammarRules, parse } from './parse.js';
import { nameOfRule, R } from './rules.js';
import { NONE, Tree } from './tree.js';

const whole = readFileSync(new URL('../../test/golden/whole.vi.thac', import.meta.url), 'utf8');

function treeOf(text: string): Tree {
  const lexed = lex(text);
  return new Tree(lexed, new ThacParser().read(lexed.tokens));
}

const tokensBelow = (node: CstNode): readonly IToken[] =>
  Object.values(node.children)
    .flat()
    .flatMap((child) => ('children' in child ? tokensBelow(child) : [child]));

describe('The trace of a reading', () => {
  it('holds every token of a text that reads, once', () => {
    const { cst, lexed } = parse(whole);
    const read = tokensBelow(cst).map(({ startOffset }) => startOffset);
    expect(read.toSorted((a, b) => a - b)).toEqual(lexed.tokens.map(({ startOffset }) => startOffset));
  });

  it('names every rule of the grammar', () => {
    expect(Object.keys(R).toSorted()).toEqual(Object.keys(grammarRules()).toSorted());
    expect(Object.values(R).map(nameOfRule)).toEqual(Object.keys(R));
  });

  it('tells nodes, tokens and stretches', () => {
    const text = 'nhiệm vụ 1.2 "A"\n  chủ trì: [B]; mỗi [C]';
    const tree = treeOf(text);
    const task = tree.node(tree.node(tree.root, R.item), R.task);
    const head = tree.node(task, R.taskHeader);
    expect(tree.written(head)).toBe('nhiệm vụ 1.2 "A"');
    expect(tree.token(head, T.Numeral)?.image).toBe('1.2');
    expect(tree.written(task)).toBe(text);
    const list = tree.node(tree.node(tree.node(task, R.clause), R.lead), R.actors);
    expect(tree.nodes(list, R.actor).map((actor) => tree.written(actor))).toEqual(['[B]', 'mỗi [C]']);
    expect(tree.nodes(list, R.actor).map((actor) => tree.has(actor, T.C.EACH))).toEqual([false, true]);
  });

  it('has nothing below what is absent', () => {
    const tree = treeOf('');
    expect(tree.node(NONE, R.item)).toBe(NONE);
    expect(tree.nodes(NONE, R.item)).toEqual([]);
    expect(tree.token(NONE, T.Text)).toBeUndefined();
    expect(tree.span(tree.root)).toEqual({ start: 0, end: 0 });
  });

  it('keeps what was read before a slip, and leaves out what recovery makes up', () => {
    const tree = treeOf('nhiệm vụ 1 "A"\n  chủ trì [B]\n  báo cáo về [C] nhiệm vụ 2 "D"');
    const [first, second] = tree.nodes(tree.root, R.item).map((item) => tree.node(item, R.task));
    const [lead, report] = tree.nodes(first!, R.clause);
    const line = tree.node(lead!, R.lead);
    expect(tree.token(line, T.C.LEAD)?.image).toBe('chủ trì');
    expect(tree.token(line, T.Colon)).toBeUndefined();
    expect(tree.token(tree.node(tree.node(line, R.actors), R.actor), T.Name)?.image).toBe('[B]');
    expect(tree.written(tree.node(tree.node(report!, R.reportTo), R.addressee))).toBe('[C]');
    expect(tree.written(second!)).toBe('nhiệm vụ 2 "D"');
  });
});

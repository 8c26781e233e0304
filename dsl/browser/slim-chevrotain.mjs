/**
 * An esbuild plugin that leaves out what of Chevrotain never runs here: its lexer (the language has its own, and takes of that class
 * one constant), the checks of a grammar that the tests have checked already, the building of concrete trees, the timing of its
 * own beginning, visitors, diagrams and its own wordings of errors.
 */
import { readFile } from 'node:fs/promises';

const LIB = 'chevrotain/lib/src/';
const NOTHING = (source) =>
  [...source.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => `export const ${name} = () => [];`).join('\n');
const WORDLESS = (source) =>
  [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => `export const ${name} = {};`).join('\n');

/** What a parser without concrete trees is left with. */
const TREELESS = () => `
const none = () => {};
export class TreeBuilder {
  initTreeBuilder() {
    this.CST_STACK = [];
    this.outputCst = false;
    for (const step of ['InvocationStateUpdate', 'FinallyStateUpdate', 'PostTerminal', 'PostNonTerminal', 'PostRule']) this['cst' + step] = none;
  }
  getPreviousExplicitRuleShortName() { return this.RULE_STACK[this.RULE_STACK_IDX - 1]; }
  getLastExplicitRuleOccurrenceIndex() { return this.RULE_OCCURRENCE_STACK[this.RULE_OCCURRENCE_STACK_IDX]; }
}`;

/** The beginning of a parser, not timed. */
const UNTIMED = () => 'export class PerformanceTracer { initPerformanceTracer() {} TRACE_INIT(_, phase) { return phase(); } }';

/** What stands in for a file, made from its text: the same exports, without the work. */
const STAND_INS = {
  'scan/lexer_public.js': () =>
    'export const LexerDefinitionErrorType = {}; export class Lexer { static NA = /NOT_APPLICABLE/; }',
  'parse/grammar/checks.js': NOTHING,
  'parse/errors_public.js': WORDLESS,
  'parse/parser/traits/tree_builder.js': TREELESS,
  'parse/parser/traits/perf_tracer.js': UNTIMED,
};

/** @throws where Chevrotain has no such file any more: the list above is then out of date */
export const slimChevrotain = () => ({
  name: 'slim-chevrotain',
  setup(build) {
    const met = new Set();
    build.onLoad({ filter: /[\\/]chevrotain[\\/]lib[\\/]src[\\/].*\.js$/ }, async ({ path }) => {
      const name = path.replaceAll('\\', '/').split(LIB).at(-1);
      const standIn = STAND_INS[name];
      if (!standIn) return undefined;
      met.add(name);
      return { contents: standIn(await readFile(path, 'utf8')), loader: 'js' };
    });
    build.onEnd(() => {
      const missing = Object.keys(STAND_INS).filter((name) => !met.has(name));
      return missing.length === 0 ? {} : { errors: missing.map((name) => ({ text: `${LIB}${name} was not met` })) };
    });
  },
});

/** The same as a plugin of Vite. */
export const slimChevrotainForVite = () => ({
  name: 'slim-chevrotain',
  transform(code, id) {
    const name = id.replaceAll('\\', '/').split(`/${LIB}`)[1];
    const standIn = name === undefined ? undefined : STAND_INS[name];
    return standIn ? { code: standIn(code), map: null } : null;
  },
});

import { diff, diffLines, previewPlan, type CheckEnv } from '#dsl';
import { environmentOf } from '../environment.js';
import type { Answer, Asked } from './protocol.js';

/** Works previews out beside the page, which goes on writing meanwhile. */

interface Scope {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage(answer: Answer): void;
}

const scope = self as unknown as Scope;
let env: CheckEnv | null = null;

scope.onmessage = ({ data: asked }) => {
  if (asked.ask === 'know') {
    env = environmentOf(asked.told);
    return;
  }
  if (env) scope.postMessage(answerTo(asked, env));
};

function answerTo(asked: Exclude<Asked, { ask: 'know' }>, known: CheckEnv): Answer {
  const { id } = asked;
  try {
    if (asked.ask === 'preview') return { id, is: 'preview', preview: previewPlan(asked.text, known, asked.options) };
    const found = diff(asked.before, asked.text, known);
    return { id, is: 'difference', lines: found && diffLines(found, asked.language) };
  } catch (error) {
    return { id, is: 'failed', why: String(error) };
  }
}

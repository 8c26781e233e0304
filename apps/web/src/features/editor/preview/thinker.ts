import type { Surroundings } from '#dsl';
import type { Answer, Asked, Question } from './protocol.js';

/** Asks the worker, one question at a time: of those that wait, only the last of each kind is asked. */
export class Thinker {
  private readonly worker = new Worker(new URL('./preview.worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<Question['ask'], { readonly question: Question; readonly done: (answer: Answer) => void }>();
  private busy: { readonly id: number; readonly done: (answer: Answer) => void } | null = null;
  private last = 0;

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const { busy } = this;
      this.busy = null;
      if (busy?.id === data.id) busy.done(data);
      this.next();
    };
    this.worker.onerror = (event) => {
      const { busy } = this;
      this.busy = null;
      busy?.done({ id: busy.id, is: 'failed', why: event.message });
      this.next();
    };
  }

  /** What all questions from now on are asked against. */
  know(told: Surroundings): void {
    this.send({ ask: 'know', told });
  }

  /** `done` is called once, unless a later question of the same kind takes this one's place. */
  ask(question: Question, done: (answer: Answer) => void): void {
    this.waiting.set(question.ask, { question, done });
    this.next();
  }

  end(): void {
    this.worker.terminate();
  }

  private next(): void {
    const [first] = this.waiting;
    if (this.busy || !first) return;
    const [kind, { question, done }] = first;
    this.waiting.delete(kind);
    this.last += 1;
    this.busy = { id: this.last, done };
    this.send({ ...question, id: this.last });
  }

  private send(asked: Asked): void {
    this.worker.postMessage(asked);
  }
}

import * as T from '../lexer/token-types.js';
import type { Rule } from './phrase-grammar.js';
import { ReportGrammar } from './report-grammar.js';

const { C } = T;

/** The levels of targets. */
export class LevelGrammar extends ReportGrammar {
  readonly oneLevel: Rule = this.rule('oneLevel', () => {
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(C.MUST) }, { ALT: () => this.CONSUME(C.STRIVE) }]);
    });
    this.OR2([
      { ALT: () => this.CONSUME(C.NONE_ARISE) },
      { ALT: () => this.SUBRULE(this.top) },
      {
        ALT: () => {
          this.CONSUME(C.IN_GROUP);
          this.CONSUME(T.Text);
        },
      },
      { ALT: () => this.SUBRULE(this.movement) },
      {
        ALT: () => {
          this.OPTION2(() => this.SUBRULE(this.bound));
          this.SUBRULE(this.figure);
        },
      },
    ]);
    this.MANY(() => this.SUBRULE(this.levelPart));
  });

  readonly top: Rule = this.rule('top', () => {
    this.CONSUME(C.IN_TOP);
    this.CONSUME(T.Int);
    this.OPTION(() => {
      this.CONSUME(C.OUT_OF);
      this.CONSUME2(T.Int);
    });
  });

  /** A rise or a fall, of so much or simply. */
  readonly movement: Rule = this.rule('movement', () => {
    this.OR([{ ALT: () => this.CONSUME(C.INCREASE) }, { ALT: () => this.CONSUME(C.DECREASE) }]);
    this.OPTION(() => this.SUBRULE(this.bound));
    this.OPTION2(() => this.SUBRULE(this.figure));
  });

  readonly bound: Rule = this.choice('bound', this.words(C.AT_LEAST, C.MORE_THAN, C.AT_MOST, C.LESS_THAN, C.REACH));

  readonly figure: Rule = this.rule('figure', () => {
    this.CONSUME(T.Numeral);
    this.OPTION({
      GATE: () => this.follows(T.Numeral),
      DEF: () => {
        this.CONSUME(C.UNTIL);
        this.CONSUME2(T.Numeral);
      },
    });
    this.OPTION2(() => {
      this.OR([
        { ALT: () => this.CONSUME(T.Percent) },
        { ALT: () => this.CONSUME(C.RANKS) },
        { ALT: () => this.CONSUME(T.Text) },
      ]);
    });
  });

  readonly levelPart: Rule = this.choice('levelPart', [
    { ALT: () => this.CONSUME(C.YEARLY) },
    {
      ALT: () => {
        this.CONSUME(C.COMPARED);
        this.CONSUME(T.Int);
      },
    },
    {
      ALT: () => {
        this.CONSUME(C.UNTIL);
        this.SUBRULE(this.point);
      },
    },
    {
      ALT: () => {
        this.CONSUME(C.WITHIN);
        this.SUBRULE(this.calendarPoint);
      },
    },
  ]);
}

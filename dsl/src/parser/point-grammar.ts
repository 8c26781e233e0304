import * as T from '../lexer/token-types.js';
import { PhraseGrammar, type Rule } from './phrase-grammar.js';

const { C } = T;

/** What deadlines are made of: points of the calendar, rhythms, units and beginnings of terms. */
export class PointGrammar extends PhraseGrammar {
  readonly calendarPoint: Rule = this.RULE('calendarPoint', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.quarter) },
      { ALT: () => this.SUBRULE(this.month) },
      { ALT: () => this.SUBRULE(this.year) },
    ]);
  });

  readonly quarter: Rule = this.RULE('quarter', () => {
    this.CONSUME(C.QUARTER);
    this.OR([{ ALT: () => this.CONSUME(T.Roman) }, { ALT: () => this.CONSUME(T.Int) }]);
    this.OR2([
      { ALT: () => this.CONSUME(T.YearPart) },
      {
        ALT: () => {
          this.CONSUME(C.YEAR);
          this.CONSUME2(T.Int);
        },
      },
    ]);
  });

  /** A month of a year, or of every year. */
  readonly month: Rule = this.RULE('month', () => {
    this.CONSUME(C.MONTH);
    this.CONSUME(T.Int);
    this.OPTION(() => {
      this.OR([
        { ALT: () => this.CONSUME(T.YearPart) },
        {
          ALT: () => {
            this.CONSUME(C.YEAR);
            this.CONSUME2(T.Int);
          },
        },
      ]);
    });
  });

  readonly year: Rule = this.RULE('year', () => {
    this.CONSUME(C.YEAR);
    this.CONSUME(T.Int);
  });

  readonly phase: Rule = this.RULE('phase', () => {
    this.CONSUME(C.PHASE);
    this.CONSUME(T.YearRange);
  });

  readonly point: Rule = this.RULE('point', () => {
    this.OR([{ ALT: () => this.CONSUME(T.DateText) }, { ALT: () => this.SUBRULE(this.calendarPoint) }]);
  });

  readonly weekday: Rule = this.RULE('weekday', () => {
    this.OR([
      { ALT: () => this.CONSUME(C.MONDAY) },
      { ALT: () => this.CONSUME(C.TUESDAY) },
      { ALT: () => this.CONSUME(C.WEDNESDAY) },
      { ALT: () => this.CONSUME(C.THURSDAY) },
      { ALT: () => this.CONSUME(C.FRIDAY) },
      { ALT: () => this.CONSUME(C.SATURDAY) },
      { ALT: () => this.CONSUME(C.SUNDAY) },
    ]);
  });

  /** What a term is counted from. */
  readonly anchor: Rule = this.RULE('anchor', () => {
    this.OR([
      { ALT: () => this.CONSUME(C.FROM_ISSUE) },
      { ALT: () => this.CONSUME(C.FROM_RECEIPT) },
      { ALT: () => this.CONSUME(C.FROM_EFFECT) },
      {
        ALT: () => {
          this.CONSUME(C.FROM_DATE);
          this.CONSUME(T.DateText);
        },
      },
      {
        ALT: () => {
          this.CONSUME(C.FROM_EVENT);
          this.CONSUME(T.Text);
        },
      },
      {
        ALT: () => {
          this.CONSUME(C.AFTER_TASK);
          this.CONSUME(T.Numeral);
        },
      },
    ]);
  });

  readonly termUnit: Rule = this.RULE('termUnit', () => {
    this.OR([
      { ALT: () => this.CONSUME(C.WORKING_DAYS) },
      { ALT: () => this.CONSUME(C.DAYS) },
      { ALT: () => this.CONSUME(C.WEEKS) },
      { ALT: () => this.CONSUME(C.MONTHS) },
      { ALT: () => this.CONSUME(C.YEAR) },
      { ALT: () => this.CONSUME(C.HOURS) },
      { ALT: () => this.CONSUME(C.WORKING_HOURS) },
    ]);
  });

  readonly rhythm: Rule = this.RULE('rhythm', () => {
    this.OR([
      { ALT: () => this.CONSUME(C.DAILY) },
      { ALT: () => this.CONSUME(C.WEEKLY) },
      { ALT: () => this.CONSUME(C.MONTHLY) },
      { ALT: () => this.CONSUME(C.QUARTERLY) },
      { ALT: () => this.CONSUME(C.HALF_YEARLY) },
      { ALT: () => this.CONSUME(C.YEARLY) },
    ]);
  });
}

import * as T from '../lexer/token-types.js';
import { PhraseGrammar, type Rule } from './phrase-grammar.js';

const { C } = T;

/** What deadlines are made of: points of the calendar, rhythms, units and beginnings of terms. */
export class PointGrammar extends PhraseGrammar {
  readonly calendarPoint: Rule = this.choice(
    'calendarPoint',
    this.rules(
      () => this.quarter,
      () => this.month,
      () => this.year,
    ),
  );

  readonly quarter: Rule = this.rule('quarter', () => {
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
  readonly month: Rule = this.rule('month', () => {
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

  readonly year: Rule = this.rule('year', () => {
    this.CONSUME(C.YEAR);
    this.CONSUME(T.Int);
  });

  readonly phase: Rule = this.rule('phase', () => {
    this.CONSUME(C.PHASE);
    this.CONSUME(T.YearRange);
  });

  readonly point: Rule = this.choice('point', [
    { ALT: () => this.CONSUME(T.DateText) },
    { ALT: () => this.SUBRULE(this.calendarPoint) },
  ]);

  readonly weekday: Rule = this.choice(
    'weekday',
    this.words(C.MONDAY, C.TUESDAY, C.WEDNESDAY, C.THURSDAY, C.FRIDAY, C.SATURDAY, C.SUNDAY),
  );

  /** What a term is counted from. */
  readonly anchor: Rule = this.choice('anchor', [
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
        this.OR2([{ ALT: () => this.CONSUME(C.FROM_EVENT) }, { ALT: () => this.CONSUME(C.AFTER_EVENT) }]);
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

  readonly termUnit: Rule = this.choice(
    'termUnit',
    this.words(C.WORKING_DAYS, C.DAYS, C.WEEKS, C.MONTHS, C.YEAR, C.HOURS, C.WORKING_HOURS),
  );

  readonly rhythm: Rule = this.choice('rhythm', this.words(C.DAILY, C.WEEKLY, C.MONTHLY, C.QUARTERLY, C.HALF_YEARLY, C.YEARLY));
}

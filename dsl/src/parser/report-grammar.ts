import * as T from '../lexer/token-types.js';
import { DueGrammar } from './due-grammar.js';
import type { Rule } from './phrase-grammar.js';

const { C } = T;

/** What stands inside the lines of a regime: periods, what they cover, and routes. */
export class ReportGrammar extends DueGrammar {
  /** A period, one that its report serves as well, and a due date of its own. */
  readonly periodEntry: Rule = this.rule('periodEntry', () => {
    this.SUBRULE(this.reportPeriod);
    this.OPTION(() => {
      this.CONSUME(C.TOGETHER);
      this.SUBRULE2(this.reportPeriod);
    });
    this.OPTION2(() => this.SUBRULE(this.periodDue));
  });

  readonly reportPeriod: Rule = this.choice('reportPeriod', [
    {
      ALT: () => {
        this.CONSUME(C.QUARTER);
        this.OR2([{ ALT: () => this.CONSUME(T.Roman) }, { ALT: () => this.CONSUME(T.Int) }]);
      },
    },
    {
      ALT: () => {
        this.CONSUME2(T.Int);
        this.CONSUME(C.MONTHS);
        this.OPTION(() => this.CONSUME(C.LATTER_HALF));
      },
    },
    { ALT: () => this.CONSUME(C.YEAR) },
    { ALT: () => this.CONSUME2(C.MONTHS) },
    { ALT: () => this.CONSUME(C.WEEKS) },
    { ALT: () => this.CONSUME(C.DAYS) },
    { ALT: () => this.SUBRULE(this.rhythm) },
    { ALT: () => this.CONSUME(C.MIDTERM) },
    { ALT: () => this.CONSUME(C.FINAL) },
    { ALT: () => this.CONSUME(C.ON_REQUEST) },
  ]);

  readonly dataWindow: Rule = this.rule('dataWindow', () => {
    this.OR([
      { ALT: () => this.CONSUME(C.BY_CALENDAR) },
      {
        ALT: () => {
          this.CONSUME(C.FROM);
          this.CONSUME(T.Int);
          this.CONSUME(C.OF_MONTH_BEFORE);
          this.CONSUME(C.UNTIL);
          this.CONSUME2(T.Int);
          this.CONSUME(C.OF_LAST_MONTH);
        },
      },
    ]);
    this.OPTION(() => this.CONSUME(C.CUMULATIVE));
  });

  readonly route: Rule = this.rule('route', () => {
    this.SUBRULE(this.actors);
    this.CONSUME(C.SEND_TO);
    this.SUBRULE(this.addressee);
    this.MANY(() => this.SUBRULE(this.routePart));
  });

  readonly routePart: Rule = this.choice(
    'routePart',
    this.rules(
      () => this.via,
      () => this.copy,
      () => this.into,
      () => this.due,
    ),
  );

  readonly via: Rule = this.rule('via', () => {
    this.CONSUME(C.VIA);
    this.CONSUME(T.Name);
  });

  readonly copy: Rule = this.rule('copy', () => {
    this.CONSUME(C.COPY_TO);
    this.SUBRULE(this.addressee);
  });

  readonly into: Rule = this.rule('into', () => {
    this.CONSUME(C.INTO_SYSTEM);
    this.CONSUME(T.Text);
  });
}

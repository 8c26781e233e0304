import * as T from '../lexer/token-types.js';
import { DueGrammar } from './due-grammar.js';
import type { Rule } from './phrase-grammar.js';

const { C } = T;

/** What stands inside the lines of a regime: periods, what they cover, and routes. */
export class ReportGrammar extends DueGrammar {
  /** A period, one that its report serves as well, and a due date of its own. */
  readonly periodEntry: Rule = this.RULE('periodEntry', () => {
    this.SUBRULE(this.reportPeriod);
    this.OPTION(() => {
      this.CONSUME(C.TOGETHER);
      this.SUBRULE2(this.reportPeriod);
    });
    this.OPTION2(() => this.SUBRULE(this.periodDue));
  });

  readonly reportPeriod: Rule = this.RULE('reportPeriod', () => {
    this.OR([
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
  });

  readonly dataWindow: Rule = this.RULE('dataWindow', () => {
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

  readonly route: Rule = this.RULE('route', () => {
    this.SUBRULE(this.actors);
    this.CONSUME(C.SEND_TO);
    this.SUBRULE(this.addressee);
    this.MANY(() => this.SUBRULE(this.routePart));
  });

  readonly routePart: Rule = this.RULE('routePart', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.via) },
      { ALT: () => this.SUBRULE(this.copy) },
      { ALT: () => this.SUBRULE(this.into) },
      { ALT: () => this.SUBRULE(this.due) },
    ]);
  });

  readonly via: Rule = this.RULE('via', () => {
    this.CONSUME(C.VIA);
    this.CONSUME(T.Name);
  });

  readonly copy: Rule = this.RULE('copy', () => {
    this.CONSUME(C.COPY_TO);
    this.SUBRULE(this.addressee);
  });

  readonly into: Rule = this.RULE('into', () => {
    this.CONSUME(C.INTO_SYSTEM);
    this.CONSUME(T.Text);
  });
}

import * as T from '../lexer/token-types.js';
import type { Rule } from './phrase-grammar.js';
import { PointGrammar } from './point-grammar.js';

const { C } = T;

/** What stands inside a line: when. Nothing here nests, so that no text, however long, reads deeper than its rules. */
export class DueGrammar extends PointGrammar {
  readonly due: Rule = this.rule('due', () => {
    this.OPTION(() => this.CONSUME(C.PROVISIONAL));
    this.SUBRULE(this.oneDue);
    this.OPTION2(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(C.AFTERWARDS);
            this.SUBRULE2(this.oneDue);
          },
        },
        { ALT: () => this.CONSUME(C.FOLLOWING_YEARS) },
      ]);
    });
  });

  readonly oneDue: Rule = this.choice('oneDue', [
    { ALT: () => this.SUBRULE(this.dateLimit) },
    { ALT: () => this.SUBRULE(this.period) },
    { ALT: () => this.SUBRULE(this.span) },
    { ALT: () => this.SUBRULE(this.standing) },
    { ALT: () => this.SUBRULE(this.regulated) },
    { ALT: () => this.SUBRULE(this.scheduled) },
    { ALT: () => this.SUBRULE(this.recurring) },
    { ALT: () => this.SUBRULE(this.onEvent) },
    { ALT: () => this.CONSUME(C.ON_REQUEST) },
    { ALT: () => this.SUBRULE(this.looseDue) },
  ]);

  /** A due date within a list of periods: of the forms that end by themselves. */
  readonly periodDue: Rule = this.choice(
    'periodDue',
    this.rules(
      () => this.dateLimit,
      () => this.period,
      () => this.regulated,
    ),
  );

  private readonly limits = this.words(C.BEFORE, C.NO_LATER, C.NO_LATER_BEFORE);

  readonly dateLimit: Rule = this.rule('dateLimit', () => {
    this.OR(this.limits);
    this.OPTION(() => this.SUBRULE(this.clocks));
    this.SUBRULE(this.limit);
  });

  readonly clocks: Rule = this.rule('clocks', () => {
    this.CONSUME(T.Clock);
    this.MANY({
      GATE: () => this.follows(T.Clock),
      DEF: () => {
        this.CONSUME(C.AND);
        this.CONSUME2(T.Clock);
      },
    });
  });

  /** The day by which: one that is named, one in every period, or one that is counted. */
  readonly limit: Rule = this.choice('limit', [
    { ALT: () => this.SUBRULE(this.dates) },
    { ALT: () => this.SUBRULE(this.dayOf) },
    { ALT: () => this.SUBRULE(this.counted) },
    { ALT: () => this.SUBRULE(this.weekdayOf) },
    { ALT: () => this.CONSUME(C.DAILY) },
    { ALT: () => this.SUBRULE(this.calendarPoint) },
  ]);

  readonly dates: Rule = this.rule('dates', () => {
    this.OPTION(() => this.CONSUME(C.DATED));
    this.CONSUME(T.DateText);
    this.MANY({
      GATE: () => this.follows(T.DateText),
      DEF: () => {
        this.CONSUME(C.AND);
        this.CONSUME2(T.DateText);
      },
    });
    this.OPTION2(() => this.CONSUME(C.YEARLY));
  });

  private readonly months = this.words(C.OF_LAST_MONTH, C.OF_FIRST_MONTH, C.OF_NEXT_MONTH, C.MONTHLY);

  readonly dayOf: Rule = this.rule('dayOf', () => {
    this.CONSUME(T.Int);
    this.OR(this.months);
  });

  readonly counted: Rule = this.rule('counted', () => {
    this.CONSUME(T.Int);
    this.SUBRULE(this.termUnit);
    this.OR([
      { ALT: () => this.SUBRULE(this.anchor) },
      {
        ALT: () => {
          this.CONSUME(C.BEFORE);
          this.CONSUME(T.DateText);
        },
      },
      {
        ALT: () => {
          this.CONSUME(C.BEFORE_EVENT);
          this.CONSUME(T.Text);
        },
      },
    ]);
  });

  readonly nextWorkday: Rule = this.rule('nextWorkday', () => {
    this.CONSUME(C.NEXT_WORKDAY);
    this.SUBRULE(this.anchor);
  });

  readonly weekdayOf: Rule = this.rule('weekdayOf', () => {
    this.SUBRULE(this.weekday);
    this.CONSUME(C.WEEKLY);
  });

  private readonly stretches = this.rules(
    () => this.calendarPoint,
    () => this.term,
    () => this.nextWorkday,
    () => this.phase,
  );

  readonly period: Rule = this.rule('period', () => {
    this.CONSUME(C.WITHIN);
    this.OR(this.stretches);
  });

  /** A stretch of time: from, to, or both. */
  readonly span: Rule = this.rule('span', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.begin);
          this.OPTION(() => {
            this.OR2([{ ALT: () => this.CONSUME(C.ONWARDS) }, { ALT: () => this.SUBRULE(this.end) }]);
          });
        },
      },
      { ALT: () => this.SUBRULE2(this.end) },
      { ALT: () => this.SUBRULE(this.phase) },
      { ALT: () => this.SUBRULE(this.calendarPoint) },
    ]);
    this.OPTION2(() => this.CONSUME(C.YEARLY));
  });

  readonly begin: Rule = this.rule('begin', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(C.FROM);
          this.SUBRULE(this.point);
        },
      },
      { ALT: () => this.CONSUME(C.FROM_NOW) },
    ]);
  });

  readonly end: Rule = this.choice('end', [
    {
      ALT: () => {
        this.CONSUME(C.UNTIL);
        this.SUBRULE(this.point);
      },
    },
    {
      ALT: () => {
        this.CONSUME(C.UNTIL_EVENT);
        this.CONSUME(T.Text);
      },
    },
  ]);

  readonly term: Rule = this.rule('term', () => {
    this.CONSUME(T.Int);
    this.SUBRULE(this.termUnit);
    this.SUBRULE(this.anchor);
  });

  readonly standing: Rule = this.rule('standing', () => {
    this.CONSUME(C.STANDING);
    this.OPTION(() => this.CONSUME(C.ON_REQUEST));
    this.OPTION2(() => this.SUBRULE(this.rhythm));
  });

  readonly regulated: Rule = this.rule('regulated', () => {
    this.CONSUME(C.AS_REGULATED);
    this.OPTION(() => {
      this.CONSUME(C.IN);
      this.CONSUME(T.Text);
    });
  });

  readonly scheduled: Rule = this.rule('scheduled', () => {
    this.CONSUME(C.AS_SCHEDULED);
    this.OPTION(() => this.CONSUME(T.Text));
  });

  readonly recurring: Rule = this.rule('recurring', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(C.RECURRING);
          this.OPTION(() => this.SUBRULE(this.rhythm));
        },
      },
      { ALT: () => this.SUBRULE2(this.rhythm) },
      { ALT: () => this.SUBRULE(this.weekdayOf) },
    ]);
    this.OPTION2(() => {
      this.CONSUME(C.AFTER_EVENT);
      this.CONSUME(T.Text);
    });
  });

  private readonly sidesOfEvent = this.words(C.AFTER_EVENT, C.AT_ONCE_AFTER, C.BEFORE_EVENT);

  readonly onEvent: Rule = this.rule('onEvent', () => {
    this.OR(this.sidesOfEvent);
    this.CONSUME(T.Text);
  });

  /** A due date in words of no form: reported, and kept apart from the next line. */
  readonly looseDue: Rule = this.rule('looseDue', () => {
    this.CONSUME(T.Loose);
    this.MANY(() => this.CONSUME(T.Stray));
  });
}

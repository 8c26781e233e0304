import type { TokenType } from 'chevrotain';
import * as T from '../lexer/token-types.js';
import { LevelGrammar } from './level-grammar.js';
import type { Rule } from './phrase-grammar.js';
import type { RuleName } from './rules.js';

const { C } = T;

/** The lines of plans, tasks, targets and regimes. Each begins with a word of its own. */
export class ClauseGrammar extends LevelGrammar {
  /** A line of a plan, a task or a target; which of them may have it is for the checks. */
  readonly clause: Rule = this.choice('clause', [
    { ALT: () => this.SUBRULE(this.lead) },
    { ALT: () => this.SUBRULE(this.support) },
    { ALT: () => this.SUBRULE(this.dueClause) },
    { ALT: () => this.SUBRULE(this.output) },
    { ALT: () => this.SUBRULE(this.basis) },
    { ALT: () => this.SUBRULE(this.reportTo) },
    { ALT: () => this.SUBRULE(this.refines) },
    { ALT: () => this.SUBRULE(this.title) },
    { ALT: () => this.SUBRULE(this.focal) },
    { ALT: () => this.SUBRULE(this.implementsClause) },
    { ALT: () => this.CONSUME(C.INHERIT) },
    { ALT: () => this.SUBRULE(this.omit) },
    { ALT: () => this.SUBRULE(this.runsTo) },
    { ALT: () => this.SUBRULE(this.periods) },
    { ALT: () => this.SUBRULE(this.consolidate) },
    { ALT: () => this.SUBRULE(this.data) },
    { ALT: () => this.SUBRULE(this.content) },
    { ALT: () => this.SUBRULE(this.advise) },
    { ALT: () => this.SUBRULE(this.monitor) },
    { ALT: () => this.SUBRULE(this.request) },
    { ALT: () => this.SUBRULE(this.resolver) },
    { ALT: () => this.SUBRULE(this.responsible) },
    { ALT: () => this.SUBRULE(this.condition) },
    { ALT: () => this.SUBRULE(this.checkpoints) },
    { ALT: () => this.SUBRULE(this.serves) },
    { ALT: () => this.SUBRULE(this.level) },
    { ALT: () => this.SUBRULE(this.policy) },
    { ALT: () => this.SUBRULE(this.effective) },
    { ALT: () => this.SUBRULE(this.vision) },
    { ALT: () => this.SUBRULE(this.otherPlan) },
    { ALT: () => this.SUBRULE(this.change) },
    { ALT: () => this.SUBRULE(this.unknown) },
  ]);

  readonly lead: Rule = this.labelled('lead', C.LEAD, () => this.SUBRULE(this.actors));
  readonly support: Rule = this.labelled('support', C.SUPPORT, () => this.SUBRULE(this.actors));
  readonly focal: Rule = this.labelled('focal', C.FOCAL, () => this.SUBRULE(this.actors));
  readonly advise: Rule = this.labelled('advise', C.ADVISE, () => this.SUBRULE(this.actors));
  readonly monitor: Rule = this.labelled('monitor', C.MONITOR, () => this.SUBRULE(this.actors));
  readonly request: Rule = this.labelled('request', C.REQUEST, () => this.SUBRULE(this.actors));
  readonly resolver: Rule = this.labelled('resolver', C.RESOLVER, () => this.SUBRULE(this.actors));
  readonly dueClause: Rule = this.labelled('dueClause', C.DUE, () => this.SUBRULE(this.due));
  readonly output: Rule = this.labelled('output', C.OUTPUT, () => this.CONSUME(T.Text));
  readonly basis: Rule = this.labelled('basis', C.BASIS, () => this.CONSUME(T.Text));
  readonly title: Rule = this.labelled('title', C.TITLE, () => this.CONSUME(T.Text));
  readonly content: Rule = this.labelled('content', C.CONTENT, () => this.CONSUME(T.Text));
  readonly responsible: Rule = this.labelled('responsible', C.RESPONSIBLE, () => this.CONSUME(T.Text));
  readonly condition: Rule = this.labelled('condition', C.CONDITION, () => this.CONSUME(T.Text));
  readonly consolidate: Rule = this.labelled('consolidate', C.CONSOLIDATE, () => this.SUBRULE(this.route));
  readonly data: Rule = this.labelled('data', C.DATA, () => this.SUBRULE(this.dataWindow));
  readonly checkpoints: Rule = this.labelled('checkpoints', C.CHECKPOINTS, () => {
    this.SUBRULE(this.point);
    this.MANY(() => {
      this.SUBRULE(this.separator);
      this.SUBRULE2(this.point);
    });
  });
  readonly level: Rule = this.labelled('level', C.LEVEL, () => {
    this.SUBRULE(this.oneLevel);
    this.MANY(() => {
      this.SUBRULE(this.separator);
      this.SUBRULE2(this.oneLevel);
    });
  });
  readonly periods: Rule = this.labelled('periods', C.PERIODS, () => {
    this.SUBRULE(this.periodEntry);
    this.MANY(() => {
      this.SUBRULE(this.separator);
      this.SUBRULE2(this.periodEntry);
    });
  });

  private labelled(name: RuleName, label: TokenType, content: () => unknown): Rule {
    return this.rule(name, () => {
      this.CONSUME(label);
      this.CONSUME(T.Colon);
      content();
    });
  }

  readonly reportTo: Rule = this.rule('reportTo', () => {
    this.CONSUME(C.REPORT_TO);
    this.SUBRULE(this.addressee);
    this.SUBRULE(this.due);
  });

  readonly refines: Rule = this.rule('refines', () => {
    this.CONSUME(C.REFINES);
    this.CONSUME(T.Numeral);
  });

  readonly serves: Rule = this.rule('serves', () => {
    this.CONSUME(C.SERVES);
    this.CONSUME(T.Numeral);
    this.MANY(() => {
      this.SUBRULE(this.separator);
      this.CONSUME2(T.Numeral);
    });
  });

  readonly implementsClause: Rule = this.rule('implementsClause', () => {
    this.CONSUME(C.IMPLEMENTS);
    this.SUBRULE(this.planName);
  });

  private readonly relations = this.words(C.CONTINUES, C.AMENDS, C.REPLACES, C.REPEALS);

  readonly otherPlan: Rule = this.rule('otherPlan', () => {
    this.OR(this.relations);
    this.SUBRULE(this.planName);
  });

  readonly planName: Rule = this.rule('planName', () => {
    this.CONSUME(T.Text);
    this.CONSUME(C.DATED);
    this.CONSUME(T.DateText);
    this.CONSUME(C.OF);
    this.CONSUME(T.Name);
  });

  readonly omit: Rule = this.rule('omit', () => {
    this.CONSUME(C.OMIT);
    this.CONSUME(T.Numeral);
    this.CONSUME(C.BECAUSE);
    this.CONSUME(T.Text);
  });

  readonly runsTo: Rule = this.rule('runsTo', () => {
    this.CONSUME(C.RUNS_TO);
    this.CONSUME(T.DateText);
  });

  /** How the plan wants days read, and how it stands to what it cites. */
  readonly policy: Rule = this.rule('policy', () => {
    this.OR([
      { ALT: () => this.CONSUME(C.BEFORE_INCLUSIVE) },
      { ALT: () => this.CONSUME(C.LATEST_TEXTS) },
      { ALT: () => this.CONSUME(C.PER_UNIT) },
      {
        ALT: () => {
          this.CONSUME(C.DAYS_OFF);
          this.CONSUME(T.Colon);
          this.OR2([
            { ALT: () => this.CONSUME(C.STAYS) },
            { ALT: () => this.CONSUME(C.MOVES_ON) },
            { ALT: () => this.CONSUME(C.MOVES_BACK) },
          ]);
        },
      },
    ]);
  });

  readonly effective: Rule = this.rule('effective', () => {
    this.CONSUME(C.EFFECTIVE);
    this.CONSUME(T.DateText);
  });

  readonly vision: Rule = this.rule('vision', () => {
    this.CONSUME(C.VISION);
    this.CONSUME(T.Int);
  });

  /** What an amending plan does to a task. */
  readonly change: Rule = this.choice('change', [
    {
      ALT: () => {
        this.CONSUME(C.EXTEND);
        this.CONSUME(T.Numeral);
        this.CONSUME(C.UNTIL);
        this.SUBRULE(this.point);
      },
    },
    {
      ALT: () => {
        this.CONSUME(C.SUSPEND);
        this.CONSUME2(T.Numeral);
        this.CONSUME(C.FROM);
        this.CONSUME(T.DateText);
        this.OPTION(() => {
          this.CONSUME2(C.UNTIL);
          this.CONSUME2(T.DateText);
        });
      },
    },
    {
      ALT: () => {
        this.CONSUME(C.WITHDRAW);
        this.CONSUME3(T.Numeral);
      },
    },
  ]);
}

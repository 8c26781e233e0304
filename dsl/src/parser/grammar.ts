import type { TokenType } from 'chevrotain';
import * as T from '../lexer/token-types.js';
import { PhraseGrammar, type Rule } from './phrase-grammar.js';

const { C } = T;

/**
 * The grammar: permissive in the order and number of clauses (the checks are strict, and say it better), LL(2). Every item,
 * clause and step begins with a word of its own, so that after a slip the reading goes on at the next one.
 */
export class ThacParser extends PhraseGrammar {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  readonly document: Rule = this.RULE('document', () => {
    this.MANY(() => this.SUBRULE(this.item));
  });

  readonly item: Rule = this.RULE('item', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.plan) },
      { ALT: () => this.SUBRULE(this.group) },
      { ALT: () => this.SUBRULE(this.section) },
      { ALT: () => this.SUBRULE(this.task) },
      { ALT: () => this.SUBRULE(this.duty) },
      { ALT: () => this.SUBRULE(this.regime) },
      { ALT: () => this.SUBRULE(this.escalation) },
      { ALT: () => this.SUBRULE(this.clause) },
      { ALT: () => this.SUBRULE(this.step) },
    ]);
  });

  readonly plan: Rule = this.RULE('plan', () => {
    this.SUBRULE(this.planHeader);
    this.MANY(() => this.SUBRULE(this.clause));
  });

  readonly planHeader: Rule = this.RULE('planHeader', () => {
    this.CONSUME(C.PLAN);
    this.CONSUME(T.Text);
    this.CONSUME(C.ISSUED_ON);
    this.CONSUME(T.DateText);
    this.CONSUME(C.OF);
    this.CONSUME(T.Name);
  });

  readonly group: Rule = this.RULE('group', () => {
    this.CONSUME(C.GROUP);
    this.CONSUME(T.Name);
    this.CONSUME(C.CONSISTS);
    this.SUBRULE(this.unitKind);
    this.SUBRULE(this.tier);
  });

  readonly section: Rule = this.RULE('section', () => {
    this.SUBRULE(this.sectionHeader);
    this.MANY(() => this.SUBRULE(this.unknown));
  });

  readonly sectionHeader: Rule = this.RULE('sectionHeader', () => {
    this.CONSUME(C.SECTION);
    this.CONSUME(T.Int);
    this.CONSUME(T.Text);
  });

  readonly task: Rule = this.RULE('task', () => {
    this.SUBRULE(this.taskHeader);
    this.MANY(() => this.SUBRULE(this.clause));
  });

  readonly taskHeader: Rule = this.RULE('taskHeader', () => {
    this.CONSUME(C.TASK);
    this.CONSUME(T.Numeral);
    this.OPTION(() => this.CONSUME(T.Text));
  });

  /** A line of a plan or of a task; which of them may have it is for the checks. */
  readonly clause: Rule = this.RULE('clause', () => {
    this.OR([
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
      { ALT: () => this.SUBRULE(this.unknown) },
    ]);
  });

  readonly lead: Rule = this.labelled('lead', C.LEAD, () => this.SUBRULE(this.actors));
  readonly support: Rule = this.labelled('support', C.SUPPORT, () => this.SUBRULE(this.actors));
  readonly focal: Rule = this.labelled('focal', C.FOCAL, () => this.SUBRULE(this.actors));
  readonly dueClause: Rule = this.labelled('dueClause', C.DUE, () => this.SUBRULE(this.due));
  readonly output: Rule = this.labelled('output', C.OUTPUT, () => this.CONSUME(T.Text));
  readonly basis: Rule = this.labelled('basis', C.BASIS, () => this.CONSUME(T.Text));
  readonly title: Rule = this.labelled('title', C.TITLE, () => this.CONSUME(T.Text));
  readonly consolidate: Rule = this.labelled('consolidate', C.CONSOLIDATE, () => this.SUBRULE(this.route));
  readonly periods: Rule = this.labelled('periods', C.PERIODS, () => {
    this.SUBRULE(this.reportPeriod);
    this.MANY(() => {
      this.SUBRULE(this.separator);
      this.SUBRULE2(this.reportPeriod);
    });
  });

  private labelled(name: string, label: TokenType, content: () => unknown): Rule {
    return this.RULE(name, () => {
      this.CONSUME(label);
      this.CONSUME(T.Colon);
      content();
    });
  }

  readonly reportTo: Rule = this.RULE('reportTo', () => {
    this.CONSUME(C.REPORT_TO);
    this.SUBRULE(this.addressee);
    this.SUBRULE(this.due);
  });

  readonly refines: Rule = this.RULE('refines', () => {
    this.CONSUME(C.REFINES);
    this.CONSUME(T.Numeral);
  });

  readonly implementsClause: Rule = this.RULE('implementsClause', () => {
    this.CONSUME(C.IMPLEMENTS);
    this.CONSUME(T.Text);
    this.CONSUME(C.DATED);
    this.CONSUME(T.DateText);
    this.CONSUME(C.OF);
    this.CONSUME(T.Name);
  });

  readonly omit: Rule = this.RULE('omit', () => {
    this.CONSUME(C.OMIT);
    this.CONSUME(T.Numeral);
    this.CONSUME(C.BECAUSE);
    this.CONSUME(T.Text);
  });

  readonly runsTo: Rule = this.RULE('runsTo', () => {
    this.CONSUME(C.RUNS_TO);
    this.CONSUME(T.DateText);
  });

  readonly duty: Rule = this.RULE('duty', () => {
    this.CONSUME(C.REQUIRE);
    this.SUBRULE(this.actors);
    this.CONSUME(C.ISSUE_PLAN);
    this.OPTION(() => this.SUBRULE(this.due));
    this.OPTION2(() => {
      this.CONSUME(C.AND);
      this.CONSUME(C.SEND_TO);
      this.SUBRULE(this.addressee);
    });
  });

  readonly regime: Rule = this.RULE('regime', () => {
    this.SUBRULE(this.regimeHeader);
    this.MANY(() => this.SUBRULE(this.regimeLine));
  });

  readonly regimeHeader: Rule = this.RULE('regimeHeader', () => {
    this.CONSUME(C.REGIME);
    this.CONSUME(T.Text);
  });

  readonly regimeLine: Rule = this.RULE('regimeLine', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.periods) },
      { ALT: () => this.SUBRULE(this.dueClause) },
      { ALT: () => this.SUBRULE(this.consolidate) },
      { ALT: () => this.SUBRULE(this.route) },
      { ALT: () => this.SUBRULE(this.strayLine) },
    ]);
  });

  readonly strayLine: Rule = this.RULE('strayLine', () => {
    this.CONSUME(T.Stray);
    this.MANY(() => this.CONSUME(T.Filler));
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
        },
      },
      { ALT: () => this.CONSUME(C.YEAR) },
      { ALT: () => this.CONSUME2(C.MONTHS) },
    ]);
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

  readonly escalation: Rule = this.RULE('escalation', () => {
    this.CONSUME(C.WHEN_OVERDUE);
    this.MANY(() => this.SUBRULE(this.step));
  });

  readonly step: Rule = this.RULE('step', () => {
    this.OR([{ ALT: () => this.CONSUME(C.OVERDUE) }, { ALT: () => this.CONSUME(C.AHEAD_OF_DUE) }]);
    this.CONSUME(T.Int);
    this.SUBRULE(this.termUnit);
    this.CONSUME(C.THEN);
    this.SUBRULE(this.action);
    this.MANY(() => {
      this.CONSUME(C.AND);
      this.SUBRULE2(this.action);
    });
  });

  readonly action: Rule = this.RULE('action', () => {
    this.OR([
      { ALT: () => this.CONSUME(C.REMIND) },
      { ALT: () => this.CONSUME(C.NOTIFY) },
      { ALT: () => this.CONSUME(C.ESCALATE) },
      { ALT: () => this.CONSUME(C.LIST) },
    ]);
    this.SUBRULE(this.target);
  });

  readonly target: Rule = this.RULE('target', () => {
    this.OR([
      { ALT: () => this.CONSUME(C.LEAD) },
      { ALT: () => this.CONSUME(C.SUPPORT) },
      { ALT: () => this.CONSUME(C.FOCAL) },
      { ALT: () => this.CONSUME(C.SUPERIOR) },
      { ALT: () => this.CONSUME(T.Name) },
    ]);
  });
}

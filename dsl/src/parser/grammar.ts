import * as T from '../lexer/token-types.js';
import { ClauseGrammar } from './clause-grammar.js';
import type { Rule } from './phrase-grammar.js';

const { C } = T;

/**
 * The grammar: permissive in the order and number of clauses (the checks are strict, and say it better), LL(2). Every item,
 * clause and step begins with a word of its own, so that after a slip the reading goes on at the next one.
 */
export class ThacParser extends ClauseGrammar {
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
      { ALT: () => this.SUBRULE(this.goal) },
      { ALT: () => this.SUBRULE(this.conditional) },
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
    this.OR([{ ALT: () => this.SUBRULE(this.unitClass) }, { ALT: () => this.SUBRULE(this.membership) }]);
  });

  readonly unitClass: Rule = this.RULE('unitClass', () => {
    this.CONSUME(C.CONSISTS);
    this.SUBRULE(this.unitKind);
    this.SUBRULE(this.tier);
    this.OPTION(() => {
      this.CONSUME(C.BELOW);
      this.CONSUME(T.Name);
    });
  });

  /** A list, or a committee that acts through a standing office. */
  readonly membership: Rule = this.RULE('membership', () => {
    this.CONSUME(C.MEMBERS);
    this.SUBRULE(this.actors);
    this.OPTION(() => {
      this.CONSUME(C.STANDING_OFFICE);
      this.CONSUME(T.Name);
    });
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

  readonly goal: Rule = this.RULE('goal', () => {
    this.SUBRULE(this.goalHeader);
    this.MANY(() => this.SUBRULE(this.clause));
  });

  readonly goalHeader: Rule = this.RULE('goalHeader', () => {
    this.CONSUME(C.TARGET);
    this.CONSUME(T.Numeral);
    this.CONSUME(T.Text);
  });

  readonly conditional: Rule = this.RULE('conditional', () => {
    this.CONSUME(C.CASE);
    this.CONSUME(T.Text);
    this.CONSUME(C.THEN);
    this.SUBRULE(this.route);
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
    this.MANY(() => this.SUBRULE(this.dutyPart));
  });

  /** What fulfils the duty besides a plan, and what the plan must state. */
  readonly dutyPart: Rule = this.RULE('dutyPart', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(C.OR_DOCUMENT);
          this.CONSUME(T.Text);
        },
      },
      { ALT: () => this.CONSUME(C.OR_MERGED) },
      {
        ALT: () => {
          this.CONSUME(C.MUST_STATE);
          this.CONSUME2(T.Text);
        },
      },
    ]);
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
      { ALT: () => this.SUBRULE(this.data) },
      { ALT: () => this.SUBRULE(this.content) },
      { ALT: () => this.SUBRULE(this.route) },
      { ALT: () => this.SUBRULE(this.strayLine) },
    ]);
  });

  readonly strayLine: Rule = this.RULE('strayLine', () => {
    this.CONSUME(T.Stray);
    this.MANY(() => this.CONSUME(T.Filler));
  });

  readonly escalation: Rule = this.RULE('escalation', () => {
    this.CONSUME(C.WHEN_OVERDUE);
    this.MANY(() => this.SUBRULE(this.step));
  });

  readonly step: Rule = this.RULE('step', () => {
    this.OR([
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(C.OVERDUE) }, { ALT: () => this.CONSUME(C.AHEAD_OF_DUE) }]);
          this.CONSUME(T.Int);
          this.SUBRULE(this.termUnit);
        },
      },
      { ALT: () => this.CONSUME(C.ON_TIME) },
    ]);
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
      { ALT: () => this.CONSUME(C.DEMAND) },
      { ALT: () => this.CONSUME(C.COMMEND) },
      { ALT: () => this.CONSUME(C.CRITICISE) },
      { ALT: () => this.CONSUME(C.ASSESS) },
      { ALT: () => this.CONSUME(C.APOLOGISE) },
    ]);
    this.SUBRULE(this.target);
    this.OPTION(() => {
      this.CONSUME(C.WITHIN);
      this.CONSUME(T.Int);
      this.SUBRULE(this.termUnit);
    });
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

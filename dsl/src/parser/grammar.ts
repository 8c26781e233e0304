import type { Token } from '../lexer/token.js';
import * as T from '../lexer/token-types.js';
import { ClauseGrammar } from './clause-grammar.js';
import type { Rule } from './phrase-grammar.js';
import { rememberSlips } from './slips.js';
import type { Trace } from './trace.js';

const { C } = T;

/**
 * The grammar: permissive in the order and number of clauses (the checks are strict, and say it better), LL(2). Every item,
 * clause and step begins with a word of its own, so that after a slip the reading goes on at the next one.
 */
export class ThacParser extends ClauseGrammar {
  constructor() {
    super();
    this.performSelfAnalysis();
    rememberSlips(this);
  }

  /** Reads a text that has been cut into tokens; what was wrong with it is in `errors`. */
  read(tokens: readonly Token[]): Trace {
    return this.traced(tokens, this.document);
  }

  readonly document: Rule = this.rule('document', () => {
    this.MANY(() => this.SUBRULE(this.item));
  });

  readonly item: Rule = this.choice(
    'item',
    this.rules(
      () => this.plan,
      () => this.group,
      () => this.section,
      () => this.task,
      () => this.duty,
      () => this.regime,
      () => this.escalation,
      () => this.goal,
      () => this.conditional,
      () => this.clause,
      () => this.step,
    ),
  );

  readonly plan: Rule = this.rule('plan', () => {
    this.SUBRULE(this.planHeader);
    this.MANY(() => this.SUBRULE(this.clause));
  });

  readonly planHeader: Rule = this.rule('planHeader', () => {
    this.CONSUME(C.PLAN);
    this.CONSUME(T.Text);
    this.CONSUME(C.ISSUED_ON);
    this.CONSUME(T.DateText);
    this.CONSUME(C.OF);
    this.CONSUME(T.Name);
  });

  readonly group: Rule = this.rule('group', () => {
    this.CONSUME(C.GROUP);
    this.CONSUME(T.Name);
    this.OR([{ ALT: () => this.SUBRULE(this.unitClass) }, { ALT: () => this.SUBRULE(this.membership) }]);
  });

  readonly unitClass: Rule = this.rule('unitClass', () => {
    this.CONSUME(C.CONSISTS);
    this.SUBRULE(this.unitKind);
    this.SUBRULE(this.tier);
    this.OPTION(() => {
      this.CONSUME(C.BELOW);
      this.CONSUME(T.Name);
    });
  });

  /** A list, or a committee that acts through a standing office. */
  readonly membership: Rule = this.rule('membership', () => {
    this.CONSUME(C.MEMBERS);
    this.SUBRULE(this.actors);
    this.OPTION(() => {
      this.CONSUME(C.STANDING_OFFICE);
      this.CONSUME(T.Name);
    });
  });

  readonly section: Rule = this.rule('section', () => {
    this.SUBRULE(this.sectionHeader);
    this.MANY(() => this.SUBRULE(this.unknown));
  });

  readonly sectionHeader: Rule = this.rule('sectionHeader', () => {
    this.CONSUME(C.SECTION);
    this.CONSUME(T.Int);
    this.CONSUME(T.Text);
  });

  readonly task: Rule = this.rule('task', () => {
    this.SUBRULE(this.taskHeader);
    this.MANY(() => this.SUBRULE(this.clause));
  });

  readonly taskHeader: Rule = this.rule('taskHeader', () => {
    this.CONSUME(C.TASK);
    this.CONSUME(T.Numeral);
    this.OPTION(() => this.CONSUME(T.Text));
  });

  readonly goal: Rule = this.rule('goal', () => {
    this.SUBRULE(this.goalHeader);
    this.MANY(() => this.SUBRULE(this.clause));
  });

  readonly goalHeader: Rule = this.rule('goalHeader', () => {
    this.CONSUME(C.TARGET);
    this.CONSUME(T.Numeral);
    this.CONSUME(T.Text);
  });

  readonly conditional: Rule = this.rule('conditional', () => {
    this.CONSUME(C.CASE);
    this.CONSUME(T.Text);
    this.CONSUME(C.THEN);
    this.SUBRULE(this.route);
  });

  readonly duty: Rule = this.rule('duty', () => {
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
  readonly dutyPart: Rule = this.choice('dutyPart', [
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

  readonly regime: Rule = this.rule('regime', () => {
    this.SUBRULE(this.regimeHeader);
    this.MANY(() => this.SUBRULE(this.regimeLine));
  });

  readonly regimeHeader: Rule = this.rule('regimeHeader', () => {
    this.CONSUME(C.REGIME);
    this.CONSUME(T.Text);
  });

  readonly regimeLine: Rule = this.choice(
    'regimeLine',
    this.rules(
      () => this.periods,
      () => this.dueClause,
      () => this.consolidate,
      () => this.data,
      () => this.content,
      () => this.route,
      () => this.strayLine,
    ),
  );

  readonly strayLine: Rule = this.rule('strayLine', () => {
    this.CONSUME(T.Stray);
    this.MANY(() => this.CONSUME(T.Filler));
  });

  readonly escalation: Rule = this.rule('escalation', () => {
    this.CONSUME(C.WHEN_OVERDUE);
    this.MANY(() => this.SUBRULE(this.step));
  });

  readonly step: Rule = this.rule('step', () => {
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

  private readonly doings = this.words(
    C.REMIND,
    C.NOTIFY,
    C.ESCALATE,
    C.LIST,
    C.DEMAND,
    C.COMMEND,
    C.CRITICISE,
    C.ASSESS,
    C.APOLOGISE,
  );

  readonly action: Rule = this.rule('action', () => {
    this.OR(this.doings);
    this.SUBRULE(this.target);
    this.OPTION(() => {
      this.CONSUME(C.WITHIN);
      this.CONSUME(T.Int);
      this.SUBRULE(this.termUnit);
    });
  });

  readonly target: Rule = this.choice('target', this.words(C.LEAD, C.SUPPORT, C.FOCAL, C.SUPERIOR, T.Name));
}

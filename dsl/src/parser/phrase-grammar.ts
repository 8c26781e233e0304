import { CstParser, type CstNode, type ParserMethod, type TokenType } from 'chevrotain';
import * as T from '../lexer/token-types.js';
import { messages } from './messages.js';

const { C } = T;

/** A rule of the grammar as a method of the parser. */
export type Rule = ParserMethod<[], CstNode>;

/** Only signs are ever made up or skipped in recovery: never a name, a date or a text, whose loss would change the meaning. */
const EXPENDABLE: ReadonlySet<TokenType> = new Set([T.Colon, T.Semicolon]);

/** What stands inside a line: who, and when. */
export class PhraseGrammar extends CstParser {
  constructor() {
    super(T.TOKEN_TYPES, {
      maxLookahead: 2,
      recoveryEnabled: true,
      nodeLocationTracking: 'full',
      errorMessageProvider: messages,
    });
  }

  protected override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
    return EXPENDABLE.has(type);
  }

  protected override canTokenTypeBeDeletedInRecovery(type: TokenType): boolean {
    return EXPENDABLE.has(type);
  }

  readonly unitKind: Rule = this.RULE('unitKind', () => {
    this.OR([
      { ALT: () => this.CONSUME(C.PEOPLES_COMMITTEE) },
      { ALT: () => this.CONSUME(C.PROFESSIONAL_AGENCY) },
      { ALT: () => this.CONSUME(C.CHAIR) },
      { ALT: () => this.CONSUME(C.POLICE) },
      { ALT: () => this.CONSUME(C.COURT) },
      { ALT: () => this.CONSUME(C.SOCIAL_INSURANCE) },
      { ALT: () => this.CONSUME(C.ELECTRICITY) },
      { ALT: () => this.CONSUME(C.BROADCASTER) },
      { ALT: () => this.CONSUME(C.SERVICE_CENTRE) },
      { ALT: () => this.CONSUME(C.MASS_ORGANISATION) },
      { ALT: () => this.CONSUME(C.HAMLET_LEADER) },
      { ALT: () => this.CONSUME(C.GROUP_LEADER) },
    ]);
  });

  readonly tier: Rule = this.RULE('tier', () => {
    this.OR([
      { ALT: () => this.CONSUME(C.CENTRAL) },
      { ALT: () => this.CONSUME(C.PROVINCE) },
      { ALT: () => this.CONSUME(C.DISTRICT) },
      { ALT: () => this.CONSUME(C.COMMUNE) },
      { ALT: () => this.CONSUME(C.HAMLET) },
    ]);
  });

  readonly actors: Rule = this.RULE('actors', () => {
    this.SUBRULE(this.actor);
    this.MANY(() => {
      this.SUBRULE(this.separator);
      this.SUBRULE2(this.actor);
    });
  });

  readonly separator: Rule = this.RULE('separator', () => {
    this.OR([
      { ALT: () => this.CONSUME(T.Semicolon) },
      { ALT: () => this.CONSUME(T.Comma) },
      { ALT: () => this.CONSUME(T.Colon) },
    ]);
  });

  readonly actor: Rule = this.RULE('actor', () => {
    this.OR([
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(C.EACH));
          this.CONSUME(T.Name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(C.RELEVANT);
          this.OPTION2(() => this.CONSUME(T.Text));
        },
      },
    ]);
  });

  readonly addressee: Rule = this.RULE('addressee', () => {
    this.OR([{ ALT: () => this.CONSUME(T.Name) }, { ALT: () => this.CONSUME(C.SUPERIOR) }]);
  });

  readonly due: Rule = this.RULE('due', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.dateLimit) },
      { ALT: () => this.SUBRULE(this.period) },
      { ALT: () => this.SUBRULE(this.quarter) },
      { ALT: () => this.CONSUME(C.STANDING) },
      { ALT: () => this.SUBRULE(this.regulated) },
      { ALT: () => this.SUBRULE(this.recurring) },
      { ALT: () => this.SUBRULE(this.looseDue) },
    ]);
  });

  readonly dateLimit: Rule = this.RULE('dateLimit', () => {
    this.OR([{ ALT: () => this.CONSUME(C.BEFORE) }, { ALT: () => this.CONSUME(C.NO_LATER) }]);
    this.OR2([
      { ALT: () => this.CONSUME(T.DateText) },
      {
        ALT: () => {
          this.CONSUME(T.Int);
          this.OR3([{ ALT: () => this.CONSUME(C.OF_LAST_MONTH) }, { ALT: () => this.CONSUME(C.MONTHLY) }]);
        },
      },
    ]);
  });

  readonly period: Rule = this.RULE('period', () => {
    this.CONSUME(C.WITHIN);
    this.OR([{ ALT: () => this.SUBRULE(this.quarter) }, { ALT: () => this.SUBRULE(this.term) }]);
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

  readonly term: Rule = this.RULE('term', () => {
    this.CONSUME(T.Int);
    this.SUBRULE(this.termUnit);
    this.OR([
      { ALT: () => this.CONSUME(C.FROM_ISSUE) },
      { ALT: () => this.CONSUME(C.FROM_RECEIPT) },
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
      { ALT: () => this.CONSUME(C.MONTHS) },
    ]);
  });

  readonly regulated: Rule = this.RULE('regulated', () => {
    this.CONSUME(C.AS_REGULATED);
    this.OPTION(() => {
      this.CONSUME(C.IN);
      this.CONSUME(T.Text);
    });
  });

  readonly recurring: Rule = this.RULE('recurring', () => {
    this.OPTION(() => this.CONSUME(C.RECURRING));
    this.OR([
      { ALT: () => this.CONSUME(C.MONTHLY) },
      { ALT: () => this.CONSUME(C.QUARTERLY) },
      { ALT: () => this.CONSUME(C.YEARLY) },
    ]);
  });

  /** A due date in words of no form: reported, and kept apart from the next line. */
  readonly looseDue: Rule = this.RULE('looseDue', () => {
    this.CONSUME(T.Loose);
    this.MANY(() => this.CONSUME(T.Stray));
  });

  /** What no clause begins with, to the next word that begins one. */
  readonly unknown: Rule = this.RULE('unknown', () => {
    this.AT_LEAST_ONE(() => this.CONSUME(T.Filler));
  });
}

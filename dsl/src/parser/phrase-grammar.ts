import { CstParser, tokenMatcher, type CstNode, type ParserMethod, type TokenType } from 'chevrotain';
import * as T from '../lexer/token-types.js';
import { messages } from './messages.js';

const { C } = T;

/** A rule of the grammar as a method of the parser. */
export type Rule = ParserMethod<[], CstNode>;

/** Only signs are ever made up or skipped in recovery: never a name, a date or a text, whose loss would change the meaning. */
const EXPENDABLE: ReadonlySet<TokenType> = new Set([T.Colon, T.Semicolon]);

/** What stands inside a line: who. */
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

  /** True where the token after the next is of a type: tells "to 13" and "and 15/11" from what another rule goes on with. */
  protected follows(type: TokenType): boolean {
    return tokenMatcher(this.LA(2), type);
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
      { ALT: () => this.CONSUME(C.CIVIL_SERVANT) },
      { ALT: () => this.CONSUME(C.SCHOOL) },
      { ALT: () => this.CONSUME(C.ENTERPRISE) },
      { ALT: () => this.CONSUME(C.MILITARY) },
      { ALT: () => this.CONSUME(C.FATHERLAND_FRONT) },
      { ALT: () => this.CONSUME(C.PARTY_COMMITTEE) },
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
          this.OPTION3(() => this.CONSUME(C.HEAD_OF));
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
    this.OR([
      { ALT: () => this.CONSUME(T.Name) },
      { ALT: () => this.CONSUME(C.SUPERIOR) },
      { ALT: () => this.CONSUME(C.SECTOR) },
    ]);
  });

  /** What no clause begins with, to the next word that begins one. */
  readonly unknown: Rule = this.RULE('unknown', () => {
    this.AT_LEAST_ONE(() => this.CONSUME(T.Filler));
  });
}

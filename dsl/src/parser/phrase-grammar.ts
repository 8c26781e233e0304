import { EmbeddedActionsParser, tokenMatcher, type IOrAlt, type IToken, type ParserMethod, type TokenType } from 'chevrotain';
import type { Token } from '../lexer/token.js';
import * as T from '../lexer/token-types.js';
import { messages } from './messages.js';
import { R, type RuleName } from './rules.js';
import { Trace } from './trace.js';

const { C } = T;

/** A rule of the grammar as a method of the parser. */
export type Rule = ParserMethod<[], void>;

/** Ways to go on, made once: a list made anew at every reading would cost more than the reading. */
export type Choices = IOrAlt<unknown>[];

/** Only signs are ever made up or skipped in recovery: never a name, a date or a text, whose loss would change the meaning. */
const EXPENDABLE: ReadonlySet<TokenType> = new Set([T.Colon, T.Semicolon]);

/** What stands inside a line: who. The parser makes no tree: what it does is left in a trace. */
export class PhraseGrammar extends EmbeddedActionsParser {
  private trace = new Trace(0);

  constructor() {
    super(T.TOKEN_TYPES, { maxLookahead: 2, recoveryEnabled: true, errorMessageProvider: messages });
  }

  /** Reads some tokens by a rule, and gives the trace of it. */
  protected traced(tokens: readonly Token[], rule: Rule): Trace {
    this.input = tokens as Token[];
    this.trace = new Trace(tokens.length);
    rule.call(this);
    return this.trace;
  }

  /** A rule that leaves its trace, even where recovery gives it up. */
  protected rule(name: RuleName, body: () => void): Rule {
    const id = R[name];
    return this.RULE(name, () => {
      const outer = this.trace.enter(id);
      try {
        body();
      } finally {
        this.trace.leave(outer);
      }
    });
  }

  /** A rule that goes on in one of some ways. */
  protected choice(name: RuleName, choices: Choices): Rule {
    return this.rule(name, () => this.OR(choices));
  }

  protected override CONSUME(type: TokenType): IToken {
    return this.reading(type, super.CONSUME(type));
  }

  protected override CONSUME2(type: TokenType): IToken {
    return this.reading(type, super.CONSUME2(type));
  }

  protected override CONSUME3(type: TokenType): IToken {
    return this.reading(type, super.CONSUME3(type));
  }

  private reading(type: TokenType, token: IToken): IToken {
    this.trace.read(type, token);
    return token;
  }

  /** One of some words. */
  protected words(...types: readonly TokenType[]): Choices {
    return types.map((type) => ({ ALT: () => this.CONSUME(type) }));
  }

  /** One of some rules, named when they are wanted: they may be defined further down. */
  protected rules(...named: readonly (() => Rule)[]): Choices {
    return named.map((rule) => ({ ALT: () => this.SUBRULE(rule()) }));
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

  readonly unitKind: Rule = this.choice(
    'unitKind',
    this.words(
      C.PEOPLES_COMMITTEE,
      C.PROFESSIONAL_AGENCY,
      C.CHAIR,
      C.POLICE,
      C.COURT,
      C.SOCIAL_INSURANCE,
      C.ELECTRICITY,
      C.BROADCASTER,
      C.SERVICE_CENTRE,
      C.MASS_ORGANISATION,
      C.HAMLET_LEADER,
      C.GROUP_LEADER,
      C.CIVIL_SERVANT,
      C.SCHOOL,
      C.ENTERPRISE,
      C.MILITARY,
      C.FATHERLAND_FRONT,
      C.PARTY_COMMITTEE,
    ),
  );

  readonly tier: Rule = this.choice('tier', this.words(C.CENTRAL, C.PROVINCE, C.DISTRICT, C.COMMUNE, C.HAMLET));

  readonly actors: Rule = this.rule('actors', () => {
    this.SUBRULE(this.actor);
    this.MANY(() => {
      this.SUBRULE(this.separator);
      this.SUBRULE2(this.actor);
    });
  });

  readonly separator: Rule = this.choice('separator', this.words(T.Semicolon, T.Comma, T.Colon));

  readonly actor: Rule = this.choice('actor', [
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

  readonly addressee: Rule = this.choice('addressee', this.words(T.Name, C.SUPERIOR, C.SECTOR));

  /** What no clause begins with, to the next word that begins one. */
  readonly unknown: Rule = this.rule('unknown', () => {
    this.AT_LEAST_ONE(() => this.CONSUME(T.Filler));
  });
}

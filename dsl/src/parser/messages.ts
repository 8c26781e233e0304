import type { IParserErrorMessageProvider, TokenType } from 'chevrotain';

const SEPARATOR = '|';

const namesOf = (paths: readonly (readonly (TokenType | undefined)[])[]): string =>
  [...new Set(paths.flatMap(([first]) => (first ? [first.name] : [])))].join(SEPARATOR);

/** What the parser says of an error: the names of the token types it expected. The wording is the catalogue's. */
export const messages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) => namesOf(expectedPathsPerAlt.flat()),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => namesOf(expectedIterationPaths),
};

/** Names of the expected token types, from an error's message. */
export const expectedNames = (message: string): readonly string[] => message.split(SEPARATOR).filter((name) => name !== '');

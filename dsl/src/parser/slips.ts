import { NoViableAltException, type EmbeddedActionsParser, type IToken } from 'chevrotain';

/** What a parser of Chevrotain has, and does not declare. */
interface Inner {
  raiseNoAltException(occurrence: number, said?: string): never;
  getCurrRuleFullName(): string;
  SAVE_ERROR(error: Error): Error;
  LA(howFar: number): IToken;
}

/**
 * Lets a parser work out once what may stand at a place where nothing fits. Chevrotain does it anew at every slip, which was a
 * fifth of the time that a text with errors took; it depends on the place in the grammar alone.
 */
export function rememberSlips(parser: EmbeddedActionsParser): void {
  const inner = parser as unknown as Inner;
  const workOut = inner.raiseNoAltException.bind(inner);
  const known = new Map<string, string>();
  inner.raiseNoAltException = (occurrence, said) => {
    const place = `${inner.getCurrRuleFullName()} ${occurrence}`;
    const message = known.get(place);
    if (message !== undefined) throw inner.SAVE_ERROR(new NoViableAltException(message, inner.LA(1), inner.LA(0)));
    try {
      return workOut(occurrence, said);
    } catch (error) {
      known.set(place, (error as Error).message);
      throw error;
    }
  };
}

import { AppError, type Bilingual } from '#contracts';

/** What happened and how to mend it. */
export interface Wording {
  readonly what: Bilingual;
  readonly mend: Bilingual;
}

/** A fault that comes in several ways, each with its words. Never holds a password. */
export abstract class WordedFault<Code extends string, Facts> extends AppError {
  override readonly what: Bilingual;
  override readonly mend: Bilingual;

  constructor(
    override readonly code: Code,
    readonly facts: Facts,
    { what, mend }: Wording,
  ) {
    super(what.en);
    this.what = what;
    this.mend = mend;
  }
}

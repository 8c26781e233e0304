import { AppError, type Bilingual } from '#contracts';
import { type Denied, RIGHTS_REFUSALS, type RightsRefusal, tellDecision } from '#identity';

/** Thrown where the policy says no; carries its reason as data. */
export class AccessDenied extends AppError {
  override readonly code = 'access.denied';
  override readonly what: Bilingual;
  override readonly mend: Bilingual;

  constructor(readonly denied: Denied) {
    super(`${denied.action} ${denied.code}`);
    const { what, mend } = tellDecision(denied);
    this.what = what;
    this.mend = mend;
  }
}

/** Thrown where a change of rights is refused. */
export class RightsRefused extends AppError {
  override readonly what: Bilingual;
  override readonly mend: Bilingual;

  constructor(override readonly code: RightsRefusal) {
    super(code);
    this.what = RIGHTS_REFUSALS[code].what;
    this.mend = RIGHTS_REFUSALS[code].mend;
  }
}

import { AppError, type Bilingual } from '#contracts';

/** Thrown where the provider vouches for somebody who has no account here. */
export class UnknownPerson extends AppError {
  override readonly code = 'oidc.unknown-person';
  override readonly what: Bilingual;
  override readonly mend: Bilingual = {
    vi: 'Gửi mã này cho người quản trị để gắn với tài khoản của bạn.',
    en: 'Give this id to an administrator, who links it to your account.',
  };

  /** @param subject who it is at the provider: told to that person alone */
  constructor(readonly subject: string) {
    super('oidc.unknown-person');
    this.what = {
      vi: `Chưa có tài khoản nào gắn với người này. Mã tại nơi đăng nhập: ${subject}`,
      en: `No account is linked to this person. Their id at the sign-in service: ${subject}`,
    };
  }
}

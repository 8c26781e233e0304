import { constrained, type Constraint, IdField, NumberField, shapeOf, TextField, WordField } from '#application';
import { ApiProperty } from '@nestjs/swagger';
import { PASSWORD_LENGTHS } from './passwords.js';

const NAME = shapeOf(
  'name',
  {
    vi: 'Phải có từ 2 đến 64 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch dưới, gạch ngang.',
    en: 'Must be 2 to 64 characters: small letters without marks, digits, dots, underscores, hyphens.',
  },
  /^[a-z0-9][a-z0-9._-]{1,63}$/,
);
const SECRET = shapeOf(
  'secret',
  { vi: 'Phải đúng nguyên văn như đã cấp.', en: 'Must be exactly what was given.' },
  /^[\w-]{20,200}$/,
);
const CODE = shapeOf('code', { vi: 'Phải là sáu chữ số.', en: 'Must be six digits.' }, /^\d{6}$/);

const shaped =
  (constraint: Constraint, { description, example, optional }: { description: string; example: string; optional?: boolean }) =>
  (target: object, name: string | symbol): void => {
    ApiProperty({ description, example, type: 'string', required: optional !== true })(target, name);
    const isOptional = { ...constraint, holds: (value: unknown) => value === undefined || constraint.holds(value) };
    constrained(optional ? isOptional : constraint)(target, name);
  };

const PasswordField = (description: string): PropertyDecorator =>
  TextField({ description, example: 'ba con vịt qua sông sớm', max: PASSWORD_LENGTHS.most });

/** What is typed to sign in. */
export const NameField = ({
  description,
  example,
  optional = false,
}: {
  description: string;
  example: string;
  optional?: boolean;
}): PropertyDecorator => shaped(NAME, { description, example, optional });

/** Who signs in. */
export class SignInBody {
  @shaped(NAME, { description: 'Name of the account.', example: 'van.thu' })
  readonly name!: string;

  @PasswordField('Its password.')
  readonly password!: string;

  @shaped(CODE, { description: 'Code of the authenticator, where the account has one.', example: '492039', optional: true })
  readonly code?: string;
}

/** What a one-time link is used for. */
export class RedeemBody {
  @shaped(SECRET, { description: 'What stands in the link.', example: 'q2ZzY0cXq0yDSl1Qe0Vq4mUuHnb1z5c9r1o7wTQKZ3k' })
  readonly link!: string;

  @PasswordField('The password from now on: 12 characters or more.')
  readonly password!: string;

  @shaped(NAME, { description: 'Name of the account, where the link makes one.', example: 'quan.tri', optional: true })
  readonly name?: string;

  @TextField({
    description: 'What people see, where the link makes an account.',
    example: 'Quản trị hệ thống',
    max: 100,
    optional: true,
  })
  readonly shownName?: string;
}

/** A change of password. */
export class PasswordBody {
  @PasswordField('The password until now.')
  readonly old!: string;

  @PasswordField('The password from now on: 12 characters or more.')
  readonly password!: string;
}

/** The password once more, for what matters. */
export class AgainBody {
  @PasswordField('The password, once more.')
  readonly password!: string;
}

/** The password or a code once more, where one has not just signed in. */
export class ProofBody {
  @TextField({
    description: 'The password, where one signed in longer than ten minutes ago.',
    example: 'ba con vịt qua sông sớm',
    max: PASSWORD_LENGTHS.most,
    optional: true,
  })
  readonly password?: string;

  @shaped(CODE, { description: 'Or a code of the authenticator.', example: '492039', optional: true })
  readonly code?: string;
}

/** A code of an authenticator. */
export class CodeBody {
  @shaped(CODE, { description: 'The code that the authenticator shows.', example: '492039' })
  readonly code!: string;
}

/** A code, after a sign-in outside. */
export class CodeLinkBody {
  @shaped(SECRET, { description: 'What stands in the link.', example: 'q2ZzY0cXq0yDSl1Qe0Vq4mUuHnb1z5c9r1o7wTQKZ3k' })
  readonly link!: string;

  @shaped(CODE, { description: 'The code that the authenticator shows.', example: '492039' })
  readonly code!: string;
}

/** A token for a program. */
export class TokenBody {
  @TextField({ description: 'What it is for.', example: 'Báo cáo hằng ngày', max: 100 })
  readonly name!: string;

  @WordField({ description: '`read` alone, or `write` too.', example: 'read', words: ['read', 'write'] })
  readonly scope!: 'read' | 'write';

  @NumberField({ description: 'Days for which it counts.', example: 90, min: 1, max: 366 })
  readonly days!: number;
}

/** A right that somebody holds. */
export class RightDto {
  @ApiProperty({ description: 'Id of the grant.', type: String })
  readonly grant!: string;

  @ApiProperty({ description: 'The role.', type: String, example: 'official' })
  readonly role!: string;

  @ApiProperty({ description: 'Its unit; null for the whole house.', type: String, nullable: true })
  readonly unit!: string | null;

  @ApiProperty({ description: '`subtree` where it also acts for the units below.', enum: ['unit', 'subtree'] })
  readonly reach!: string;

  @ApiProperty({ description: 'First day.', type: String, format: 'date' })
  readonly from!: string;

  @ApiProperty({ description: 'First day on which it no longer counts; null where it is open.', type: String, nullable: true })
  readonly until!: string | null;

  @ApiProperty({ description: 'Whether it counts today.', enum: ['now', 'later', 'over'] })
  readonly state!: string;

  @ApiProperty({ description: 'Who lent it; null for the user’s own.', type: String, nullable: true })
  readonly lentBy!: string | null;

  @ApiProperty({ description: 'Id of the loan; null for the user’s own.', type: String, nullable: true })
  readonly delegation!: string | null;
}

/** Who is signed in. */
export class SessionDto {
  @ApiProperty({ description: 'Id of the user.', type: String })
  readonly user!: string;

  @ApiProperty({ description: 'Name of the account; null for whoever needs none.', type: String, nullable: true })
  readonly name!: string | null;

  @ApiProperty({ description: 'What people see.', type: String, nullable: true })
  readonly shownName!: string | null;

  @ApiProperty({ description: 'How they came in.', enum: ['session', 'token', 'door'] })
  readonly by!: string;

  @ApiProperty({ description: 'Whether a second factor was shown.', type: Boolean })
  readonly strong!: boolean;

  @ApiProperty({ description: 'Whether it may change anything.', type: Boolean })
  readonly mayWrite!: boolean;

  @ApiProperty({
    description: 'To be sent as X-Thac-CSRF with each write of a page; null for programs.',
    type: String,
    nullable: true,
  })
  readonly csrf!: string | null;

  @ApiProperty({ description: 'What they may be.', type: () => [RightDto] })
  readonly rights!: RightDto[];
}

/** A session of the user. */
export class SessionEntryDto {
  @ApiProperty({ description: 'Id of the session.', type: String })
  readonly id!: string;

  @ApiProperty({ description: 'When it began.', type: String })
  readonly createdAt!: string;

  @ApiProperty({ description: 'When it was used last, to the minute.', type: String })
  readonly seenAt!: string;

  @ApiProperty({ description: 'From where.', type: String })
  readonly address!: string;

  @ApiProperty({ description: 'By which program.', type: String })
  readonly agent!: string;

  @ApiProperty({ description: 'Whether it is the one that asks.', type: Boolean })
  readonly current!: boolean;
}

/** Sessions of the user. */
export class SessionsDto {
  @ApiProperty({ description: 'Those that go on.', type: () => [SessionEntryDto] })
  readonly items!: SessionEntryDto[];
}

/** A new secret of an authenticator. */
export class SecondFactorDto {
  @ApiProperty({ description: 'The secret, in base32, to be typed into an authenticator.', type: String })
  readonly secret!: string;

  @ApiProperty({ description: 'The same as an address (otpauth).', type: String })
  readonly address!: string;
}

/** A token. */
export class TokenDto {
  @ApiProperty({ description: 'Id of the token.', type: String })
  readonly id!: string;

  @ApiProperty({ description: 'What it is for.', type: String })
  readonly name!: string;

  @ApiProperty({ description: '`read` alone, or `write` too.', enum: ['read', 'write'] })
  readonly scope!: string;

  @ApiProperty({ description: 'When it was made.', type: String })
  readonly createdAt!: string;

  @ApiProperty({ description: 'Until when it counts.', type: String })
  readonly expiresAt!: string;

  @ApiProperty({ description: 'When it was taken back; null while it was not.', type: String, nullable: true })
  readonly revokedAt!: string | null;
}

/** Tokens of the user. */
export class TokensDto {
  @ApiProperty({ description: 'All of them.', type: () => [TokenDto] })
  readonly items!: TokenDto[];
}

/** A token that was just made. */
export class NewTokenDto {
  @ApiProperty({ description: 'Id of the token.', type: String })
  readonly id!: string;

  @ApiProperty({ description: 'The token itself: shown this once.', type: String })
  readonly token!: string;
}

/** That it was done. */
export class DoneDto {
  @ApiProperty({ description: 'Always true.', type: Boolean })
  readonly done!: true;
}

/** That the session is over. */
export class EndedDto extends DoneDto {
  @ApiProperty({
    description:
      'Where the browser signs out of the service that the session was begun at, too; null where there is no such place.',
    type: String,
    nullable: true,
  })
  readonly elsewhere!: string | null;
}

/** What to explain. */
export class WhyQuery {
  @TextField({ description: 'The action.', example: 'work.read', max: 40 })
  readonly action!: string;

  @IdField({ description: 'The unit that it is about.', example: 'vn-10.086', optional: true })
  readonly unit?: string;
}

import { DateField, IdField, TextField, WordField } from '#application';
import { ROLES } from '#identity';
import { ApiProperty } from '@nestjs/swagger';
import { NameField, RightDto } from './session.dto.js';

/** A role to be granted. */
export class GrantBody {
  @WordField({ description: 'The role.', example: 'official', words: ROLES })
  readonly role!: string;

  @IdField({ description: 'Its unit; the whole house unless told.', example: 'vn-10.086', optional: true })
  readonly unit?: string;

  @WordField({
    description: '`subtree`: also acts for the units below. The unit alone unless told; what is below is seen either way.',
    example: 'unit',
    words: ['unit', 'subtree'],
    optional: true,
  })
  readonly reach?: 'unit' | 'subtree';

  @DateField({ description: 'First day; today unless told.', example: '2022-07-01', optional: true })
  readonly from?: string;

  @DateField({ description: 'First day on which it no longer counts; open unless told.', example: '2023-01-01', optional: true })
  readonly until?: string;
}

/** A user to be let in, with a first role. */
export class AddUserBody extends GrantBody {
  @NameField({ description: 'Name of the account: small letters, digits, dots, hyphens.', example: 'van.thu' })
  readonly name!: string;

  @TextField({ description: 'What people see.', example: 'Văn thư huyện', max: 100 })
  readonly shownName!: string;
}

/** A role to be lent. */
export class LoanBody {
  @IdField({ description: 'Id of the own grant.', example: 'Zk3-x0aQ' })
  readonly grant!: string;

  @IdField({ description: 'Account name or id of the user who gets it.', example: 'van.thu' })
  readonly to!: string;

  @DateField({ description: 'First day.', example: '2022-08-01' })
  readonly from!: string;

  @DateField({ description: 'First day on which it no longer counts: 92 days later at most.', example: '2022-08-15' })
  readonly until!: string;
}

/** Who a user is at the sign-in service outside. */
export class OutsideBody {
  @TextField({
    description: 'Their id there (`sub`), as the page says it to whoever is not known yet.',
    example: '0f6c1d0e-7a52-4f0e-9a3e-2f7f2b8f3c11',
    max: 255,
  })
  readonly subject!: string;
}

/** Who a user is at the sign-in service outside. */
export class OutsideDto {
  @ApiProperty({ description: 'The service.', type: String, example: 'https://dang-nhap.example.vn' })
  readonly issuer!: string;

  @ApiProperty({ description: 'The user’s id there; null where none is linked.', type: String, nullable: true })
  readonly subject!: string | null;
}

/** A user. */
export class UserDto {
  @ApiProperty({ description: 'Id of the user.', type: String })
  readonly id!: string;

  @ApiProperty({ description: 'Name of the account.', type: String })
  readonly name!: string;

  @ApiProperty({ description: 'What people see.', type: String })
  readonly shownName!: string;

  @ApiProperty({ description: 'Whether a second factor is set up.', type: Boolean })
  readonly secondFactor!: boolean;

  @ApiProperty({ description: 'Whether the user is kept out.', type: Boolean })
  readonly blocked!: boolean;

  @ApiProperty({ description: 'What the user may be, or was.', type: () => [RightDto] })
  readonly rights!: RightDto[];
}

/** A page of users. */
export class UserPageDto {
  @ApiProperty({ description: 'The entries.', type: () => [UserDto] })
  readonly items!: UserDto[];

  @ApiProperty({ description: 'Cursor of the next page; null on the last one.', type: String, nullable: true })
  readonly next!: string | null;
}

/** A user who was let in. */
export class AddedUserDto {
  @ApiProperty({ description: 'Id of the user.', type: String })
  readonly id!: string;

  @ApiProperty({
    description: 'Path of the one-time link, for a day: hand it over by a way that nobody else reads.',
    type: String,
  })
  readonly link!: string;
}

/** A one-time link. */
export class LinkDto {
  @ApiProperty({ description: 'Path of the one-time link, for a day.', type: String })
  readonly link!: string;
}

/** A right that was granted or lent. */
export class GrantedDto {
  @ApiProperty({ description: 'Id of the grant or of the loan.', type: String })
  readonly id!: string;

  @ApiProperty({ description: 'Position in the log.', type: 'integer' })
  readonly position!: number;
}

/** Why something may be done, or may not. */
export class DecisionDto {
  @ApiProperty({ description: 'Whether it may be done.', type: Boolean })
  readonly allowed!: boolean;

  @ApiProperty({ description: 'The reason in both languages.', type: 'object', additionalProperties: { type: 'string' } })
  readonly what!: object;

  @ApiProperty({
    description: 'What to do about it, in both languages.',
    type: 'object',
    additionalProperties: { type: 'string' },
  })
  readonly mend!: object;

  @ApiProperty({ description: 'The reason as data.', type: 'object', additionalProperties: true })
  readonly decision!: object;
}

/** Whose names. */
export class NamesQuery {
  @TextField({ description: 'Opaque ids, a comma between them; a hundred at most.', example: 'u-7Gk2,u-9aB1', max: 8_000 })
  readonly ids!: string;
}

/** What somebody is called. */
export class PersonNameDto {
  @ApiProperty({ description: 'Opaque id.', type: String })
  readonly id!: string;

  @ApiProperty({ description: 'The name; null where it was erased.', type: String, nullable: true })
  readonly name!: string | null;

  @ApiProperty({ description: 'Whether the key of the particulars was destroyed.', type: Boolean })
  readonly isErased!: boolean;
}

/** What people are called. */
export class NamesDto {
  @ApiProperty({ description: 'Those who are known, or were.', type: () => [PersonNameDto] })
  readonly items!: PersonNameDto[];
}

/** A role that somebody has lent. */
export class LoanDto {
  @ApiProperty({ description: 'Id of the loan.', type: String })
  readonly id!: string;

  @ApiProperty({ description: 'The role.', type: String })
  readonly role!: string;

  @ApiProperty({ description: 'Its unit; null for the whole house.', type: String, nullable: true })
  readonly unit!: string | null;

  @ApiProperty({ description: 'Account name of whoever has it meanwhile.', type: String })
  readonly to!: string;

  @ApiProperty({ description: 'First day.', type: String, format: 'date' })
  readonly from!: string;

  @ApiProperty({ description: 'First day on which it no longer counts.', type: String, format: 'date' })
  readonly until!: string;
}

/** What somebody has lent. */
export class LoansDto {
  @ApiProperty({ description: 'The loans that stand, or begin later.', type: () => [LoanDto] })
  readonly items!: LoanDto[];
}

import { BilingualDto } from '#application';
import { ApiProperty } from '@nestjs/swagger';

/** One entry of a problem's `errors`. */
export class ProblemErrorDto {
  @ApiProperty({
    description: 'JSON Pointer into the body, or `/name` of a parameter or header.',
    example: '/reason',
    type: String,
  })
  readonly pointer!: string;

  @ApiProperty({ description: 'Where the pointer leads.', enum: ['body', 'path', 'query', 'header', 'request'] })
  readonly in!: string;

  @ApiProperty({
    description: 'Stable code: of a rule for fields, of a diagnostic, or of a way not to conform.',
    example: 'text',
    type: String,
  })
  readonly code!: string;

  @ApiProperty({ description: 'What is wrong, in the language asked for.', type: String })
  readonly detail!: string;

  @ApiProperty({ description: 'What is wrong, in both languages.', type: () => BilingualDto })
  readonly messages!: BilingualDto;
}

/** RFC 9457: what went wrong, in both languages. */
export class ProblemDto {
  @ApiProperty({
    description: 'Address of a page that explains this kind of problem.',
    format: 'uri-reference',
    example: '/problems/version.stale',
    type: String,
  })
  readonly type!: string;

  @ApiProperty({ description: 'Short name of the kind, in the language asked for.', type: String })
  readonly title!: string;

  @ApiProperty({ description: 'HTTP status.', example: 412, type: 'integer' })
  readonly status!: number;

  @ApiProperty({ description: 'What happened, in the language asked for.', type: String })
  readonly detail!: string;

  @ApiProperty({ description: 'The address that was asked.', type: String })
  readonly instance!: string;

  @ApiProperty({ description: 'Stable code of the kind.', example: 'version.stale', type: String })
  readonly code!: string;

  @ApiProperty({ description: 'Id of the request in the server’s log.', type: String })
  readonly traceId!: string;

  @ApiProperty({ description: 'What happened, in both languages.', type: () => BilingualDto })
  readonly messages!: BilingualDto;

  @ApiProperty({ description: 'How to mend it, in both languages.', type: () => BilingualDto })
  readonly mend!: BilingualDto;

  @ApiProperty({ description: 'What exactly is wrong, where that can be pointed at.', type: () => [ProblemErrorDto] })
  readonly errors!: readonly ProblemErrorDto[];
}

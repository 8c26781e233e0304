import { AppError, closestWord, DataFileInvalid, type Bilingual } from '#contracts';
import type { Diagnostic } from '#dsl';
import { EXIT, exitCodeOf } from './exit-codes.js';
import { styled, type Terminal } from './terminal.js';

/** Thrown when a command is mistyped. */
export class UsageFault extends AppError {
  override readonly code = 'cli.usage';
  constructor(
    override readonly what: Bilingual,
    override readonly mend: Bilingual,
  ) {
    super(what.en);
  }
}

/** Thrown when a text has no organisation beside it and none was named: the names in it mean nothing without one. */
export class OrganisationMissing extends AppError {
  override readonly code = 'file.organisation';
  override readonly what: Bilingual;
  override readonly mend: Bilingual = {
    vi: 'Đặt organisation.json cạnh văn bản (có thể chép từ examples/lao-cai-2022), hoặc chỉ ra bằng --organisation TỆP.',
    en: 'Put organisation.json beside the text (examples/lao-cai-2022 has one to copy), or name one with --organisation FILE.',
  };
  constructor(file: string) {
    super(file);
    this.what = { vi: `Không có cơ cấu tổ chức ${file}.`, en: `There is no organisation ${file}.` };
  }
}

/** A fault for a word that is none of those known, with the nearest one suggested. */
export function unknownWord(thing: Bilingual, word: string, known: readonly string[]): UsageFault {
  const near = closestWord(word, known);
  return new UsageFault(
    { vi: `Không có ${thing.vi} “${word}”.`, en: `There is no ${thing.en} “${word}”.` },
    near === undefined
      ? { vi: `Dùng một trong: ${known.join(', ')}. Xem: thac help.`, en: `Use one of: ${known.join(', ')}. See: thac help.` }
      : { vi: `Có phải “${near}”? Xem: thac help.`, en: `Did you mean “${near}”? See: thac help.` },
  );
}

/** Prints a fault as what happened and how to mend it, and answers its exit code. Never a stack, unless THAC_DEBUG is set. */
export async function printFault(error: unknown, terminal: Terminal): Promise<number> {
  if (terminal.environment['THAC_DEBUG']) terminal.err(String(error instanceof Error ? error.stack : error));
  if (!(error instanceof AppError)) {
    terminal.err(said({ vi: 'Lỗi của chương trình', en: 'A fault of the program' }, terminal) + `: ${messageOf(error)}`);
    return EXIT.internal;
  }
  for (const language of languagesOf(terminal)) {
    terminal.err(`${styled(LABEL[language], 'red', terminal)} ${error.code}: ${error.what[language]}`);
    for (const line of await detailsOf(error, language)) terminal.err(`  ${line}`);
    terminal.err(`  → ${error.mend[language]}`);
  }
  return exitCodeOf(error.code);
}

const LABEL: Bilingual = { vi: 'Lỗi', en: 'Error' };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const languagesOf = ({ language, isLanguageChosen }: Terminal): readonly (keyof Bilingual)[] =>
  isLanguageChosen ? [language] : ['vi', 'en'];

/** In the chosen language, or in both. */
const said = ({ vi, en }: Bilingual, { language, isLanguageChosen }: Terminal): string =>
  isLanguageChosen ? { vi, en }[language] : `${vi} / ${en}`;

interface Told {
  readonly path: string;
  readonly mend: Bilingual;
  readonly message?: Bilingual;
  readonly what?: Bilingual;
}

/** The single problems of a fault that lists them. */
async function detailsOf(error: AppError, language: keyof Bilingual): Promise<readonly string[]> {
  const problems =
    error instanceof DataFileInvalid || 'problems' in error ? (error as unknown as { problems: readonly Told[] }).problems : [];
  return [
    ...problems.map(({ path, message, what, mend }) => `${path || '/'}: ${(message ?? what)?.[language]} ${mend[language]}`),
    ...(await refusedLines(refusedRules(error), language)),
  ];
}

/** The errors of a rules text that was refused, by itself or as a step of a scenario. */
function refusedRules(error: AppError): readonly Diagnostic[] {
  const refused = [error, error.cause].find(isRefusedText);
  return (refused?.details ?? []).filter(({ severity }) => severity === 'error');
}

const isRefusedText = (error: unknown): error is { readonly details: readonly Diagnostic[] } =>
  error instanceof AppError && error.code === 'rules.invalid' && 'details' in error;

/** The language is loaded where it is needed: a command that has nothing to do with it starts without. */
async function refusedLines(refused: readonly Diagnostic[], language: keyof Bilingual): Promise<readonly string[]> {
  if (refused.length === 0) return [];
  const { describe } = await import('#dsl');
  return refused.map((diagnostic) => {
    const { message, hint } = describe(diagnostic);
    const line = { vi: 'dòng', en: 'line' }[language];
    return `${line} ${diagnostic.place.line}: ${diagnostic.code}: ${message[language]}${hint ? ` ${hint[language]}` : ''}`;
  });
}

import type { Bilingual } from '#contracts';

export type Language = keyof Bilingual;

/** Where a command writes, and how. */
export interface Terminal {
  /** Language of what is printed. */
  readonly language: Language;
  /** False where neither `--language` nor the locale names a language of ours: faults are then told in both. */
  readonly isLanguageChosen: boolean;
  /** True where colours may be written to standard output. */
  readonly colour: boolean;
  readonly environment: NodeJS.ProcessEnv;
  /** Adds a line feed. */
  out(text: string): void;
  /** To standard error; adds a line feed. */
  err(text: string): void;
}

/** What a run is made from: the process, or a test's own. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** The terminal of a command, in the language that the option or the locale names. */
export function terminalOf({ environment, stdout, stderr }: Surroundings, chosen: Language | undefined): Terminal {
  const language = chosen ?? localeLanguage(environment);
  const isColourRefused = Boolean(environment['NO_COLOR']) || environment['TERM'] === 'dumb';
  return {
    language: language ?? 'vi',
    isLanguageChosen: language !== undefined,
    colour: stdout.isTTY === true && !isColourRefused,
    environment,
    out: (text) => stdout.write(`${text}\n`),
    err: (text) => stderr.write(`${text}\n`),
  };
}

/** As POSIX looks it up: LC_ALL, LC_MESSAGES, LANG. */
function localeLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language | undefined {
  const locale = LC_ALL || LC_MESSAGES || LANG || '';
  if (/^vi\b|^vi_/i.test(locale)) return 'vi';
  return /^en\b|^en_/i.test(locale) ? 'en' : undefined;
}

const STYLES = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33', cyan: '36' } as const;

/** A text in a style, where the terminal shows any. */
export const styled = (text: string, style: keyof typeof STYLES, { colour }: Pick<Terminal, 'colour'>): string =>
  colour ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text;

import { describe, renderFrame, type Diagnostic } from '#dsl';
import { EXIT, exitCodeOf } from './exit-codes.js';
import { printFault } from './faults.js';
import { checkWhatCanBe, type CheckedFile, type FaultyFile } from './rules-files.js';
import { styled, type Terminal } from './terminal.js';
import type { Run } from './verb.js';

/**
 * `thac check FILE…`: 0 where nothing is wrong, 1 where there are errors (with `--strict`: or warnings). A file that cannot be read
 * stops no other from being checked; its fault gives the exit code.
 */
export const runCheck: Run = async (typed, terminal) => {
  const { checked, faulty } = await checkWhatCanBe(typed.words, typed);
  const counts = countsOf(checked);
  const holds = counts.error === 0 && (counts.warning === 0 || !typed.flag('strict'));
  const [first] = faulty;
  const ok = holds && !first;
  if (typed.flag('json')) {
    const files = [...checked.map(fileJson), ...faulty.map(faultJson)];
    terminal.out(JSON.stringify({ ok, errors: counts.error, warnings: counts.warning, notes: counts.info, files }));
  } else {
    printFrames(checked, terminal);
    for (const { fault } of faulty) await printFault(fault, terminal);
    if (checked.length > 0) terminal.out(styled(summary({ checked, faulty, counts }, terminal), ok ? 'green' : 'red', terminal));
  }
  if (first) return exitCodeOf(first.fault.code);
  return holds ? EXIT.ok : EXIT.refused;
};

type Severity = Diagnostic['severity'];
/** The order in which they are shown: what must be mended comes before what is only worth knowing. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function countsOf(checked: readonly CheckedFile[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { result } of checked) for (const { severity } of result.diagnostics) counts[severity] += 1;
  return counts;
}

function fileJson({ file, result, missingParent }: CheckedFile): object {
  const diagnostics = result.diagnostics.map((diagnostic) => {
    const { code, severity, place, fix } = diagnostic;
    return { code, severity, ...place, ...describe(diagnostic), ...(fix && { fix }) };
  });
  return { file, language: result.language, ok: result.rules !== null, missingParent, diagnostics };
}

const faultJson = ({ file, fault: { code, what, mend } }: FaultyFile): object => ({
  file,
  ok: false,
  fault: { code, what, mend },
});

/** Frames of the diagnostics of files, the gravest of each file first, and what is left to say about it. */
function printFrames(checked: readonly CheckedFile[], terminal: Terminal): void {
  const { language, colour } = terminal;
  for (const { file, text, result, missingParent } of checked) {
    for (const diagnostic of gravestFirst(result.diagnostics)) {
      terminal.out(`${renderFrame(text, diagnostic, { language, file, colour })}\n`);
    }
    if (missingParent) terminal.out(`${file}: ${parentNote(missingParent.number)[language]}`);
  }
  const grave = checked.flatMap(({ result }) => gravestFirst(result.diagnostics)).find(({ severity }) => severity !== 'info');
  if (grave) terminal.out(`${{ vi: 'Giải thích một mã', en: 'What a code means' }[language]}: thac help ${grave.code}`);
}

const gravestFirst = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  SEVERITIES.flatMap((severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity));

interface Found {
  readonly checked: readonly CheckedFile[];
  readonly faulty: readonly FaultyFile[];
  readonly counts: Readonly<Record<Severity, number>>;
}

function summary({ checked, faulty, counts: { error, warning, info } }: Found, { language }: Terminal): string {
  const files = checked.length;
  const unread = faulty.length;
  const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
  const summaries = {
    vi: `${files} tệp: ${error} lỗi, ${warning} cảnh báo, ${info} lưu ý${unread > 0 ? `; ${unread} tệp không kiểm tra được` : ''}.`,
    en: `${count(files, 'file')}: ${count(error, 'error')}, ${count(warning, 'warning')}, ${count(info, 'note')}${unread > 0 ? `; ${count(unread, 'file')} could not be checked` : ''}.`,
  };
  return summaries[language];
}

const parentNote = (number: string) => ({
  vi: `không tìm thấy (hoặc có lỗi) văn bản của kế hoạch ${number}; chưa đối chiếu với kế hoạch đó.`,
  en: `the text of plan ${number} was not found (or has errors); nothing was held against it.`,
});

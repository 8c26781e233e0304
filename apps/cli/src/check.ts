import { describe, renderFrame, type Diagnostic } from '#dsl';
import { EXIT } from './exit-codes.js';
import { checkFiles, type CheckedFile } from './rules-files.js';
import { styled, type Terminal } from './terminal.js';
import type { Run } from './verb.js';

/** `thac check FILE…`: 0 where nothing is wrong, 1 where there are errors (with `--strict`: or warnings). */
export const runCheck: Run = async (typed, terminal) => {
  const checked = await checkFiles(typed.words, typed);
  const errors = count(checked, 'error');
  const warnings = count(checked, 'warning');
  const ok = errors === 0 && (warnings === 0 || !typed.flag('strict'));
  if (typed.flag('json')) terminal.out(JSON.stringify({ ok, errors, warnings, files: checked.map(fileJson) }));
  else printFrames(checked, terminal, { errors, warnings, ok });
  return ok ? EXIT.ok : EXIT.refused;
};

const count = (checked: readonly CheckedFile[], severity: Diagnostic['severity']): number =>
  checked.flatMap(({ result }) => result.diagnostics).filter((diagnostic) => diagnostic.severity === severity).length;

function fileJson({ file, result, missingParent }: CheckedFile): object {
  const diagnostics = result.diagnostics.map((diagnostic) => {
    const { code, severity, place, fix } = diagnostic;
    return { code, severity, ...place, ...describe(diagnostic), ...(fix && { fix }) };
  });
  return { file, language: result.language, ok: result.rules !== null, missingParent, diagnostics };
}

/** Frames of the diagnostics of files, and what is left to say about each file. */
export function printFrames(
  checked: readonly CheckedFile[],
  terminal: Terminal,
  { errors, warnings, ok }: { readonly errors: number; readonly warnings: number; readonly ok: boolean },
): void {
  const { language, colour } = terminal;
  for (const { file, text, result, missingParent } of checked) {
    for (const diagnostic of result.diagnostics) terminal.out(`${renderFrame(text, diagnostic, { language, file, colour })}\n`);
    if (missingParent) terminal.out(`${file}: ${parentNote(missingParent.number)[language]}`);
  }
  const files = checked.length;
  const summary = {
    vi: `${files} tệp: ${errors} lỗi, ${warnings} cảnh báo.`,
    en: `${files} ${files === 1 ? 'file' : 'files'}: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
  };
  terminal.out(styled(summary[language], ok ? 'green' : 'red', terminal));
}

const parentNote = (number: string) => ({
  vi: `không tìm thấy (hoặc có lỗi) văn bản của kế hoạch ${number}; chưa đối chiếu với kế hoạch đó.`,
  en: `the text of plan ${number} was not found (or has errors); nothing was held against it.`,
});

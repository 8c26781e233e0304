import { ExportVerifier, sayFinding, type Trust, type Verdict, WHOLE } from '#audit';
import { exportLog, sealedTenant } from '#persistence';
import { withOwnDatabase } from '../backup/own-database.js';
import { EXIT } from '../exit-codes.js';
import { styled, type Terminal } from '../terminal.js';
import type { Run, Typed } from '../verb.js';
import { PackingDamaged, unpacked } from './read-export.js';
import { trustOf } from './trust.js';

/** `thac audit verify [FILE] [--checkpoint KEPT] [--key KEY]`: exit code 0 where all holds, 1 where something differs. */
export const runVerify: Run = async (typed, terminal) => {
  const trust = await trustOf(typed);
  const [file] = typed.words;
  const verifier = new ExportVerifier(trust);
  if (file === undefined) await readDatabase(verifier, typed, terminal);
  else await readExport(verifier, file);
  const verdict = verifier.finish();
  if (typed.flag('json')) terminal.out(JSON.stringify(verdict, null, 2));
  else for (const line of verdictLines(verdict, trust, terminal)) terminal.out(line);
  return verdict.ok ? EXIT.ok : EXIT.refused;
};

const readDatabase = (verifier: ExportVerifier, typed: Typed, terminal: Terminal): Promise<unknown> =>
  withOwnDatabase(typed, terminal, async ({ pool }) =>
    exportLog(pool, await sealedTenant(pool, typed.value('tenant')), async (lines) => verifier.push(Buffer.from(lines))),
  );

/** Stops reading at the first difference. @throws FileUnreadable */
export async function readExport(verifier: ExportVerifier, file: string): Promise<void> {
  try {
    for await (const chunk of unpacked(file)) if (!verifier.push(chunk)) return;
  } catch (error) {
    if (!(error instanceof PackingDamaged)) throw error;
    verifier.damaged(error.message);
  }
}

/** What came of it, and by what it was trusted; or the first difference, where it is, and what was expected there. */
export function verdictLines(verdict: Verdict, trust: Trust, terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const { finding, events, checkpoints, kept, tenant, scope, root, key } = verdict;
  if (!finding) {
    const part = scope === null || scope === WHOLE ? '' : ` (${scope})`;
    const said = {
      vi: `${tenant}${part}: ${events} sự kiện đúng như đã niêm phong; ${checkpoints} điểm kiểm hợp lệ, ${kept} điểm đã giữ khớp.`,
      en: `${tenant}${part}: ${events} events are as they were sealed; ${checkpoints} checkpoints hold, ${kept} kept ones agree.`,
    };
    const names = { vi: `Gốc ${root}, khóa ${key}.`, en: `Root ${root}, key ${key}.` };
    return [styled(said[language], 'green', terminal), names[language], ...unproved(trust, terminal)];
  }
  const { line, position, until, expected, found } = finding;
  const event = position === until ? String(position) : `${position}–${until}`;
  const where = { vi: `Sự kiện ${event}, dòng ${line}`, en: `Event ${event}, line ${line}` }[language];
  const values = { vi: ['mong đợi', 'thấy'], en: ['expected', 'found'] }[language];
  return [
    styled(`${where}: ${sayFinding(finding)[language]} (${finding.kind}).`, 'red', terminal),
    ...(expected === '' ? [] : [`  ${values[0]}: ${expected}`]),
    ...(found === '' ? [] : [`  ${values[1]}: ${found}`]),
  ];
}

function unproved({ kept, keys }: Trust, { language }: Terminal): readonly string[] {
  if ((kept && kept.length > 0) || (keys && keys.length > 0)) return [];
  return [
    {
      vi: 'Khóa lấy từ chính bản xuất: cần --checkpoint hoặc --key để biết nhật ký không bị viết lại toàn bộ.',
      en: 'The key is the export’s own: only --checkpoint or --key shows that the whole log was not written anew.',
    }[language],
  ];
}

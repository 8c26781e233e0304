import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ExportVerifier, type Verdict } from '#audit';
import { leafEvents, type SealedLog, sealedLog } from '#testing';
import { type Edited, editsOf, firstDifference, randomOf } from './edits.js';
import { pythonOn } from './python.js';

/** What a trial came to. */
export interface Trial {
  readonly edits: number;
  /** Edits of which some verifier said that all is well. */
  readonly missed: readonly string[];
  /** Edits that were placed where they are not. */
  readonly misplaced: readonly string[];
  /** Edits of which the two verifiers do not say the same. */
  readonly disagreed: readonly string[];
}

const BATCH = 500;

/** What our own verifier says of an export, which its reader trusts by key and by kept checkpoints. */
export function verdictOn(log: SealedLog, bytes: Buffer): Verdict {
  const verifier = new ExportVerifier({ keys: [log.keyText], kept: log.notes.slice(-1) });
  verifier.push(bytes);
  return verifier.finish();
}

/** Damages an export so many times, and asks our verifier and, where there is one, the one in Python. */
export function tryEdits(count: number, { seed, python }: { readonly seed: number; readonly python: boolean }): Trial {
  const random = randomOf(seed);
  const log = sealedLog(leafEvents(37), { every: 9 });
  const edits = editsOf(log, random);
  const found = { missed: [] as string[], misplaced: [] as string[], disagreed: [] as string[] };
  for (let done = 0; done < count; done += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - done) }, () => edits.next().value as Edited);
    const verdicts = batch.map(({ bytes }) => verdictOn(log, bytes));
    const others = python ? inPython(log, batch) : verdicts;
    for (const [index, { name, bytes }] of batch.entries()) {
      const [verdict, other] = [verdicts[index] as Verdict, others[index] as Verdict];
      const label = `${name} ${JSON.stringify([firstDifference(log, bytes), verdict.finding, other.finding])}`;
      if (verdict.ok || other.ok) found.missed.push(label);
      if (!isPlaced(log, bytes, verdict)) found.misplaced.push(label);
      if (!isDeepStrictEqual(verdict, other)) found.disagreed.push(label);
    }
  }
  return { edits: count, ...found };
}

/**
 * In the very line, or between the two checkpoints that enclose it. What is wrong with the manifest may show only at the end, as
 * does a checkpoint that is not there.
 */
function isPlaced(log: SealedLog, bytes: Buffer, { finding }: Verdict): boolean {
  const { line, position } = firstDifference(log, bytes);
  if (!finding) return false;
  const showsLate = line === 1 || (finding.kind === 'end' && log.lines[line - 1]?.startsWith('{"kind":"checkpoint"') === true);
  const isNear = finding.position <= position && position <= finding.until + 1;
  return showsLate || isNear || finding.line === line || finding.line === 1;
}

function inPython(log: SealedLog, batch: readonly Edited[]): readonly Verdict[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'thac-edits-'));
  try {
    const at = (name: string): string => path.join(folder, name);
    writeFileSync(at('key'), `${log.keyText}\n`);
    writeFileSync(at('kept'), log.notes.at(-1) ?? '');
    for (const [index, { bytes }] of batch.entries()) writeFileSync(at(String(index)), bytes);
    const files = batch.map((_, index) => at(String(index)));
    return pythonOn(files, ['--key', at('key'), '--checkpoint', at('kept')]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

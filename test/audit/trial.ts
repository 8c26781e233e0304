import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { ExportVerifier, type Finding, type Verdict, WHOLE } from '#audit';
import { chosenFrom, knownKey, leafEvents, type SealedLog, sealedLog, sealedPersons } from '#testing';
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
  const whole = sealedLog(leafEvents(37), { every: 9, persons: sealedPersons() });
  const logs = [whole, chosenFrom(whole, 'plan:kế hoạch', (stream) => !stream.endsWith('1'))];
  const edits = logs.map((log) => editsOf(log, random));
  const found = { missed: [] as string[], misplaced: [] as string[], disagreed: [] as string[] };
  for (let done = 0; done < count; done += BATCH) {
    const turn = (done / BATCH) % logs.length;
    const [log, editing] = [logs[turn] as SealedLog, edits[turn]];
    const batch = Array.from({ length: Math.min(BATCH, count - done) }, () => editing?.next().value as Edited);
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

/** An export that nobody touched; of many sizes, whole, in part or of one event, with persons or without. */
function cleanLog(index: number): SealedLog {
  const tenant = `t ${index}+`;
  const persons = index % 3 === 0 ? sealedPersons() : [];
  const log = sealedLog(leafEvents(1 + (index % 97)), { every: 1 + (index % 7), tenant, key: knownKey(tenant), persons });
  const middle = Math.ceil(log.events.length / 2);
  if (index % 8 === 5) return chosenFrom(log, `event:${middle}`, (_, position) => position === middle);
  return index % 4 === 3 ? chosenFrom(log, `unit:${index}`, (stream) => !stream.endsWith(String(index % 3))) : log;
}

/** Asks both verifiers about so many exports that nobody touched. @returns those that one of them finds fault with, or tells otherwise */
export function tryClean(count: number, { python }: { readonly python: boolean }): readonly string[] {
  const alarms: string[] = [];
  for (let done = 0; done < count; done += BATCH) {
    const logs = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) => cleanLog(done + index));
    const bytes = logs.map(({ lines }) => Buffer.from(lines.join('')));
    const verdicts = logs.map((log, index) => verdictOn(log, bytes[index] as Buffer));
    const others = python ? inPythonAlone(bytes) : [];
    for (const [index, verdict] of verdicts.entries()) {
      const other = others[index];
      const agrees = !other || isDeepStrictEqual({ ...verdict, kept: 0 }, other);
      if (!verdict.ok || verdict.kept !== 1 || !agrees) alarms.push(JSON.stringify([done + index, verdict, other]));
    }
  }
  return alarms;
}

function inPythonAlone(exports: readonly Buffer[]): readonly Verdict[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'thac-clean-'));
  try {
    const files = exports.map((bytes, index) => {
      const file = path.join(folder, String(index));
      writeFileSync(file, index % 2 === 0 ? bytes : gzipSync(bytes));
      return file;
    });
    return pythonOn(files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * In the very line or beside it, or between the two checkpoints that enclose it; or at the end, where it can show only there.
 */
function isPlaced(log: SealedLog, bytes: Buffer, { finding }: Verdict): boolean {
  const { line, position } = firstDifference(log, bytes);
  if (!finding) return false;
  const isNear = finding.position <= position && position <= finding.until + 1;
  const isBeside = Math.abs(finding.line - line) <= 1 || finding.line === 1;
  return isNear || isBeside || showsLate(log, line, finding);
}

/**
 * What is wrong with the manifest, a checkpoint that is not there, and what is outside the log, may show only at the end. Of chosen
 * events, what is missing in a stream shows at the next of that stream, and at the end of a stream by the counts.
 */
function showsLate({ lines, scope }: SealedLog, line: number, { kind, line: found }: Finding): boolean {
  const isOf = (kinds: RegExp): boolean => kinds.test(lines[line - 1] ?? '');
  if (line === 1) return true;
  if (kind === 'end') return isOf(/^{"kind":"(checkpoint|person)"/);
  if (kind === 'digest') return isOf(/^{"kind":"(person|end)"/);
  return scope !== WHOLE && (kind === 'gap' || kind === 'truncated') && found >= line - 1;
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

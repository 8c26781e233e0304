import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Workloads of the peers in which ours takes part. */
export const PEER_WORKLOADS: readonly string[] = ['append', 'replay', 'timers'];

const BESIDE = path.join(import.meta.dirname, 'store/beside.js');

/**
 * Runs workloads of a folder of peers' benchmarks, ours beside them in every round; they print their tables.
 * @returns the exit code: 0 where every workload ran and every case passed its checks
 */
export async function runPeers(folder: string, workloads: readonly string[], rounds: number): Promise<number> {
  let worst = 0;
  for (const workload of workloads) {
    const script = path.join(folder, 'bench', `${workload}.mjs`);
    const beside = `"${process.execPath}" "${BESIDE}"`;
    const child = spawn(process.execPath, [script, '--rounds', String(rounds), '--beside', beside], { stdio: 'inherit' });
    const [code] = (await once(child, 'exit')) as [number | null];
    worst = Math.max(worst, code ?? 1);
  }
  return worst;
}

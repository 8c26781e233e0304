import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ScenarioBundle } from './bundle.js';
import { loadScenario, type ReadText } from './load-scenario.js';

/** Folder of the example that comes along. */
export const EXAMPLE = path.resolve(import.meta.dirname, '../../../../examples/lao-cai-2022');

const readFromDisk: ReadText = (file) => readFile(file, 'utf8');

/** The example, with texts of its files changed. */
export const loadExample = (changes: Readonly<Record<string, (text: string) => string>> = {}): Promise<ScenarioBundle> =>
  loadScenario(EXAMPLE, async (file) => (changes[path.basename(file)] ?? String)(await readFromDisk(file)));

/** A change to the example's scenario, as data. */
export const changed =
  (change: (scenario: Json) => void) =>
  (text: string): string => {
    const scenario = JSON.parse(text) as Json;
    change(scenario);
    return JSON.stringify(scenario);
  };

/** Just enough of a scenario's form to change it in a test. */
export interface Json {
  seed: string;
  rules: string[];
  habits: Record<string, unknown>[];
  actions: Record<string, unknown>[];
}

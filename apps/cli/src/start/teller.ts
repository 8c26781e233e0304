import type { Bilingual } from '#contracts';
import { styled, type Terminal } from '../terminal.js';

/** Tells what happens while a server starts: in Vietnamese and English, each on a line of its own. */
export class Teller {
  constructor(private readonly terminal: Terminal) {}

  /** Seconds since the process began. */
  get seconds(): string {
    return (performance.now() / 1_000).toFixed(1);
  }

  tell({ vi, en }: Bilingual): void {
    this.terminal.out(vi);
    if (en !== vi) this.terminal.out(styled(en, 'dim', this.terminal));
  }

  /** One line for both languages: for what is told often. */
  note(line: string): void {
    this.terminal.out(`  ${line}`);
  }
}

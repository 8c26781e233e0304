import { EXIT } from '../exit-codes.js';
import type { Run } from '../verb.js';
import { House } from './house.js';
import { readSettings } from './settings.js';
import { StopSignal } from './stop-signal.js';
import { Teller } from './teller.js';

/** `thac start`: opens the database, loads the example, serves, runs the clock, until it is told to stop. */
export const runStart: Run = async (typed, terminal) => {
  const teller = new Teller(terminal);
  const settings = readSettings(typed, terminal.environment);
  const stop = new StopSignal();
  const house = new House(settings, teller);
  try {
    await house.open(stop.signal);
    if (!stop.signal.aborted) await stop.heard;
    teller.tell({ vi: 'Đang dừng…', en: 'Stopping…' });
  } finally {
    await house.close();
    stop.forget();
  }
  teller.tell({ vi: 'Đã dừng, dữ liệu được giữ nguyên.', en: 'Stopped; the data is kept.' });
  return EXIT.ok;
};

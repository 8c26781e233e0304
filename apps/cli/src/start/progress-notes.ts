import type { ScenarioProgress } from '#workflow';
import type { Teller } from './teller.js';

/** Tells how far loading has come: a line for every month, and for every plan that many units get something from. */
export class ProgressNotes {
  private month = '';

  constructor(private readonly teller: Teller) {}

  note({ at, events, isReplaying, issued }: ScenarioProgress): void {
    if (isReplaying) return;
    if (issued && issued.unitPlans > 1) {
      this.teller.note(`${shownDay(at)}  ${issued.number} → ${issued.unitPlans} đơn vị / units  (${events})`);
    }
    const month = at.slice(0, 7);
    if (month === this.month) return;
    this.month = month;
    this.teller.note(`${month.slice(5)}/${month.slice(0, 4)}  ${events} sự kiện / events`);
  }
}

const shownDay = (at: string): string => `${Number(at.slice(8, 10))}/${Number(at.slice(5, 7))}/${at.slice(0, 4)}`;

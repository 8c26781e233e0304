import { sayEscalation } from './say-escalation.js';
import { sayConditional, sayDuty, sayGroup, saySection } from './say-items.js';
import { sayPlan } from './say-plan.js';
import { sayRegime } from './say-regime.js';
import { sayTarget } from './say-target.js';
import { sayTask } from './say-task.js';
import type { Said, Saying } from './saying.js';

/** The sentences of an item: its own words, with the units and the dates that they come to. */
export function sayItem(saying: Saying): Said {
  const { item } = saying;
  switch (item.kind) {
    case 'plan':
      return sayPlan(saying, item);
    case 'group':
      return sayGroup(saying, item);
    case 'section':
      return saySection(saying, item);
    case 'task':
      return sayTask(saying, item);
    case 'goal':
      return sayTarget(saying, item);
    case 'duty':
      return sayDuty(saying, item);
    case 'regime':
      return sayRegime(saying, item);
    case 'escalation':
      return sayEscalation(saying, item);
    case 'conditional':
      return sayConditional(saying, item);
  }
}

/** Where an event belongs, as its stream and its data tell it. Pure. */

/** @param stream `unit-plan/PLAN/UNIT`, `plan/PLAN`, … */
export function placeOf(stream: string): { readonly plan: string | null; readonly unit: string | null } {
  const [kind, plan = null, unit = null] = stream.split('/');
  return kind === 'unit-plan' || kind === 'plan' ? { plan, unit } : { plan: null, unit: null };
}

/** What a unit plan's event is about: `item 1.2`, `report 1@2022-9M`, `duty 1`; null where it is about none or several. */
export function obligationOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null;
  const { item, report, obligation, duty } = data as Readonly<Record<string, unknown>>;
  if (typeof obligation === 'string') return obligation;
  if (typeof item === 'string') return `item ${item}`;
  if (typeof report === 'string') return `report ${report}`;
  return typeof duty === 'string' ? `duty ${duty}` : null;
}

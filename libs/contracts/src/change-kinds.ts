/** Sorts of events, as changes can be narrowed to. */
export const CHANGE_KINDS = [
  'rules',
  'plan',
  'organisation',
  'calendar',
  'document',
  'cascade',
  'work',
  'report',
  'deadline',
  'escalation',
  'reorganisation',
  'people',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

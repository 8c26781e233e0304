import { NotFound } from '../workflow/faults.js';

/** A read model's answer, which must be there. @throws NotFound */
export function found<T>(answer: T | undefined, thing: NotFound['thing'], id: string): T {
  if (answer === undefined) throw new NotFound(thing, id);
  return answer;
}

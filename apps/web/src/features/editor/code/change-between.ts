/** The smallest single change that makes one text of another. Pure. */
export function changeBetween(before: string, after: string): { from: number; to: number; insert: string } {
  const longest = Math.min(before.length, after.length);
  let from = 0;
  while (from < longest && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < longest - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

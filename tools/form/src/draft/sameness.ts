/** Whether two values say the same, in whatever order their fields stand. */

import { isMapping } from "../core/paths.ts";

/** Equal in all that they hold; a field that is undefined is as absent. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  }
  if (!isMapping(one) || !isMapping(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name], other[name]));
}

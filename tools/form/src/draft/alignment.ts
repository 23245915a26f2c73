/**
 * Which item of one list is which item of another. Items have no number of their own: what they say
 * tells them apart, first all of it, then what names them, then most of it.
 */

import { isMapping } from "../core/paths.ts";
import { same } from "./sameness.ts";

/** The fields that name an item, of all lists that a dossier has. */
const NAMING = ["organisation", "recommendation", "year", "title"] as const;

/** Index in the first list → index in the second. */
export type Pairs = ReadonlyMap<number, number>;

/**
 * The items that belong together. `loosely` also pairs items of which more than half says the same:
 * one of the two then came from the other.
 */
export function aligned(
  first: readonly unknown[],
  second: readonly unknown[],
  loosely: boolean,
): Pairs {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const tests = [same, haveOneName, ...(loosely ? [areAlike] : [])];
  for (const belong of tests) {
    for (const [index, item] of first.entries()) {
      if (pairs.has(index)) continue;
      const found = second.findIndex((other, at) => !taken.has(at) && belong(item, other));
      if (found < 0) continue;
      pairs.set(index, found);
      taken.add(found);
    }
  }
  return pairs;
}

function haveOneName(one: unknown, other: unknown): boolean {
  if (!isMapping(one) || !isMapping(other)) return false;
  const named = NAMING.filter((name) => one[name] !== undefined || other[name] !== undefined);
  return named.length > 0 && named.every((name) => same(one[name], other[name]));
}

function areAlike(one: unknown, other: unknown): boolean {
  if (!isMapping(one) || !isMapping(other)) return false;
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const equal = names.filter((name) => same(one[name], other[name]));
  return equal.length * 2 > names.length;
}

/**
 * The "did you mean" of a message: the twin of `gzg/rules/suggestion.py`, with the likeness of Python's
 * `difflib`, so that the same word is proposed.
 */

import { inOrder, signs } from "./python_text.ts";

const CUTOFF = 0.6;
const LONG = 200;

/** The known word that looks most like `word`; undefined where none is near. */
export function nearest(word: string, known: Iterable<string>, cutoff = CUTOFF): string | undefined {
  const likeness = likenessTo(word);
  let best: string | undefined;
  let most = cutoff;
  // Of words that are as like, the last one in the alphabet is taken, as `difflib` does.
  for (const each of inOrder(known)) {
    const ratio = likeness(each, most);
    if (ratio >= most) [best, most] = [each, ratio];
  }
  return best;
}

/** The known word that has this name, or looks like it, or has a name that looks like it. */
export function nearestCalled(
  word: string,
  known: Iterable<string>,
  names: Readonly<Record<string, string>>,
): string | undefined {
  const called = new Map(Object.entries(names).map(([name, each]) => [spoken(name), each]));
  const name = spoken(word);
  if (called.has(name)) return called.get(name);
  const alike = nearest(name, called.keys());
  return nearest(word, known) ?? (alike === undefined ? undefined : called.get(alike));
}

function spoken(word: string): string {
  return word.toLowerCase().replace(/[_-]/g, " ");
}

/** How like a text is to the word, from 0 to 1; 0 at once where it cannot reach `least`. */
function likenessTo(word: string): (text: string, least: number) => number {
  const b = signs(word);
  const places = placesIn(b);
  const counts = countsOf(b);
  return (text, least) => {
    const a = signs(text);
    const whole = a.length + b.length;
    if (!whole) return 1;
    if ((2 * Math.min(a.length, b.length)) / whole < least) return 0;
    if ((2 * shared(a, counts)) / whole < least) return 0;
    return (2 * matching(a, b, places)) / whole;
  };
}

function countsOf(all: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const sign of all) found.set(sign, (found.get(sign) ?? 0) + 1);
  return found;
}

/** How many signs both have, wherever they stand. */
function shared(a: readonly string[], counts: ReadonlyMap<string, number>): number {
  const left = new Map(counts);
  let count = 0;
  for (const sign of a) {
    const available = left.get(sign) ?? 0;
    left.set(sign, available - 1);
    if (available > 0) count += 1;
  }
  return count;
}

/** Where each sign stands; in a long text a sign that is everywhere tells nothing. */
function placesIn(b: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [index, sign] of b.entries()) {
    const places = found.get(sign);
    if (places) places.push(index);
    else found.set(sign, [index]);
  }
  if (b.length >= LONG) {
    const most = Math.floor(b.length / 100) + 1;
    for (const [sign, places] of found) if (places.length > most) found.delete(sign);
  }
  return found;
}

/** How many signs are in blocks that both have in the same order (Ratcliff and Obershelp). */
function matching(
  a: readonly string[],
  b: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
): number {
  let count = 0;
  const waiting: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [fromA, toA, fromB, toB] = next;
    const [atA, atB, size] = longest(a, b, places, next);
    if (!size) continue;
    count += size;
    if (fromA < atA && fromB < atB) waiting.push([fromA, atA, fromB, atB]);
    if (atA + size < toA && atB + size < toB) waiting.push([atA + size, toA, atB + size, toB]);
  }
  return count;
}

function longest(
  a: readonly string[],
  b: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  [fromA, toA, fromB, toB]: readonly [number, number, number, number],
): [number, number, number] {
  let [bestA, bestB, best] = [fromA, fromB, 0];
  let lengths = new Map<number, number>();
  for (let i = fromA; i < toA; i += 1) {
    const next = new Map<number, number>();
    for (const j of places.get(a[i] ?? "") ?? []) {
      if (j < fromB) continue;
      if (j >= toB) break;
      const size = (lengths.get(j - 1) ?? 0) + 1;
      next.set(j, size);
      if (size > best) [bestA, bestB, best] = [i - size + 1, j - size + 1, size];
    }
    lengths = next;
  }
  // Signs that are everywhere do not begin a block, but can be at the ends of one.
  while (bestA > fromA && bestB > fromB && a[bestA - 1] === b[bestB - 1]) {
    [bestA, bestB, best] = [bestA - 1, bestB - 1, best + 1];
  }
  while (bestA + best < toA && bestB + best < toB && a[bestA + best] === b[bestB + best]) best += 1;
  return [bestA, bestB, best];
}

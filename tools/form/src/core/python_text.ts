/**
 * Text as Python sees it, where JavaScript sees it otherwise: counted in code points, split at the
 * white space of `str.split`, with the letters and digits of `str.isalnum`.
 */

/** What `str.split()` and `str.strip()` take for white space. */
export const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const ONE_SPACE = new RegExp(`[${SPACE}]`);
const BETWEEN = new RegExp(`[${SPACE}]+`);

/** The signs of a text, each a whole code point. */
export function signs(text: string): string[] {
  return [...text];
}

export function length(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

export function trimmed(text: string): string {
  return without(text, isSpace, isSpace);
}

export function trimmedEnd(text: string): string {
  return without(text, () => false, isSpace);
}

/** A text without these signs around it. */
export function stripped(text: string, signs: string): string {
  const isOne = (sign: string): boolean => signs.includes(sign);
  return without(text, isOne, isOne);
}

/** A text without these signs behind it. */
export function strippedEnd(text: string, signs: string): string {
  return without(text, () => false, (sign) => signs.includes(sign));
}

/** Sign by sign: a pattern looks again from every space of a long row of them. */
function without(text: string, isBefore: (sign: string) => boolean, isBehind: (sign: string) => boolean): string {
  let [start, end] = [0, text.length];
  while (start < end && isBefore(text[start] ?? "")) start += 1;
  while (end > start && isBehind(text[end - 1] ?? "")) end -= 1;
  return text.slice(start, end);
}

function isSpace(sign: string): boolean {
  return ONE_SPACE.test(sign);
}

/** The words of a text. */
export function words(text: string): string[] {
  const plain = trimmed(text);
  return plain ? plain.split(BETWEEN) : [];
}

/** The id made of a name: "De Haan" → `de-haan`. */
export function slug(name: string): string {
  const plain = name.normalize("NFKD").replace(/[^\0-\x7f]/g, "").toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).join("-");
}

/** By code point, as Python sorts. */
export function inOrder(texts: Iterable<string>): string[] {
  return [...texts].sort(byCodePoint);
}

function byCodePoint(left: string, right: string): number {
  const [one, other] = [signs(left), signs(right)];
  for (const [index, sign] of one.entries()) {
    const difference = (sign.codePointAt(0) ?? 0) - (other[index]?.codePointAt(0) ?? -1);
    if (difference) return difference;
  }
  return one.length - other.length;
}

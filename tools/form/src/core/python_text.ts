/**
 * Text as Python sees it, where JavaScript sees it otherwise: counted in code points, split at the
 * white space of `str.split`, with the letters and digits of `str.isalnum`.
 */

/** What `str.split()` and `str.strip()` take for white space. */
export const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const AROUND = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g");
const AT_END = new RegExp(`[${SPACE}]+$`);
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
  return text.replace(AROUND, "");
}

export function trimmedEnd(text: string): string {
  return text.replace(AT_END, "");
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

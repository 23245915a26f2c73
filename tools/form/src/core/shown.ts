/** A value as a message may repeat it: the twin of `shown` in `gzg/repository/faults.py`. */

import { Decimal } from "./decimal.ts";
import { isMapping } from "./paths.ts";
import { signs, words } from "./python_text.ts";

const LONGEST = 60;

/** One line, not too long; empty where there is none. */
export function shown(value: unknown): string {
  const line = words(told(value)).join(" ");
  const found = signs(line);
  return found.length <= LONGEST ? line : `${found.slice(0, LONGEST - 1).join("")}…`;
}

function told(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (value instanceof Decimal) return cut(inPython(value));
  if (Array.isArray(value)) return value.length ? value.slice(0, LONGEST).map(shown).join(", ") : "[]";
  if (isMapping(value)) {
    const entries = Object.entries(value);
    if (!entries.length) return "{}";
    return entries
      .slice(0, LONGEST)
      .map(([key, each]) => `${key}: ${shown(each)}`)
      .join(", ");
  }
  return cut(String(value));
}

function cut(text: string): string {
  return signs(text).slice(0, 4 * LONGEST).join("");
}

/** As Python writes a `Decimal`: very small ones with an exponent. */
function inPython(value: Decimal): string {
  const plain = String(value);
  const digits = plain.replace(/^-|\./g, "").replace(/^0+(?=.)/, "");
  const exponent = digits.length - 1 - value.places;
  if (value.places === 0 || exponent >= -6) return plain;
  const [first = "", rest] = [digits.slice(0, 1), digits.slice(1)];
  return `${value.isNegative ? "-" : ""}${first}${rest ? `.${rest}` : ""}E${exponent}`;
}

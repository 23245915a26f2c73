/**
 * What people type or copy, as a record has it: the twins of the suggestions of the rules on amounts,
 * days, addresses and licences, and of `gzg/wizard/answers.py`.
 */

import { dayOf } from "./calendar.ts";
import { Decimal } from "./decimal.ts";
import { SPACE } from "./python_text.ts";
import { nearest } from "./suggestion.ts";

export const LARGEST_AMOUNT = Decimal.of("1000000000000");
/** No amount that somebody means is longer, and numbers of a million digits take time. */
const LONGEST_TYPED = 200;
const AROUND = new RegExp(`€|%|\\beuro?\\b|[${SPACE}]`, "giu");
const IN_GROUPS = /^[1-9][0-9]{0,2}(?:([.,'])[0-9]{3})(?:\1[0-9]{3})*((?!\1)[.,][0-9]{1,2})?$/;
const TOGETHER = /^[0-9]+([.,][0-9]{1,2})?$/;
const MILLIONS = /^([0-9]+)(?:[.,]([0-9]{1,6}))?(?:miljoen|mio|million)$/;

/**
 * The amount that was meant by `150.000`, `€ 150 000,50` or `1,1 miljoen euro`; undefined where it
 * is none. A point or comma before exactly three digits separates thousands, as everywhere in Belgium.
 */
export function amountMeant(text: string): string | undefined {
  if (text.length > LONGEST_TYPED) return undefined;
  const plain = text.toLowerCase().replace(AROUND, "").replace(/[.,]-+$/, "");
  const millions = MILLIONS.exec(plain);
  if (millions) return String(BigInt((millions[1] ?? "") + (millions[2] ?? "").padEnd(6, "0")));
  for (const pattern of [IN_GROUPS, TOGETHER]) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const cents = found[found.length - 1] ?? "";
    const whole = plain.slice(0, plain.length - cents.length).replace(/[^0-9]/g, "");
    return `${BigInt(whole)}${cents ? `.${cents.slice(1).padEnd(2, "0")}` : ""}`;
  }
  return undefined;
}

/** An answer to a question about an amount: its decimal text, or what was typed where it is none. */
export function readAmount(typed: string): string {
  const meant = amountMeant(tidy(typed));
  const isAmount = meant !== undefined && Decimal.of(meant).compare(LARGEST_AMOUNT) < 0;
  return isAmount ? meant : tidy(typed);
}

const YEAR_FIRST = /([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?![0-9])/;
const DAY_FIRST = /(?<![0-9])([0-9]{1,2})[-/. ]+([0-9]{1,2}|[a-z]+)\.?[-/. ]+([0-9]{4})(?![0-9])/;
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, maa: 3, mrt: 3, mar: 3, apr: 4, mei: 5, may: 5, jun: 6,
  jul: 7, aug: 8, sep: 9, okt: 10, oct: 10, nov: 11, dec: 12,
};

/** The day that was meant by `12/11/2021`, `12 november 2021` or `2021-1-5`; the day before the month. */
export function dayMeant(text: string): string | undefined {
  const plain = text.toLowerCase();
  const first = YEAR_FIRST.exec(plain);
  const second = DAY_FIRST.exec(plain);
  for (const [year, month, day] of [
    first ? [first[1], first[2], first[3]] : [],
    second ? [second[3], second[2], second[1]] : [],
  ]) {
    if (month === undefined) continue;
    const name = month.slice(0, 3);
    const number = Object.hasOwn(MONTHS, name) ? MONTHS[name] : Number(month);
    const found = dayOf(Number(year), number ?? 0, Number(day));
    if (found) return found;
  }
  return undefined;
}

/** An answer to a question about a day: `2026-09-01`, or what was typed where it is none. */
export function readDay(typed: string): string {
  return dayMeant(tidy(typed)) ?? tidy(typed);
}

/** One line as typed or pasted: single spaces, nothing around it, letters in their usual form. */
export function tidy(typed: string): string {
  return typed.normalize("NFC").replace(new RegExp(`[${SPACE}]+`, "g"), " ").trim();
}

const LETTER = "\\p{L}\\p{N}_";
const ADDRESS = new RegExp(
  `^https?://[${LETTER}-]+(?:\\.[${LETTER}-]+)+(?::[0-9]{1,5})?(?:[/?#].*)?$`,
  "u",
);
const NOT_IN_ADDRESS = /[\p{C}\p{Z}<>"'`{}|\\^]/u;
const LONGEST_ADDRESS = 2000;

/** Whether this is a web address with a host name, without password and without odd signs. */
export function isAddress(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && !NOT_IN_ADDRESS.test(text) && ADDRESS.test(text);
}

/** The address with `https://` in front, where only that is absent. */
export function addressMeant(text: string): string | undefined {
  const whole = `https://${text.replace(/^\/\//, "")}`;
  return !text.includes("@") && isAddress(whole) ? whole : undefined;
}

const LONGEST_LICENCE = 200;
const NEAR = 0.8;

/** The names that SPDX lists: of licences, with names that they had before, and of exceptions. */
export interface Licences {
  readonly licences: readonly string[];
  readonly licence_aliases: readonly string[];
  readonly licence_exceptions: readonly string[];
}

/** Whether this is an SPDX expression of licences that SPDX lists. */
export function isLicence(expression: string, known: Licences): boolean {
  if (!expression || expression.length > LONGEST_LICENCE) return false;
  const { names, exceptions } = namesOf(known);
  let [depth, isNameExpected, isException] = [0, true, false];
  for (const word of expression.match(/[()]|[^\s()]+/g) ?? []) {
    const upper = word.toUpperCase();
    if (isNameExpected === [")", "AND", "OR", "WITH"].includes(upper)) return false;
    depth += upper === "(" ? 1 : upper === ")" ? -1 : 0;
    if (depth < 0) return false;
    if (isNameExpected && word !== "(") {
      const name = word.toLowerCase();
      const isKnown = isException ? exceptions.has(name) : names.has(name) && !exceptions.has(name);
      if (!isKnown) return false;
    }
    isException = upper === "WITH";
    isNameExpected = word === "(" || (!isNameExpected && word !== ")");
  }
  return depth === 0 && !isNameExpected;
}

/** The licence of SPDX that was meant by `CC BY 4.0` or `EUPL 1.2`. */
export function licenceMeant(text: string, known: Licences): string | undefined {
  const plain = text.toLowerCase().replace(/\b(?:the|de|licen[cs]e|licentie|versie|version)\b/g, " ");
  const name = (plain.match(/[a-z0-9.+]+/g) ?? []).join("-").replace(/-?v(?=[0-9])/g, "-");
  const byName = new Map(known.licences.map((each) => [each.toLowerCase(), each]));
  const exact = name ? ["", ".0", "-only", ".0-only"].map((ending) => `${name}${ending}`) : [];
  const near = exact.find((each) => byName.has(each)) ?? nearest(name, byName.keys(), NEAR);
  const found = near === undefined ? undefined : byName.get(near);
  return found !== undefined && isLicence(found, known) ? found : undefined;
}

interface Names {
  readonly names: ReadonlySet<string>;
  readonly exceptions: ReadonlySet<string>;
}

const NAMES = new WeakMap<Licences, Names>();

/** The names in small letters, made once for judging many times. */
function namesOf(known: Licences): Names {
  const made = NAMES.get(known);
  if (made) return made;
  const names = inSmallLetters([...known.licences, ...known.licence_aliases]);
  const found = { names, exceptions: inSmallLetters(known.licence_exceptions) };
  NAMES.set(known, found);
  return found;
}

function inSmallLetters(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((each) => each.toLowerCase()));
}

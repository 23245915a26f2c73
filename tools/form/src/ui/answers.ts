/**
 * What people type, as the plain value that a record has, and back: the twin of
 * `gzg/wizard/answers.py`. What cannot be read stays as typed, and the rules tell what is wrong.
 */

import type { Kit } from "../core/index.ts";
import { Day, Decimal, isDay, readable as read, readAmount, readDay, tidy } from "../core/index.ts";
import { say } from "./texts.ts";

const BETWEEN = /\s*[;\n]\s*|\s*,\s+|,(?=\S)/;
const DIGITS = /^[0-9]{1,15}$/;

export function text(typed: string): string | undefined {
  return tidy(typed) || undefined;
}

export function address(typed: string): string | undefined {
  const found = tidy(typed);
  return found && !found.includes("://") ? `https://${found}` : found || undefined;
}

export function year(typed: string): number | string | undefined {
  const found = tidy(typed);
  return DIGITS.test(found) ? Number(found) : found || undefined;
}

export function digest(typed: string): string | undefined {
  return typed.replace(/\s/gu, "").toLowerCase() || undefined;
}

export function texts(typed: string): readonly string[] | undefined {
  const found = tidy(typed).split(BETWEEN).filter(Boolean);
  return found.length > 0 ? found : undefined;
}

export function numbers(typed: string): readonly (number | string)[] | undefined {
  const found = tidy(typed).split(/[\s,;]+/u).filter(Boolean);
  return found.length > 0 ? found.map((each) => (DIGITS.test(each) ? Number(each) : each)) : undefined;
}

/** Euro: `150.000`, `150 000,50` and `€ 1.200` as a decimal; the text where it is none. */
export function amount(typed: string): string | undefined {
  return readAmount(typed) || undefined;
}

/** `1 september 2026` and `1/9/2026` as a record has it; the text where it is no day. */
export function day(typed: string): string | undefined {
  return readDay(typed) || undefined;
}

export function shownText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export function shownTexts(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : shownText(value);
}

export function shownNumbers(value: unknown): string {
  return Array.isArray(value) ? value.join(" ") : shownText(value);
}

export function shownAmount(value: unknown, kit: Kit): string {
  const found = decimalOf(value);
  return found ? readable(found, kit) : shownText(value);
}

export function shownDay(value: unknown, kit: Kit): string {
  return isDay(value) ? read(new Day(value), kit.formats) : shownText(value);
}

/** An amount as it stands in a sentence. */
export function readable(value: Decimal, kit: Kit): string {
  return read(value, kit.formats);
}

/** The amount as it was understood: 150.000 euro. */
export function amountInWords(value: unknown, kit: Kit): string | undefined {
  const found = decimalOf(value);
  return found && say(kit, "wizard.euro", { amount: readable(found, kit) });
}

/** The day as it was understood: 1 september 2026. */
export function dayInWords(value: unknown, kit: Kit): string | undefined {
  return isDay(value) ? shownDay(value, kit) : undefined;
}

/** A list as it was understood: OSLO Persoon en OSLO Adresregister. */
export function textsInWords(value: unknown, kit: Kit): string | undefined {
  return Array.isArray(value) && value.length > 1 ? read(value.map(String), kit.formats) : undefined;
}

function decimalOf(value: unknown): Decimal | undefined {
  return typeof value === "string" ? Decimal.parse(value) : undefined;
}

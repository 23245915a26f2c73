/**
 * What the sentences of a card are filled with, and how it reads: the twin of `gzg.texts.formats`,
 * with the patterns of the kit. An amount is a `Decimal`, a whole number a `number`.
 */

import { Decimal } from "./decimal.ts";
import type { Formats } from "./kit.ts";
import { filledIn } from "./sentences.ts";

/** A percentage, as the nearest number that a computer has; shown with at most one decimal. */
export class Share {
  constructor(readonly value: number) {}
}

/** A day, as a record has it: `2026-09-01`. */
export class Day {
  constructor(readonly written: string) {}
}

/** A day and a time of day in the programme's time zone: `2026-09-01`, `12:00:00`. */
export class Instant {
  constructor(
    readonly day: string,
    readonly clock: string,
  ) {}
}

/** Values of which a person takes one; nothing to offer where there are none. */
export class OneOf {
  constructor(readonly choices: readonly string[]) {}
}

export type Value =
  | string
  | number
  | boolean
  | null
  | Decimal
  | Share
  | Day
  | Instant
  | OneOf
  | readonly string[];

export type Values = Readonly<Record<string, Value>>;

/** `template` with its `{placeholders}` replaced by the readable form of `values`. */
export function sentence(template: string, values: Values, formats: Formats): string {
  const words = Object.entries(values).map(([name, value]) => [name, readable(value, formats)]);
  return filledIn(template, Object.fromEntries(words));
}

/** `value` as it stands in a sentence: 12 november 2021, 1.107.397,55, Gent, Brugge en Aalst. */
export function readable(value: Value, formats: Formats): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return formats.truth[value ? 1 : 0];
  if (typeof value === "number") return grouped(Decimal.of(value), 0, formats);
  if (value === null) return "";
  if (value instanceof Decimal) return grouped(value, value.isWhole ? 0 : 2, formats);
  if (value instanceof Share) return share(value, formats);
  if (value instanceof Day) return dayRead(value.written, formats);
  if (value instanceof Instant) return `${dayRead(value.day, formats)} ${clockRead(value.clock)}`;
  if (value instanceof OneOf) return listed(value.choices, formats.or);
  return listed(value, formats.list);
}

/** Whether a finding has this value: what is empty or zero counts as absent. */
export function isGiven(value: Value | undefined): boolean {
  if (value instanceof Decimal) return !value.isZero;
  if (value instanceof Share) return value.value !== 0;
  if (value instanceof OneOf) return value.choices.length > 0;
  if (Array.isArray(value)) return value.length > 0;
  return Boolean(value);
}

function grouped(value: Decimal, places: number, formats: Formats): string {
  const rounded = value.rounded(places);
  const [whole = "", fraction] = String(rounded.abs).split(".");
  const groups = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, formats.group);
  const cents = fraction ? `${formats.decimal}${fraction}` : "";
  return `${rounded.isNegative ? "-" : ""}${groups}${cents}`;
}

function share(value: Share, formats: Formats): string {
  const exact = Decimal.parse(String(value.value)) ?? Decimal.of(value.value.toFixed(20));
  const rounded = exact.rounded(1);
  return grouped(rounded, rounded.isWhole ? 0 : 1, formats);
}

function dayRead(written: string, formats: Formats): string {
  const [year, month, day] = written.split("-").map(Number);
  const name = formats.months[(month ?? 1) - 1] ?? "";
  return formats.day
    .replace("{day}", String(day))
    .replace("{month}", () => name)
    .replace("{year}", String(year));
}

function clockRead(clock: string): string {
  return clock.endsWith(":00") && clock.length === 8 ? clock.slice(0, 5) : clock;
}

function listed(items: readonly string[], patterns: Formats["list"]): string {
  const [first = "", second, ...others] = items;
  if (second === undefined) return first;
  const last = others.at(-1);
  if (last === undefined) return joined(patterns.two, first, second);
  let text = joined(patterns.start, first, second);
  for (const item of others.slice(0, -1)) text = joined(patterns.middle, text, item);
  return joined(patterns.end, text, last);
}

function joined(pattern: string, before: string, after: string): string {
  return pattern.replace(/\{[01]\}/g, (found) => (found === "{0}" ? before : after));
}

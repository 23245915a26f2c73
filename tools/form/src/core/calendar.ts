/** Days of the calendar, as records write them: `2026-09-01`. No clock and no time zone of a machine. */

import { Instant } from "./values.ts";

const WRITTEN = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const LAST_YEAR = 9999;

/** Whether the text names a day that exists. */
export function isDay(written: unknown): written is string {
  if (typeof written !== "string") return false;
  const found = WRITTEN.exec(written);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The day, where there is such a one. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const written = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  return isDay(written) ? written : undefined;
}

export function yearOf(written: string): number {
  return Number(written.slice(0, 4));
}

/** The day before or after, so many days away; undefined beyond the calendar. */
export function daysLater(written: string, days: number): string | undefined {
  const moved = new Date(`${written}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return dayOf(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** The last day of so many months that begin on a day; undefined beyond the calendar. */
export function lastDay(begin: string, months: number): string | undefined {
  const [begun, month, day] = begin.split("-").map(Number) as [number, number, number];
  const count = begun * 12 + month - 1 + months;
  const [year, next] = [Math.floor(count / 12), (count % 12) + 1];
  if (year > LAST_YEAR) return undefined;
  const last = Math.min(day, daysIn(year, next));
  const end = dayOf(year, next, last);
  // From 31 January one month lasts until 28 February: that day has no successor in its month.
  return end && (last === day ? daysLater(end, -1) : end);
}

/** The moment in a time zone, such as `Europe/Brussels`, to the second. */
export function instantIn(moment: Date, zone: string): Instant {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  const day = `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
  return new Instant(day, `${part("hour")}:${part("minute")}:${part("second")}`);
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, "0");
}

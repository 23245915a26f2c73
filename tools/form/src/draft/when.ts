/** A moment as a person reads it: the day and the hour, where she is. */

import type { Kit } from "../core/index.ts";
import { Day, readable } from "../core/index.ts";

/** “12 november 2026, 14:05” on the visitor's own clock. */
export function whenShown(instant: string, kit: Kit): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return "";
  const two = (number: number): string => String(number).padStart(2, "0");
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${readable(new Day(day), kit.formats)}, ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

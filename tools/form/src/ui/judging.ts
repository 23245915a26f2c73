/**
 * The rules asked about a dossier that is being written: as it stands, and as it could become, of
 * which only what is said of an answer counts. So a sum is judged before the rest is there.
 */

import type { Diagnostic, Dossier, Kit, Path, Schema, Shared } from "../core/index.ts";
import { isMapping, judge, keyOf, withValue } from "../core/index.ts";
import { completed } from "./completion.ts";
import { isUnanswered, placeOf } from "./placement.ts";

export interface Setting {
  readonly kit: Kit;
  readonly schema: Schema;
  readonly shared: Shared;
}

/** The verdict of the checks; what is true of the answers so far comes with it. */
export function judgedSoFar(dossier: Dossier, setting: Setting, now: Date): readonly Diagnostic[] {
  const { kit, schema, shared } = setting;
  const found = judge(dossier, kit, schema, shared, now);
  if (!found.some(isStructure)) return found;
  const isAnswered = (each: Diagnostic): boolean => !isUnanswered(placeOf(each, kit), dossier);
  const unreadable = found.filter((each) => isStructure(each) && isAnswered(each)).map(({ path }) => path);
  if (unreadable.some((path) => !isAlone(path))) return found;
  const whole = completed(without(dossier, unreadable), kit, schema);
  const more = judge(whole.dossier, kit, schema, shared, now)
    .map((each) => ({ ...each, path: whole.pathBack(each.path) }))
    .filter((each) => isAnswered(each) && !isAmong(each.path, unreadable));
  const known = new Set(found.map(nameOf));
  return [...found, ...more.filter((each) => !known.has(nameOf(each)))];
}

/** Whether an answer stands in no list: then the rest can be judged without it. */
function isAlone(path: Path): boolean {
  return path.length > 0 && path[0] !== "README" && path.slice(0, 2).every((step) => typeof step === "string");
}

function without(dossier: Dossier, paths: readonly Path[]): Dossier {
  const data = paths.reduce<unknown>((before, path) => withValue(before, path, undefined), dossier.data);
  return { ...dossier, data: isMapping(data) ? data : {} };
}

function isAmong(path: Path, paths: readonly Path[]): boolean {
  return paths.some((each) => keyOf(each) === keyOf(path));
}

/** Files and structure: what cannot be read, or names no field. */
function isStructure({ code }: Diagnostic): boolean {
  return code.startsWith("GZG0") || code.startsWith("GZG1");
}

function nameOf({ code, path, message }: Diagnostic): string {
  return `${code} ${keyOf(path)} ${message}`;
}

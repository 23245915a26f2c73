/**
 * The rules asked about a dossier that is being written: as it stands, and as it could become, of
 * which only what is said of an answer counts. So a sum is judged before the rest is there.
 */

import type { Diagnostic, Dossier, Kit, Schema, Shared } from "../core/index.ts";
import { judge, keyOf } from "../core/index.ts";
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
  const isAnswered = (each: Diagnostic): boolean => !isUnanswered(placeOf(each, kit), dossier);
  if (found.some((each) => each.severity === "error" && isStructure(each) && isAnswered(each))) return found;
  const whole = completed(dossier, kit, schema);
  const more = judge(whole.dossier, kit, schema, shared, now)
    .map((each) => ({ ...each, path: whole.pathBack(each.path) }))
    .filter(isAnswered);
  const known = new Set(found.map(nameOf));
  return [...found, ...more.filter((each) => !known.has(nameOf(each)))];
}

/** Files and structure: what cannot be read, or names no field. */
function isStructure({ code }: Diagnostic): boolean {
  return code.startsWith("GZG0") || code.startsWith("GZG1");
}

function nameOf({ code, path, message }: Diagnostic): string {
  return `${code} ${keyOf(path)} ${message}`;
}

/** The files of a dossier, as they would stand in the repository. */

import type { Dossier } from "./dossier.ts";
import { dossierText } from "./dossier_text.ts";
import type { Kit } from "./kit.ts";
import { recordText } from "./record_text.ts";
import type { Schema } from "./schema.ts";

export const RECORD = "submission.yml";
export const README = "README.md";

/** The folder of a dossier, from the root of the repository. */
export function folderOf(dossier: Dossier): string {
  return `submissions/${dossier.call}/${dossier.id}`;
}

/** The text of each file, by its path from the root of the repository. */
export function files(dossier: Dossier, kit: Kit, schema: Schema): Readonly<Record<string, string>> {
  const open = missing(dossier, kit);
  const data = wholeData(dossier);
  return {
    [`${folderOf(dossier)}/${RECORD}`]: recordText(data, kit, schema, open, dossier.comments),
    [`${folderOf(dossier)}/${README}`]: dossierText(titleOf(dossier), kit, dossier.texts),
  };
}

/** The data of the file: those of the dossier with its id and call. */
export function wholeData(dossier: Dossier): Readonly<Record<string, unknown>> {
  return { id: dossier.id, call: dossier.call, ...dossier.data };
}

/** What stands above the text of a dossier. */
export function titleOf(dossier: Dossier): string {
  const title = dossier.data["title"];
  const text = typeof title === "string" || typeof title === "number" ? String(title || "") : "";
  return (text || dossier.id).toWellFormed();
}

/** The fields that the call wants and that are not there, in the order of the questions. */
export function missing(dossier: Dossier, kit: Kit): readonly string[] {
  const has = (field: string) => (dossier.data[field] ?? null) !== null;
  return kit.sections
    .filter(({ field, required }) => {
      const isAnswered = field === "answers" && has("resubmission_of");
      return !has(field) && (required || isAnswered);
    })
    .map(({ field }) => field);
}

/** Files that somebody opens in the form: what they hold, as a draft for this call. */

import type { Dossier, Draft, Kit, Schema, Unreadable } from "../core/index.ts";
import { draftIn, draftOf, isDraftFile, settled } from "../core/index.ts";

export type Opened =
  | { readonly is: "draft"; readonly draft: Draft }
  | { readonly is: "problem"; readonly problem: Unreadable };

/** The text of a dossier's two files; empty where it has none. */
export interface Texts {
  readonly record: string;
  readonly readme: string;
}

/** What can be chosen in the window for files. */
export const ACCEPTED = ".json,.zip,.yml,.yaml,.md,application/json,application/zip";

export async function opened(files: readonly File[], kit: Kit, schema: Schema): Promise<Opened> {
  const [first] = files;
  if (!first) return { is: "problem", problem: "not-a-draft" };
  const text = await first.text();
  const found = isDraftFile(text) ? draftIn(text, kit.call.id) : "not-a-draft";
  if (typeof found === "string") return { is: "problem", problem: found };
  const draft = { ...draftOf("", found.dossier, new Date()), ...found };
  return { is: "draft", draft: settled(draft, kit, schema).draft };
}

/** The dossier in its files; raises where they cannot be read. */
export function readFiles(_texts: Texts, _kit: Kit, _schema: Schema): Dossier {
  throw new TypeError("not a dossier");
}

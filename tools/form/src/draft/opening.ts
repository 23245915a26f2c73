/** Files that somebody opens in the form: what they hold, as a draft for this call. */

import type { Draft, Kit, Schema, Unreadable } from "../core/index.ts";
import {
  dossierAmong,
  dossierIn,
  draftIn,
  draftOf,
  isDraftFile,
  pathsOf,
  ReadingError,
  settled,
  textsInZip,
} from "../core/index.ts";

export type Opened =
  /** `others`: how many files stay behind, since the form has no place for them. */
  | { readonly is: "draft"; readonly draft: Draft; readonly others: number }
  | { readonly is: "problem"; readonly problem: Unreadable | "broken"; readonly line?: number };

/** What can be chosen in the window for files. */
export const ACCEPTED = ".json,.zip,.yml,.yaml,.md,application/json,application/zip";

const ZIP_MARK = [0x50, 0x4b];
const LARGEST = 20_000_000;

/** A draft that was saved here, the zip of a dossier, or its files themselves. */
export async function opened(files: readonly File[], kit: Kit, schema: Schema): Promise<Opened> {
  try {
    return await found(files, kit, schema);
  } catch (error) {
    if (error instanceof ReadingError) {
      return error.reason === "too-large"
        ? { is: "problem", problem: "too-large" }
        : { is: "problem", problem: "broken", line: error.line };
    }
    return { is: "problem", problem: "not-a-draft" };
  }
}

async function found(files: readonly File[], kit: Kit, schema: Schema): Promise<Opened> {
  const [first] = files;
  if (!first) return { is: "problem", problem: "not-a-draft" };
  if (files.some(({ size }) => size > LARGEST)) return { is: "problem", problem: "too-large" };
  const bytes = new Uint8Array(await first.arrayBuffer());
  if (ZIP_MARK.every((mark, index) => bytes[index] === mark)) {
    return ofTexts(pathsOf(bytes), (paths) => textsInZip(bytes, paths), files.length - 1, kit, schema);
  }
  const named = await Promise.all(files.map(async (file) => [file.name, await file.text()] as const));
  const saved = named.find(([, text]) => isDraftFile(text));
  if (saved) return ofDraftFile(saved[1], named.length - 1, kit, schema);
  const texts = Object.fromEntries(named);
  return ofTexts(Object.keys(texts), () => texts, 0, kit, schema);
}

function ofDraftFile(text: string, others: number, kit: Kit, schema: Schema): Opened {
  const read = draftIn(text, kit.call.id);
  if (typeof read === "string") return { is: "problem", problem: read };
  return asked({ ...draftOf("", read.dossier, new Date()), ...read }, others, kit, schema);
}

type Texts = Readonly<Record<string, string>>;

function ofTexts(
  paths: readonly string[],
  read: (paths: readonly string[]) => Texts | undefined,
  more: number,
  kit: Kit,
  schema: Schema,
): Opened {
  const { record, readme, others } = dossierAmong(paths);
  const wanted = [record, readme].filter((path) => path !== undefined);
  if (wanted.length === 0) return { is: "problem", problem: "not-a-draft" };
  const texts = read(wanted);
  if (!texts) return { is: "problem", problem: "too-large" };
  const dossier = dossierIn(texts[record ?? ""] ?? "", texts[readme ?? ""] ?? "", kit, schema);
  if (dossier.call && dossier.call !== kit.call.id) return { is: "problem", problem: "other-call" };
  return asked(draftOf("", { ...dossier, call: kit.call.id }, new Date()), others + more, kit, schema);
}

function asked(draft: Draft, others: number, kit: Kit, schema: Schema): Opened {
  return { is: "draft", draft: settled(draft, kit, schema).draft, others };
}

/** Files that somebody opens in the form: what they hold, as a draft for this call. */

import type { Draft, Kit, Schema, Unreadable } from "../core/index.ts";
import { dossierIn, draftIn, draftOf, isDraftFile, ReadingError, settled, textsIn } from "../core/index.ts";

export type Opened =
  | { readonly is: "draft"; readonly draft: Draft }
  | { readonly is: "problem"; readonly problem: Unreadable | "broken"; readonly line?: number };

/** What can be chosen in the window for files. */
export const ACCEPTED = ".json,.zip,.yml,.yaml,.md,application/json,application/zip";

const RECORD = "submission.yml";
const README = "README.md";
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
    return ofTexts(textsIn(bytes, [RECORD, README]), kit, schema);
  }
  const named = await Promise.all(files.map(async (file) => [file.name, await file.text()] as const));
  const saved = named.find(([, text]) => isDraftFile(text));
  return saved ? ofDraftFile(saved[1], kit, schema) : ofTexts(Object.fromEntries(named), kit, schema);
}

function ofDraftFile(text: string, kit: Kit, schema: Schema): Opened {
  const read = draftIn(text, kit.call.id);
  if (typeof read === "string") return { is: "problem", problem: read };
  return asked({ ...draftOf("", read.dossier, new Date()), ...read }, kit, schema);
}

function ofTexts(texts: Readonly<Record<string, string>>, kit: Kit, schema: Schema): Opened {
  const [record, readme] = [textAt(texts, RECORD), textAt(texts, README)];
  if (record === undefined && readme === undefined) return { is: "problem", problem: "not-a-draft" };
  const dossier = dossierIn(record ?? "", readme ?? "", kit, schema);
  if (dossier.call && dossier.call !== kit.call.id) return { is: "problem", problem: "other-call" };
  return asked(draftOf("", { ...dossier, call: kit.call.id }, new Date()), kit, schema);
}

function asked(draft: Draft, kit: Kit, schema: Schema): Opened {
  return { is: "draft", draft: settled(draft, kit, schema).draft };
}

/** The text of the file with this name, in whatever folder: the outermost, where there are several. */
function textAt(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  const paths = Object.keys(texts).filter((path) => path.split(/[/\\]/).at(-1) === name);
  const [path] = paths.sort((one, other) => one.length - other.length);
  return path === undefined ? undefined : texts[path];
}

/**
 * A draft as one file, to keep or to mail: JSON that a person can read. It is opened again in any
 * browser. What is in it may come from anybody, so nothing of it is believed before it is looked at.
 */

import type { Dossier, FoundComments } from "../core/dossier.ts";
import { NO_COMMENTS } from "../core/dossier.ts";
import { isMapping, type Path, pathsIn } from "../core/paths.ts";
import { MOST_VALUES } from "../core/reading.ts";
import type { Draft, Sent, Unasked } from "./draft.ts";
import { DRAFT_VERSION } from "./draft.ts";

const MARK = "gzg-draft";

/** Far more than a dossier with its earlier states takes. */
export const LARGEST_DRAFT = 5_000_000;

/** Why a file cannot be opened as a draft. */
export type Unreadable = "not-a-draft" | "newer" | "too-large" | "other-call";

/** What a file says of a draft: all but what belongs to one browser. */
export type FileDraft = Omit<Draft, "key" | "revision" | "version">;

/** The name and the text of the file; `about` is a sentence for who opens it elsewhere. */
export function fileOf(draft: Draft, about: string): { readonly name: string; readonly text: string } {
  const { call, dossier, unasked, asked, shared, sent, changed } = draft;
  const kept = { call, changed, dossier, unasked, asked, sent, shared };
  const text = JSON.stringify({ [MARK]: DRAFT_VERSION, about, ...kept }, null, 1);
  return { name: `${dossier.id || call}.gzg.json`, text: `${text}\n` };
}

/** The draft in the text of a file for a call. */
export function draftIn(text: string, call: string): FileDraft | Unreadable {
  if (text.length > LARGEST_DRAFT) return "too-large";
  const found = parsed(text);
  if (!isMapping(found) || typeof found[MARK] !== "number") return "not-a-draft";
  if (found[MARK] > DRAFT_VERSION) return "newer";
  if ([found["dossier"], found["unasked"], found["sent"]].some(isTooMuch)) return "too-large";
  const dossier = dossierIn(found["dossier"]);
  if (!dossier) return "not-a-draft";
  if (dossier.call !== call) return "other-call";
  return {
    call,
    dossier,
    unasked: listOf(found["unasked"], unaskedIn),
    asked: textsIn(found["asked"]),
    shared: listOf(found["shared"], (each) => (isTooMuch(each) ? undefined : dossierIn(each))),
    sent: listOf(found["sent"], sentIn),
    changed: textIn(found["changed"]),
  };
}

/** Whether a text looks like such a file, of whatever version or call. */
export function isDraftFile(text: string): boolean {
  return text.slice(0, 200).includes(`"${MARK}"`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether there is more in it than any dossier has, so that the page would be busy with it too long. */
function isTooMuch(found: unknown): boolean {
  let count = 0;
  for (const _ of pathsIn(found)) if (++count > MOST_VALUES) return true;
  return false;
}

function dossierIn(found: unknown): Dossier | undefined {
  if (!isMapping(found) || typeof found["call"] !== "string" || !isMapping(found["data"])) return undefined;
  const { call, data } = found;
  return { id: textIn(found["id"]), call: textIn(call), data: data as Dossier["data"], texts: textsIn(found["texts"]), comments: commentsIn(found["comments"]) };
}

function commentsIn(found: unknown): FoundComments {
  if (!isMapping(found)) return NO_COMMENTS;
  const above = listOf(found["above"], (each): readonly [Path, readonly string[]] | undefined =>
    Array.isArray(each) && isPath(each[0]) ? [each[0], linesIn(each[1])] : undefined,
  );
  return { above, ending: linesIn(found["ending"]) };
}

function unaskedIn(found: unknown): Unasked | undefined {
  if (!isMapping(found) || !isPath(found["path"])) return undefined;
  return { path: found["path"], title: textIn(found["title"]), about: textIn(found["about"]), value: found["value"] };
}

function sentIn(found: unknown): Sent | undefined {
  const ways: readonly Sent["way"][] = ["forge", "files", "zip", "mail", "issue"];
  const way = isMapping(found) ? ways.find((each) => each === found["way"]) : undefined;
  if (!isMapping(found) || !way || Number.isNaN(Date.parse(textIn(found["at"])))) return undefined;
  return { at: textIn(found["at"]), way, digest: textIn(found["digest"]) };
}

function isPath(found: unknown): found is Path {
  return Array.isArray(found) && found.length > 0 && found.every((step) => ["string", "number"].includes(typeof step));
}

function linesIn(found: unknown): readonly string[] {
  return listOf(found, (line) => (typeof line === "string" ? line : undefined));
}

function textsIn(found: unknown): Readonly<Record<string, string>> {
  const entries = isMapping(found) ? Object.entries(found) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function textIn(found: unknown): string {
  return typeof found === "string" ? found : "";
}

function listOf<T>(found: unknown, read: (each: unknown) => T | undefined): readonly T[] {
  const all = Array.isArray(found) ? found.map(read) : [];
  return all.filter((each): each is Exclude<typeof each, undefined> => each !== undefined);
}

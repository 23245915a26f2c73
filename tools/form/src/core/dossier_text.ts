/**
 * The README.md of a dossier: the twin of `gzg/wizard/dossier_text.py`. It has the parts and headings
 * of the call; where nothing was typed, a quoted line says what belongs there. What somebody wrote
 * above the first heading stays there as it is.
 */

import { LEAD, textKey } from "./dossier.ts";
import type { Kit } from "./kit.ts";
import { stripped, trimmedEnd } from "./python_text.ts";

/** The text of README.md. */
export function dossierText(
  title: string,
  kit: Kit,
  texts: Readonly<Record<string, string>>,
): string {
  return dossierLines(title, kit, texts)
    .map(([line]) => `${line}\n`)
    .join("");
}

/** Every line of README.md, and the key of the text that it belongs to. */
export function dossierLines(
  title: string,
  kit: Kit,
  texts: Readonly<Record<string, string>>,
): readonly (readonly [string, string | null])[] {
  const lines: (readonly [string, string | null])[] = [[`# ${title}`, null]];
  const lead = stripped((texts[LEAD] ?? "").toWellFormed(), "\n");
  if (lead) lines.push(["", null], ...lead.split("\n").map((line) => [line, null] as const));
  for (const chapter of kit.chapters) {
    const key = textKey(chapter.part, chapter.heading);
    if (chapter.is_first) {
      lines.push(["", null], [`## ${chapter.part_title}`, textKey(chapter.part, "")]);
    }
    if (chapter.heading) lines.push(["", null], [`### ${chapter.title}`, key]);
    const typed = stripped((texts[key] ?? "").toWellFormed(), "\n");
    const body = typed || chapter.hint;
    lines.push(["", null], ...body.split("\n").map((line) => [trimmedEnd(line), key] as const));
  }
  return lines;
}


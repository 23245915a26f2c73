/**
 * The text of a submission.yml: the twin of `gzg/wizard/record_text.py`, with the same bytes for the
 * same data. Comments that stand there by themselves are recognised in both languages.
 */

import type { FoundComments } from "./dossier.ts";
import type { Kit, Language } from "./kit.ts";
import { isMapping, keyOf, pathsIn, type Path } from "./paths.ts";
import { plainData, type Schema } from "./schema.ts";
import { filledIn } from "./sentences.ts";
import { writtenLines, type WrittenLine } from "./yaml_writer.ts";

const MARK = "yaml-language-server:";

/** The text of the file; `missing` are fields of the submission that are still to be filled. */
export function recordText(...what: Parameters<typeof recordLines>): string {
  return recordLines(...what)
    .map(([line]) => `${line}\n`)
    .join("");
}

/** Every line of the file, and the field that it is of. */
export function recordLines(
  data: Readonly<Record<string, unknown>>,
  kit: Kit,
  schema: Schema,
  missing: readonly string[],
  found: FoundComments,
): readonly WrittenLine[] {
  const ordered = plainData(data, schema, schema);
  if (!isMapping(ordered)) throw new TypeError("a dossier is a mapping");
  const [theirs, ending] = kept(found, ordered, kit, schema);
  const above = new Map<string, readonly string[]>();
  let waiting: readonly string[] = [];
  const fields = Object.keys(schema.properties ?? {});
  for (const field of fields) {
    if (Object.hasOwn(ordered, field)) {
      above.set(keyOf([field]), [...waiting, ...ownLines(field, kit.language, kit)]);
      waiting = [];
    } else if (missing.includes(field)) {
      waiting = [...waiting, openLine(field, kit.language, kit)];
    }
  }
  const last = Object.keys(ordered).find((name) => !fields.includes(name));
  if (last !== undefined) {
    above.set(keyOf([last]), waiting);
    waiting = [];
  }
  for (const [way, lines] of theirs) above.set(way, [...lines, ...(above.get(way) ?? [])]);
  const lines = writtenLines(ordered, above, [...waiting, ...ending]);
  return [[kit.file.schema_line, []], ...lines];
}

function ownLines(field: string, language: Language, kit: Kit): readonly string[] {
  return kit.file.above[field]?.[language] ?? [];
}

function openLine(field: string, language: Language, kit: Kit): string {
  const title = kit.file.titles[field]?.[language] ?? "";
  return filledIn(kit.file.still_open[language], { field, title });
}

const OWN = new WeakMap<Kit, ReadonlySet<string>>();

/** Every comment line that a file has by itself, in every language. */
function everyOwnLine(kit: Kit, schema: Schema): ReadonlySet<string> {
  const found = OWN.get(kit) ?? findOwnLines(kit, schema);
  OWN.set(kit, found);
  return found;
}

function findOwnLines(kit: Kit, schema: Schema): ReadonlySet<string> {
  const languages: readonly Language[] = ["nl", "en"];
  const fields = Object.keys(schema.properties ?? {});
  return new Set(
    languages.flatMap((language) =>
      fields.flatMap((field) => [
        openLine(field, language, kit),
        ...ownLines(field, language, kit),
      ]),
    ),
  );
}

/** A person's own comments, each above a field that there is; the others at the end. */
function kept(
  found: FoundComments,
  data: Readonly<Record<string, unknown>>,
  kit: Kit,
  schema: Schema,
): [ReadonlyMap<string, readonly string[]>, readonly string[]] {
  const present = new Set([...pathsIn(data)].map(keyOf));
  const own = everyOwnLine(kit, schema);
  const theirs = (lines: readonly string[]) =>
    lines.filter((line) => !own.has(line) && !line.startsWith(MARK));
  const above = new Map<string, readonly string[]>();
  const ending = [...theirs(found.ending)];
  for (const [path, lines] of found.above) {
    const owner = ownerOf(path, present);
    if (owner) above.set(owner, [...(above.get(owner) ?? []), ...theirs(lines)]);
    else ending.push(...theirs(lines));
  }
  return [above, ending];
}

function ownerOf(path: Path, present: ReadonlySet<string>): string | undefined {
  let owner = path;
  while (owner.length > 0 && !present.has(keyOf(owner))) owner = owner.slice(0, -1);
  return owner.length > 0 ? keyOf(owner) : undefined;
}

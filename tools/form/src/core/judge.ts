/**
 * A dossier judged as `gzg check` judges it, for every rule that one dossier by itself can break. What
 * needs Git, other dossiers, annexes or the forge is left to the checks.
 */

import type { Breach } from "./breach.ts";
import { chapterFaults } from "./chapters.ts";
import { onTime } from "./clock.ts";
import { type Diagnostic, type Dossier, pathOfText } from "./dossier.ts";
import { dossierLines } from "./dossier_text.ts";
import { type Constraint, evaluated } from "./evaluation.ts";
import { missing, titleOf, wholeData } from "./files.ts";
import { invisible } from "./invisible.ts";
import type { Kit, Shared } from "./kit.ts";
import { isMapping, keyOf, type Path } from "./paths.ts";
import { personalData } from "./personal.ts";
import { broken, piecesOf } from "./pieces.ts";
import { Prose, isQuickToRead } from "./prose.ts";
import { proseFaults } from "./prose_rules.ts";
import { recordLines } from "./record_text.ts";
import { recommendations, unresolved } from "./references.ts";
import { registerOf, type Register } from "./register.ts";
import { plainData, type Schema } from "./schema.ts";
import { structureFaults } from "./structure.ts";
import { type Values, isGiven, sentence } from "./values.ts";

const MOST_BREACHES = 100;

type Data = Readonly<Record<string, unknown>>;
type Line = readonly [string, Path];

/** All that a dossier is judged by. */
interface Setting {
  readonly kit: Kit;
  readonly schema: Schema;
  readonly shared: Shared;
  readonly now: Date;
}

/** All that is wrong with a dossier as it stands, in the order of its files. */
export function judge(
  dossier: Dossier,
  kit: Kit,
  schema: Schema,
  shared: Shared,
  now: Date,
): readonly Diagnostic[] {
  const setting = { kit, schema, shared, now };
  const data = plainData(wholeData(dossier), schema, schema);
  if (!isMapping(data)) throw new TypeError("a dossier is a mapping");
  const open = missing(dossier, kit);
  const record = recordLines(wholeData(dossier), kit, schema, open, dossier.comments);
  const readme = dossierLines(titleOf(dossier), kit, dossier.texts).map(
    ([line, key]): Line => [line, key === null ? ["README"] : pathOfText(key)],
  );
  const text = readmeOf(readme);
  const found = [...recordFaults(data, record, text, setting), ...readmeFaults(text, setting)];
  return inOrder(found, [...record, ...readme]).map((each) => worded(each, kit));
}

/** The text of the dossier; without prose where it is not fit for a reader of Markdown. */
interface Readme {
  readonly lines: readonly Line[];
  readonly text: string;
  readonly prose: Prose | undefined;
}

function readmeOf(lines: readonly Line[]): Readme {
  const text = textOf(lines);
  return { lines, text, prose: isQuickToRead(text) ? new Prose(text) : undefined };
}

function recordFaults(data: Data, record: readonly Line[], readme: Readme, setting: Setting) {
  const { schema, shared, now } = setting;
  const text = textOf(record);
  const finds = [...personalData(text, shared, now)];
  const personal = finds.map((each) => ({ ...each, path: lineAt(record, text, each.start) }));
  const unseen = invisible(text, { isData: true });
  if (unseen) return [...personal, { ...unseen, path: lineAt(record, text, unseen.start) }];
  const faults = structureFaults(data, schema, shared);
  return [...personal, ...(faults.length ? faults : [...ofRecord(data, setting), ...ofText(readme, setting)])];
}

/** What the rules say of a record that can be read as one. */
function* ofRecord(data: Data, setting: Setting): Generator<Breach> {
  const { kit, shared, now } = setting;
  const register = registerOf(shared.organisations, kit.call.closes?.day);
  const nowhere = [...unresolved(data, kit, register)];
  yield* nowhere;
  const fields = new Set(nowhere.map(({ path }) => keyOf(path)));
  for (const breach of breaches(data, setting.schema, register)) {
    if (!fields.has(keyOf(breach.path))) yield breach;
  }
  yield* recommendations(data, kit);
  yield* onTime(data, kit, now);
}

/** What the data have against what the call asks; what repeats another code is silent after it. */
function breaches(data: Data, schema: Schema, register: Register): readonly Breach[] {
  const found: Breach[] = [];
  const isSilent = (unless: readonly string[] = []) => found.some(({ code }) => unless.includes(code));
  const add = (more: Iterable<Breach>) => {
    let count = 0;
    for (const each of more) {
      found.push(each);
      count += 1;
      if (count === MOST_BREACHES) return;
    }
  };
  for (const piece of piecesOf(schema)) if (!isSilent(piece.unless)) add(broken(piece, data));
  for (const rule of (schema["x-gzg-rules"] ?? []) as readonly unknown[] as readonly Constraint[]) {
    if (!isSilent(rule.unless)) add(evaluated(rule, data, (id) => register.kindOf(id)));
  }
  return found;
}

/** What the call asks of the text, for a record that can be read. */
function ofText({ lines, text, prose }: Readme, { kit }: Setting): readonly Breach[] {
  if (!prose || invisible(text, { isData: false })) return [];
  return [...chapterFaults(prose, kit)].map((each) => atLine(each, lines));
}

function readmeFaults({ lines, text, prose }: Readme, { shared, now }: Setting): readonly Breach[] {
  if (!prose) return [];
  const unseen = invisible(text, { isData: false });
  const finds = [...(unseen ? [unseen] : []), ...personalData(text, shared, now)];
  return [
    ...finds.map((each) => ({ ...each, path: lineAt(lines, text, each.start) })),
    ...[...proseFaults(prose)].map((each) => atLine(each, lines)),
  ];
}

function atLine(
  { code, line, values }: { code: string; line: number; values: Values },
  lines: readonly Line[],
): Breach {
  return { code, path: lines[line - 1]?.[1] ?? [], values };
}

function textOf(lines: readonly Line[]): string {
  return lines.map(([line]) => `${line}\n`).join("");
}

/** The way to the value on whose line a sign of the text stands. */
function lineAt(lines: readonly Line[], text: string, index: number): Path {
  return lines[text.slice(0, index).split("\n").length - 1]?.[1] ?? [];
}

/** In the order of the files: a field that is absent stands where what it belongs to begins. */
function inOrder(found: readonly Breach[], lines: readonly Line[]): readonly Breach[] {
  const places = new Map<string, number>();
  for (const [index, [, path]] of lines.entries()) {
    if (!places.has(keyOf(path))) places.set(keyOf(path), index);
  }
  const placeOf = (path: Path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const place = places.get(keyOf(path.slice(0, length)));
      if (place !== undefined) return place;
    }
    return 0;
  };
  const placed = found.map((breach) => ({ breach, place: placeOf(breach.path) }));
  placed.sort((a, b) => a.place - b.place || (a.breach.code < b.breach.code ? -1 : 1));
  return placed.map(({ breach }) => breach);
}

/** A breach with the sentences of its card. */
function worded({ code, path, values }: Breach, kit: Kit): Diagnostic {
  const card = kit.cards[code];
  if (!card) throw new Error(`the kit has no card of ${code}`);
  const other = Object.entries(card.remedy_with).find(([name]) => isGiven(values[name]));
  return {
    code,
    severity: card.severity,
    path,
    message: sentence(card.message, values, kit.formats),
    remedy: sentence(other ? other[1] : card.remedy, values, kit.formats),
    values,
  };
}

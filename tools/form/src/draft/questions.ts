/**
 * Which answers of a draft have a question in the call as it is now. An answer without one is set
 * apart: shown and kept, not sent; it comes back when its question does.
 */

import { LEAD, textKey } from "../core/dossier.ts";
import type { Data, Dossier } from "../core/dossier.ts";
import type { Kit, Section } from "../core/kit.ts";
import type { Path } from "../core/paths.ts";
import { isMapping, valueAt, withValue } from "../core/paths.ts";
import { type Schema, schemaAt } from "../core/schema.ts";
import type { Draft, Unasked } from "./draft.ts";
import { same } from "./sameness.ts";

/** Pattern of a question → its title; a text is `README/part/heading`. */
export type Asked = Readonly<Record<string, string>>;

export interface Settled {
  readonly draft: Draft;
  /** Answers that were set apart just now. */
  readonly gone: readonly Unasked[];
  /** Answers whose question came back. */
  readonly back: readonly Unasked[];
  /** Titles of questions that were not there when the draft was last seen. */
  readonly added: readonly string[];
}

/** Every question of the call. */
export function questionsOf(kit: Kit): Asked {
  const fields = kit.sections.flatMap((section) => fieldsOf(section, section.field, kit.names));
  const texts = kit.chapters.map(
    ({ part, heading, part_said, said }): Entry => [
      `README/${textKey(part, heading)}`,
      heading ? `${part_said}: ${said}` : part_said,
    ],
  );
  return Object.fromEntries([...fields, ...texts]);
}

/** The draft by the questions of the call as they are now. */
export function settled(draft: Draft, kit: Kit, schema: Schema): Settled {
  const now = questionsOf(kit);
  const before = draft.asked;
  const titles = { ...kit.names, ...before };
  const { dossier: whole, back } = withReturned(draft.dossier, draft.unasked, now, schema);
  const { dossier, gone } = withoutUnasked(whole, now, titles, schema);
  const kept = draft.unasked.filter((each) => !back.includes(each));
  const isFirst = Object.keys(before).length === 0;
  const added = isFirst ? [] : Object.keys(now).filter((pattern) => !Object.hasOwn(before, pattern));
  return {
    draft: { ...draft, dossier, unasked: [...kept, ...gone], asked: now },
    gone,
    back,
    added: added.map((pattern) => now[pattern] ?? pattern),
  };
}

/** The pattern of a path: `["parties", 0, "share"]` is `parties[].share`. */
export function patternOf(path: Path): string {
  if (path[0] === "README") return path.join("/");
  const joined = path.map((step) => (typeof step === "number" ? "[]" : `.${step}`)).join("");
  return joined.slice(1);
}

type Entry = readonly [string, string];

function fieldsOf(section: Section, path: string, names: Asked): readonly Entry[] {
  const inner = section.is_list ? `${path}[]` : path;
  const questions = section.questions.map(
    ({ field, title }): Entry => (field ? [`${inner}.${field}`, title] : [path, section.title]),
  );
  const key = section.each ? `${inner}.${section.each.key}` : "";
  const named: readonly Entry[] = key ? [[key, names[key] ?? section.title]] : [];
  const { nested } = section;
  return [...named, ...questions, ...(nested ? fieldsOf(nested, `${path}.${nested.field}`, names) : [])];
}

interface Sorted {
  readonly dossier: Dossier;
  readonly gone: readonly Unasked[];
}

function withoutUnasked(dossier: Dossier, asked: Asked, titles: Asked, schema: Schema): Sorted {
  const paths = [...unaskedPaths(dossier.data, [], asked, schema)];
  let data: unknown = dossier.data;
  // From the end, so that an item that becomes empty does not move those that are still to come.
  for (const path of paths.toReversed()) data = withValue(data, path, undefined);
  const entries = Object.entries(dossier.texts);
  const texts = entries.filter(([key, text]) => hasPlace(key, asked) || !text.trim());
  const lost = entries.filter(([key, text]) => !hasPlace(key, asked) && text.trim());
  const gone = [
    ...paths.map((path) => unasked(path, valueAt(dossier.data, path), titles, dossier.data)),
    ...lost.map(([key, text]) => unasked(["README", key], text, { ...headings(lost), ...titles }, {})),
  ];
  return { dossier: { ...dossier, data: data as Data, texts: Object.fromEntries(texts) }, gone };
}

/** Whether a text can stand in the file: below a heading of the call, or above the first one. */
function hasPlace(key: string, asked: Asked): boolean {
  return key === LEAD || Object.hasOwn(asked, `README/${key}`);
}

/** What texts without a chapter are called: after the headings that they stood below. */
function headings(lost: readonly Entry[]): Asked {
  return Object.fromEntries(lost.map(([key]) => [`README/${key}`, key.split("/").filter(Boolean).join(": ")]));
}

function unasked(path: Path, value: unknown, titles: Asked, data: Data): Unasked {
  const pattern = patternOf(path);
  const at = path.findLastIndex((step) => typeof step === "number");
  const item = at < 0 ? undefined : valueAt(data, path.slice(0, at + 1));
  const title = Object.hasOwn(titles, pattern) ? titles[pattern] : undefined;
  return { path, title: title ?? pattern, about: at < 0 ? "" : nameOf(item), value };
}

/** What an item of a list is known by. */
export function nameOf(item: unknown): string {
  if (!isMapping(item)) return item === undefined ? "" : String(item);
  return String(item["title"] ?? item["organisation"] ?? item["recommendation"] ?? "");
}

function* unaskedPaths(value: unknown, path: Path, asked: Asked, schema: Schema): Generator<Path> {
  const pattern = patternOf(path);
  const wanted = schemaAt(schema, path);
  if (!wanted || !hasShape(value, wanted)) yield path;
  else if (path.length && Object.hasOwn(asked, pattern)) {
    if (Array.isArray(value) && wanted.items && !value.every((item) => hasShape(item, wanted.items ?? {}))) yield path;
  } else if (path.length && !Object.keys(asked).some((each) => isBelow(each, pattern))) yield path;
  else if (isMapping(value)) {
    for (const name of Object.keys(value)) yield* unaskedPaths(value[name], [...path, name], asked, schema);
  } else if (Array.isArray(value)) {
    for (const index of value.keys()) yield* unaskedPaths(value[index], [...path, index], asked, schema);
  }
}

function isBelow(pattern: string, above: string): boolean {
  return pattern.startsWith(`${above}.`) || pattern.startsWith(`${above}[]`);
}

/** Whether a value can stand here at all, whatever it says: a file of somebody may hold anything. */
function hasShape(value: unknown, { type }: Schema): boolean {
  if (type === "object") return isMapping(value);
  if (type === "array") return Array.isArray(value);
  return type === undefined || typeof value !== "object";
}

function withReturned(dossier: Dossier, kept: readonly Unasked[], asked: Asked, schema: Schema): { dossier: Dossier; back: Unasked[] } {
  const back: Unasked[] = [];
  let { data, texts } = dossier;
  for (const each of kept) {
    if (!isAskedAgain(each, asked, schema)) continue;
    const [first, key] = each.path;
    if (first === "README" && !texts[String(key)]) {
      texts = { ...texts, [String(key)]: String(each.value) };
      back.push(each);
    } else if (first !== "README") {
      const path = placeOf(each, data);
      if (!path || valueAt(data, path) !== undefined) continue;
      data = withValue(data, path, each.value) as Data;
      back.push(each);
    }
  }
  return { dossier: { ...dossier, data, texts }, back };
}

/** Whether its question is there, or questions of what it holds, and it can stand there. */
function isAskedAgain({ path, value }: Unasked, asked: Asked, schema: Schema): boolean {
  const pattern = patternOf(path);
  if (path[0] === "README") return hasPlace(String(path[1]), asked);
  const wanted = schemaAt(schema, path);
  if (!wanted || !hasShape(value, wanted)) return false;
  return Object.keys(asked).some((each) => each === pattern || isBelow(each, pattern));
}

/** Where an answer belongs now: in the item that it was about, wherever that stands. */
function placeOf({ path, about }: Unasked, data: Data): Path | undefined {
  const at = path.findLastIndex((step) => typeof step === "number");
  if (at < 0) return path;
  const list = valueAt(data, path.slice(0, at));
  const index = Array.isArray(list) ? list.findIndex((item) => same(nameOf(item), about)) : -1;
  return index < 0 ? undefined : [...path.slice(0, at), index, ...path.slice(at + 1)];
}

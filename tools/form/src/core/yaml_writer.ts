/**
 * Plain data to YAML text: the twin of `gzg/wizard/yaml_writer.py`, which describes the form. Both
 * write the same bytes for the same data. Text is counted in code points, as Python does.
 */

import { Decimal } from "./decimal.ts";
import { isMapping, keyOf, type Path } from "./paths.ts";
import { length, strippedEnd } from "./python_text.ts";

export const WIDTH = 100;
const STEP = "  ";
const PLAIN = /^[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f](?:(?!: | #|:$)[^\n])*$/u;
const MISREAD = /^(?:[0-9][0-9_.,:]*(?:e[-+]?[0-9]+)?|0[xob][0-9a-f_]+|true|false|null|yes|no|on|off|y|n)$/iu;
const UNSEEN_SIGNS =
  "[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff0-\\uffff\\u{e0000}-\\u{e0fff}]";
const UNSEEN = new RegExp(UNSEEN_SIGNS, "u");
const EVERY_UNSEEN = new RegExp(UNSEEN_SIGNS, "gu");

/** The key of a path (`keyOf`) → the lines that stand above its field, without their `# `. */
export type Comments = ReadonlyMap<string, readonly string[]>;

/** The text of a mapping, with comments above its fields and, in `ending`, below the last. */
export function written(
  data: Readonly<Record<string, unknown>>,
  comments: Comments = new Map(),
  ending: readonly string[] = [],
): string {
  return writtenLines(data, comments, ending)
    .map(([line]) => `${line}\n`)
    .join("");
}

/** A line of the text, and the way to the value that it is of; a comment is of what is below it. */
export type WrittenLine = readonly [string, Path];

/** Every line of that text. */
export function writtenLines(
  data: Readonly<Record<string, unknown>>,
  comments: Comments,
  ending: readonly string[],
): readonly WrittenLine[] {
  const last = ending.map((each) => [comment(each, ""), []] as const);
  return [...mapping(data, [], "", comments), ...last];
}

/** The words of a text on lines of at most `width` signs; a longer word has its own line. */
export function filled(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && length(line) + 1 + length(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return [...lines, line];
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function above(path: Path, indent: string, comments: Comments): readonly WrittenLine[] {
  return (comments.get(keyOf(path)) ?? []).map((each) => [comment(each, indent), path]);
}

function* mapping(
  data: Readonly<Record<string, unknown>>,
  path: Path,
  indent: string,
  comments: Comments,
  isFirstTold = false,
): Generator<WrittenLine> {
  let isTold = isFirstTold;
  for (const [key, value] of Object.entries(data)) {
    if (!isThere(value)) continue;
    const way = [...path, key];
    if (!isTold) yield* above(way, indent, comments);
    isTold = false;
    yield* valued(`${indent}${writtenKey(key)}:`, value, way, indent, comments);
  }
}

function* sequence(
  items: readonly unknown[],
  path: Path,
  indent: string,
  comments: Comments,
): Generator<WrittenLine> {
  for (const [index, item] of items.entries()) {
    const way = [...path, index];
    yield* above(way, indent, comments);
    if (isMapping(item) && Object.values(item).some(isThere)) {
      yield* itemLines(item, way, indent, comments);
    } else {
      yield* valued(`${indent}-`, item, way, indent, comments);
    }
  }
}

/** A mapping in a list: its first key stands behind the dash, below the comments on it. */
function* itemLines(
  data: Readonly<Record<string, unknown>>,
  path: Path,
  indent: string,
  comments: Comments,
): Generator<WrittenLine> {
  const first = [...path, Object.keys(data).find((key) => isThere(data[key])) ?? ""];
  yield* above(first, indent, comments);
  const [begin, ...lines] = mapping(data, path, indent + STEP, comments, true);
  if (begin) yield [`${indent}- ${begin[0].replace(/^ +/, "")}`, begin[1]];
  yield* lines;
}

/** A value behind `lead`, which is a key with its colon or the dash of an item. */
function* valued(
  lead: string,
  value: unknown,
  path: Path,
  indent: string,
  comments: Comments,
): Generator<WrittenLine> {
  const inner = indent + STEP;
  if (Array.isArray(value) && value.length > 0) {
    yield [lead, path];
    yield* sequence(value, path, inner, comments);
  } else if (isMapping(value) && Object.keys(value).length > 0) {
    yield [lead, path];
    yield* mapping(value, path, inner, comments);
  } else if (typeof value === "string") {
    for (const line of text(lead, value, inner)) yield [line, path];
  } else {
    yield [`${lead} ${word(value)}`, path];
  }
}

function word(value: unknown): string {
  if (typeof value === "boolean") return value ? "true" : "false";
  if (value instanceof Decimal) return amount(value);
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return "[]";
  if (isMapping(value)) return "{}";
  throw new TypeError(`no YAML for ${typeof value}`);
}

function amount(value: Decimal): string {
  if (value.isWhole) return String(value.rounded(0));
  const rounded = value.rounded(2);
  return String(rounded.equals(value) ? rounded : value);
}

function* text(lead: string, value: string, indent: string): Generator<string> {
  if (isBlock(value)) {
    yield `${lead} |-`;
    for (const line of value.split("\n")) yield line ? `${indent}${line}` : "";
    return;
  }
  const short = `${lead} ${isPlain(value) ? value : quoted(value)}`;
  if (length(short) > WIDTH && isFoldable(value)) {
    yield `${lead} >-`;
    for (const line of filled(value, WIDTH - indent.length)) yield `${indent}${line}`;
  } else {
    yield short;
  }
}

function isPlain(value: string): boolean {
  const isWord = PLAIN.test(value) && !value.endsWith(" ") && !UNSEEN.test(value);
  return isWord && !MISREAD.test(value);
}

function quoted(value: string): string {
  return JSON.stringify(value).replace(EVERY_UNSEEN, escaped);
}

function escaped(sign: string): string {
  const number = sign.codePointAt(0) ?? 0;
  const digits = number.toString(16);
  return number <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

/** Whether a text of several lines comes back from behind `|-` as it is. */
function isBlock(value: string): boolean {
  const lines = value.split("\n");
  return (
    lines.length > 1 &&
    lines.at(-1) !== "" &&
    !["", " "].includes(lines[0]?.slice(0, 1) ?? "") &&
    !lines.some((line) => line.endsWith(" ") || UNSEEN.test(line))
  );
}

/** Whether a text comes back from behind `>-` as it is: single spaces, nothing unseen. */
function isFoldable(value: string): boolean {
  return !value.split(" ").includes("") && !UNSEEN.test(value);
}

function writtenKey(key: string): string {
  return isPlain(key) && !key.includes(":") ? key : quoted(key);
}

function comment(line: string, indent: string): string {
  return strippedEnd(`${indent}# ${line}`, " ");
}

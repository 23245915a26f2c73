/**
 * The files of a dossier back into a dossier, also where somebody edited them by hand. Of YAML the
 * same is read as by `gzg.repository.yaml_text`: whole numbers, numbers with a point, `true` and
 * `false`; all else that is plain is text. Who cannot be read is told; nothing is left out unseen.
 */

import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document } from "yaml";
import { commentsIn } from "./comments.ts";
import { type Data, type Dossier, LEAD, NO_COMMENTS, textKey } from "./dossier.ts";
import type { Chapter, Kit } from "./kit.ts";
import { isMapping, type Path } from "./paths.ts";
import { strippedEnd } from "./python_text.ts";
import { type Schema, schemaAt } from "./schema.ts";

/** As the largest file of a record. */
export const LONGEST_FILE = 1_000_000;
/** Far more than a dossier has: each is looked up, shown and judged. */
export const MOST_VALUES = 5_000;
const DEEPEST = 24;
const LONGEST_NUMBER = 18;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(\.[0-9]+)?$/;
const WORDS: Readonly<Record<string, unknown>> = { "": undefined, "~": undefined, null: undefined, true: true, false: false };
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Says why a file cannot be read, and where. */
export class ReadingError extends Error {
  constructor(
    readonly reason: string,
    readonly line: number,
  ) {
    super(`line ${line}: ${reason}`);
  }
}

/** The dossier that is in a submission.yml and a README.md; raises ReadingError. */
export function dossierIn(record: string, readme: string, kit: Kit, schema: Schema): Dossier {
  const { data, comments } = recordIn(record, schema);
  const { id, call, ...others } = data;
  return {
    id: typeof id === "string" ? id : "",
    call: typeof call === "string" ? call : "",
    data: others,
    texts: textsOf(readme, kit.chapters),
    comments,
  };
}

/** The data and the comments of a submission.yml; raises ReadingError. */
export function recordIn(text: string, schema: Schema): Pick<Dossier, "data" | "comments"> {
  const plain = withPlainEnds(text);
  if (plain.length > LONGEST_FILE) throw new ReadingError("too-large", 1);
  if (!plain.trim()) return { data: {}, comments: NO_COMMENTS };
  const counter = new LineCounter();
  const [document, second] = parseAllDocuments(plain, { schema: "failsafe", lineCounter: counter, uniqueKeys: false }) as Document[];
  const [error] = document?.errors ?? [];
  if (error) throw new ReadingError(error.code, error.linePos?.[0].line ?? 1);
  // A directive that the terminal does not know is only warned of here.
  const unknown = document?.warnings.find(({ code }) => code === "BAD_DIRECTIVE");
  if (unknown) throw new ReadingError(unknown.code, unknown.linePos?.[0].line ?? 1);
  if (second || !document) throw new ReadingError("SECOND_DOCUMENT", 1);
  const data = valueOf(document.contents, [], { text: plain, schema, counter, left: MOST_VALUES });
  if (!isMapping(data)) throw new ReadingError("NOT_A_RECORD", 1);
  return { data: data as Data, comments: commentsIn(plain, document, counter) };
}

interface Reading {
  readonly text: string;
  readonly schema: Schema;
  readonly counter: LineCounter;
  /** How many values there may still be. */
  left: number;
}

function valueOf(node: unknown, path: Path, reading: Reading): unknown {
  const { schema, counter } = reading;
  const line = lineOf(node, counter);
  if (reading.left-- <= 0) throw new ReadingError("too-large", line);
  if (isAlias(node) || path.length > DEEPEST) throw new ReadingError("ALIAS", line);
  refuseProperties(node, reading);
  if (isMap(node)) {
    const found = new Map<string, unknown>();
    for (const { key, value } of node.items) {
      if (!isScalar(key)) throw new ReadingError("KEY", lineOf(key, counter));
      refuseProperties(key, reading);
      const name = String(key.value);
      if (found.has(name)) throw new ReadingError("DUPLICATE_KEY", lineOf(key, counter));
      found.set(name, valueOf(value, [...path, name], reading));
    }
    return Object.fromEntries([...found].filter(([, value]) => value !== undefined));
  }
  if (isSeq(node)) return node.items.map((item, index) => valueOf(item, [...path, index], reading));
  if (!isScalar(node)) return undefined;
  const text = String(node.value);
  return node.type === "PLAIN" ? plainValue(text, schemaAt(schema, path)) : text;
}

/** A tag or an anchor says more than a record can hold: the terminal refuses them too. */
function refuseProperties(node: unknown, { text, counter }: Reading): void {
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return;
  // The parser keeps where the value stands: what was put before it may be on a line above.
  const lineBefore = (mark: string): number =>
    counter.linePos(text.lastIndexOf(mark, (node.range?.[0] ?? 1) - 1)).line;
  if (node.anchor !== undefined) throw new ReadingError("ANCHOR", lineBefore("&"));
  if (node.tag !== undefined) throw new ReadingError("TAG", lineBefore("!"));
}

/** What an unquoted word means where it stands: an amount stays the text that it is. */
function plainValue(text: string, wanted: Schema | undefined): unknown {
  if (Object.hasOwn(WORDS, text)) return WORDS[text];
  const number = text.length <= LONGEST_NUMBER ? NUMBER.exec(text) : null;
  if (!number || wanted?.type === "number" || number[1]) return text;
  const whole = Number(text);
  return Number.isSafeInteger(whole) ? whole : text;
}

function lineOf(node: unknown, counter: LineCounter): number {
  const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : undefined;
  return range ? counter.linePos(range[0]).line : 1;
}

/**
 * The texts below the title and the headings of README.md. A heading that the call does not have keeps its text,
 * at a key of its own; one of somebody's own below a heading of the call is part of that text.
 */
export function textsOf(readme: string, chapters: readonly Chapter[]): Readonly<Record<string, string>> {
  const found = new Map<string, string[]>();
  let part = "";
  let key = LEAD;
  let hasTitle = false;
  let fence = "";
  for (const line of withPlainEnds(readme).split("\n")) {
    fence = fenceAfter(fence, line);
    const heading = fence ? undefined : headingIn(line);
    const next = heading && keyAt(heading, part, chapters);
    if (heading?.level === 1 && key === LEAD && !hasTitle) hasTitle = true;
    else if (next) ({ part, key } = next);
    else if (!found.get(key)?.push(line)) found.set(key, [line]);
  }
  const hints = new Map(chapters.map((each) => [textKey(each.part, each.heading), each.hint]));
  const texts = [...found].map(([name, lines]) => [name, lines.join("\n").trimEnd().replace(/^\s*\n/, "")] as const);
  return Object.fromEntries(texts.filter(([name, text]) => text && text.trim() !== hints.get(name)));
}

interface Heading {
  readonly level: number;
  readonly title: string;
}

function headingIn(line: string): Heading | undefined {
  const marks = /^#{1,3}(?= )/.exec(line)?.[0];
  if (!marks) return undefined;
  const text = line.slice(marks.length).trim();
  const bare = strippedEnd(text, "#");
  return { level: marks.length, title: bare && !bare.endsWith(" ") ? text : bare.trimEnd() };
}

/** Where the text below a heading belongs; undefined where the heading is part of a text. */
function keyAt({ level, title }: Heading, part: string, chapters: readonly Chapter[]): { part: string; key: string } | undefined {
  if (level === 2) {
    const known = chapters.find((each) => [each.part_title, each.part_said, each.part].includes(title));
    return { part: known?.part ?? title, key: textKey(known?.part ?? title, "") };
  }
  if (level !== 3) return undefined;
  const own = chapters.filter((each) => each.part === part);
  const known = own.find((each) => [each.title, each.said].includes(title));
  if (known) return { part, key: textKey(part, known.heading) };
  return own.length || !part ? undefined : { part, key: textKey(part, title) };
}

function fenceAfter(fence: string, line: string): string {
  const mark = FENCE.exec(line)?.[1];
  if (!mark) return fence;
  if (!fence) return mark;
  return mark[0] === fence[0] && mark.length >= fence.length && !line.trim().slice(mark.length) ? "" : fence;
}

function withPlainEnds(text: string): string {
  return text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}

/**
 * The comments in a YAML text, by the field that they stand above or beside: the twin of
 * `gzg/wizard/comments.py`. A comment belongs to the first field that begins below it, or on its own
 * line; one below the last field is part of the ending.
 */

import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node } from "yaml";
import type { FoundComments } from "./dossier.ts";
import type { Path } from "./paths.ts";
import { trimmed } from "./python_text.ts";

const BESIDE = /^[ :,\]}]*(?:[|>][-+0-9]*)?\s+#(.*)$/;

/** Where a field begins, where its last sign is, and whether it holds others. */
interface Found {
  readonly path: Path;
  readonly begins: number;
  readonly line: number;
  readonly lastLine: number;
  /** Behind the last sign on the last line, counted from 0. */
  readonly column: number;
  readonly isContainer: boolean;
}

/** Every comment of a text that was parsed with this counter of lines. */
export function commentsIn(text: string, document: Document, counter: LineCounter): FoundComments {
  const found = document.contents ? [...fields(document.contents, [], undefined, counter)] : [];
  const starts = startsOf(found);
  const above = new Map<Path, string[]>();
  const ending: string[] = [];
  let next = 0;
  for (const [number, comment] of lines(text, found)) {
    while (next < starts.length && (starts[next]?.[0] ?? 0) < number) next += 1;
    const owner = starts[next]?.[1];
    if (!owner) ending.push(comment);
    else if (!above.get(owner)?.push(comment)) above.set(owner, [comment]);
  }
  return { above: [...above], ending };
}

/** The line on which each field begins, in order; of those on one line the outermost only. */
function startsOf(found: readonly Found[]): readonly (readonly [number, Path])[] {
  const first = new Map<number, Path>();
  const outermost = [...found].sort((one, other) => one.path.length - other.path.length);
  for (const { path, begins } of outermost) if (path.length && !first.has(begins)) first.set(begins, path);
  return [...first].sort(([one], [other]) => one - other);
}

function* lines(text: string, found: readonly Found[]): Generator<readonly [number, string]> {
  const inside = new Set<number>();
  const ends = new Map<number, number>();
  for (const { line, lastLine, column, isContainer } of found) {
    if (!isContainer) for (let number = line + 1; number < lastLine; number++) inside.add(number);
    ends.set(lastLine, Math.max(ends.get(lastLine) ?? 0, column));
  }
  for (const [index, line] of text.split("\n").entries()) {
    const number = index + 1;
    if (inside.has(number)) continue;
    const stripped = trimmed(line);
    const beside = BESIDE.exec(line.slice(ends.get(number) ?? line.length));
    if (stripped.startsWith("#")) yield [number, trimmed(stripped.slice(1))];
    else if (beside) yield [number, trimmed(beside[1] ?? "")];
  }
}

function* fields(node: unknown, path: Path, key: Node | undefined, counter: LineCounter): Generator<Found> {
  if (isMap(node)) {
    yield* place(node, path, key, counter);
    for (const pair of node.items) {
      if (!isScalar(pair.key)) continue;
      const inner = [...path, String(pair.key.value)];
      yield* keyed(pair.key, inner, counter);
      yield* fields(pair.value, inner, pair.key, counter);
    }
  } else if (isSeq(node)) {
    yield* place(node, path, key, counter);
    for (const [index, item] of node.items.entries()) yield* fields(item, [...path, index], undefined, counter);
  } else if (isScalar(node)) yield* place(node, path, key, counter);
}

function* place(node: Node, path: Path, key: Node | undefined, counter: LineCounter): Generator<Found> {
  const [start, end] = node.range ?? [0, 0];
  const first = counter.linePos(start);
  const last = counter.linePos(end);
  const begins = key?.range ? counter.linePos(key.range[0]).line : first.line;
  const isContainer = isMap(node) || isSeq(node);
  yield { path, begins, line: first.line, lastLine: last.line, column: last.col - 1, isContainer };
}

/** A key ends on its own line, whatever stands behind it. */
function* keyed(key: Node, path: Path, counter: LineCounter): Generator<Found> {
  const [start, end] = key.range ?? [0, 0];
  const [first, last] = [counter.linePos(start), counter.linePos(end)];
  yield { path, begins: first.line, line: first.line, lastLine: last.line, column: last.col - 1, isContainer: true };
}

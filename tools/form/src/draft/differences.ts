/**
 * What differs between two versions of one dossier, and the dossier that choices make of them.
 * Where the version that both came from is known, it tells which side changed something.
 */

import type { Dossier, FoundComments } from "../core/dossier.ts";
import type { Path, Step } from "../core/paths.ts";
import { isMapping, keyOf } from "../core/paths.ts";
import { aligned } from "./alignment.ts";
import { same } from "./sameness.ts";

/** Whose version is kept; `both` puts the one text below the other. */
export type Side = "mine" | "theirs" | "both";

/** One thing that differs, small enough to choose. */
export interface Difference {
  readonly id: string;
  /** Names a question: `parties[].share`, `title`, `README/part/heading`. */
  readonly pattern: string;
  /** The item of a list that it is about, or is; undefined outside a list. */
  readonly item: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** What the common version had; undefined also where there is none. */
  readonly base: unknown;
  /** The side that changed it; undefined where both did, or nobody knows. */
  readonly suggested: "mine" | "theirs" | undefined;
  readonly canHaveBoth: boolean;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** The dossier by a choice for each difference. */
  readonly merged: (choose: (difference: Difference) => Side) => Dossier;
}

type Choose = (difference: Difference) => Side;

/** A part of the comparison: what it becomes by the choices. */
interface Part {
  readonly differences: readonly Difference[];
  readonly value: (choose: Choose) => unknown;
}

interface Three {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

interface Place {
  readonly path: Path;
  readonly pattern: string;
  readonly item: unknown;
}

/** Stands for the common version where nobody has it. */
const UNKNOWN = Symbol("unknown");

/**
 * Compare two dossiers, and what both came from where that is known. `idOf` makes the id of a title:
 * where both dossiers have the id of their title, nobody has to choose one.
 */
export function compared(
  mine: Dossier,
  theirs: Dossier,
  base?: Dossier,
  idOf?: (title: unknown) => string,
): Comparison {
  const three = (field: "id" | "data"): Three => ({
    base: base ? base[field] : UNKNOWN,
    mine: mine[field],
    theirs: theirs[field],
  });
  const data = compare(three("data"), at([], ""));
  const follows = idOf && [mine, theirs].every((each) => each.id === idOf(each.data["title"]));
  const id = follows
    ? { differences: [], value: (choose: Choose) => idOf(titleIn(data.value(choose))) }
    : compare(emptied(three("id")), at(["id"], "id"));
  const texts = textsCompared(mine, theirs, base);
  return {
    differences: [...id.differences, ...data.differences, ...texts.differences],
    merged: (choose) => ({
      id: (id.value(choose) ?? "") as string,
      call: mine.call,
      data: (data.value(choose) ?? {}) as Dossier["data"],
      texts: (texts.value(choose) ?? {}) as Dossier["texts"],
      comments: commentsOf(mine.comments, theirs.comments),
    }),
  };
}

function titleIn(data: unknown): unknown {
  return isMapping(data) ? data["title"] : undefined;
}

/** The side that is suggested, and where there is none: mine. */
export function suggestedOr(fallback: Side): Choose {
  return ({ suggested }) => suggested ?? fallback;
}

function emptied({ base, mine, theirs }: Three): Three {
  return { base: base === "" ? undefined : base, mine: mine || undefined, theirs: theirs || undefined };
}

function at(path: Path, pattern: string, item?: unknown): Place {
  return { path, pattern, item };
}

function textsCompared(mine: Dossier, theirs: Dossier, base?: Dossier): Part {
  const keys = [...new Set([...Object.keys(mine.texts), ...Object.keys(theirs.texts)])];
  const parts = keys.map((key): readonly [string, Part] => {
    const three = { base: base ? base.texts[key] : UNKNOWN, mine: mine.texts[key], theirs: theirs.texts[key] };
    return [key, compare(three, at(["README", key], `README/${key}`))];
  });
  return mapping(parts);
}

function compare(three: Three, place: Place): Part {
  const { base, mine, theirs } = three;
  if (same(mine, theirs)) return { differences: [], value: () => mine };
  if (isMapping(mine) && isMapping(theirs)) return mappingCompared(three, place);
  if (isListOrNothing(mine) && isListOrNothing(theirs)) {
    return listCompared(isListOrNothing(base) ? (base ?? []) : UNKNOWN, mine ?? [], theirs ?? [], place);
  }
  return leaf(three, place);
}

function leaf(three: Three, place: Place): Part {
  const { base, mine, theirs } = three;
  const difference: Difference = {
    id: keyOf(place.path),
    pattern: place.pattern,
    item: place.item,
    mine,
    theirs,
    base: base === UNKNOWN ? undefined : base,
    suggested: changedBy(three),
    canHaveBoth:
      place.pattern.startsWith("README/") && typeof mine === "string" && typeof theirs === "string",
  };
  const value = (choose: Choose): unknown => {
    const side = choose(difference);
    if (side === "both" && difference.canHaveBoth) return `${String(mine).trimEnd()}\n\n${String(theirs)}`;
    return side === "theirs" ? theirs : mine;
  };
  return { differences: [difference], value };
}

/** Who changed it. Without a common version what only one side has is not thrown away. */
function changedBy({ base, mine, theirs }: Three): "mine" | "theirs" | undefined {
  if (base === UNKNOWN) {
    if (mine === undefined) return "theirs";
    return theirs === undefined ? "mine" : undefined;
  }
  if (same(base, mine)) return "theirs";
  return same(base, theirs) ? "mine" : undefined;
}

function mappingCompared({ base, mine, theirs }: Three, place: Place): Part {
  const of = (found: unknown, name: string): unknown => (isMapping(found) ? found[name] : undefined);
  const names = new Set([...Object.keys(mine as object), ...Object.keys(theirs as object)]);
  const parts = [...names].map((name): readonly [string, Part] => {
    const inner = { base: base === UNKNOWN ? UNKNOWN : of(base, name), mine: of(mine, name), theirs: of(theirs, name) };
    return [name, compare(inner, below(place, name))];
  });
  return mapping(parts);
}

function below(place: Place, name: Step): Place {
  const pattern = place.pattern ? `${place.pattern}.${name}` : String(name);
  return { ...place, path: [...place.path, name], pattern };
}

function mapping(parts: readonly (readonly [string, Part])[]): Part {
  return {
    differences: parts.flatMap(([, part]) => part.differences),
    value: (choose) => {
      const entries = parts.map(([name, part]) => [name, part.value(choose)] as const);
      const kept = entries.filter(([, value]) => value !== undefined);
      return kept.length ? Object.fromEntries(kept) : undefined;
    },
  };
}

/** One item in each of the versions that have it. */
interface Row extends Three {
  readonly number: number;
}

function listCompared(
  base: readonly unknown[] | typeof UNKNOWN,
  mine: readonly unknown[],
  theirs: readonly unknown[],
  place: Place,
): Part {
  const rows = base === UNKNOWN ? rowsOfTwo(mine, theirs) : rowsOfThree(base, mine, theirs);
  const parts = rows.map((row) => {
    const path = [...place.path, row.number];
    return compare(row, at(path, `${place.pattern}[]`, row.mine ?? row.theirs));
  });
  return {
    differences: parts.flatMap((part) => part.differences),
    value: (choose) => {
      const items = parts.map((part) => part.value(choose)).filter((item) => item !== undefined);
      return items.length ? items : undefined;
    },
  };
}

function rowsOfTwo(mine: readonly unknown[], theirs: readonly unknown[]): readonly Row[] {
  const pairs = aligned(mine, theirs, true);
  return inOrder(mine, theirs, pairs, () => UNKNOWN, () => UNKNOWN);
}

function rowsOfThree(
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
): readonly Row[] {
  const ofMine = inverse(aligned(base, mine, true));
  const ofTheirs = inverse(aligned(base, theirs, true));
  const pairs = new Map<number, number>();
  for (const [index, origin] of ofMine) {
    const other = [...ofTheirs].find(([, from]) => from === origin);
    if (other) pairs.set(index, other[0]);
  }
  const newMine = indices(mine).filter((index) => !ofMine.has(index));
  const newTheirs = indices(theirs).filter((index) => !ofTheirs.has(index));
  const both = aligned(newMine.map((index) => mine[index]), newTheirs.map((index) => theirs[index]), false);
  for (const [one, other] of both) pairs.set(newMine[one] ?? 0, newTheirs[other] ?? 0);
  const origin = (from: ReadonlyMap<number, number>) => (index: number): unknown => {
    const found = from.get(index);
    return found === undefined ? undefined : base[found];
  };
  return inOrder(mine, theirs, pairs, origin(ofMine), origin(ofTheirs));
}

/** My items in my order; each of theirs that I do not have, after the one that it stands after. */
function inOrder(
  mine: readonly unknown[],
  theirs: readonly unknown[],
  pairs: ReadonlyMap<number, number>,
  baseOfMine: (index: number) => unknown,
  baseOfTheirs: (index: number) => unknown,
): readonly Row[] {
  const rows: (Omit<Row, "number"> & { at?: number | undefined })[] = mine.map((item, index) => {
    const other = pairs.get(index);
    const found = other === undefined ? undefined : theirs[other];
    return { base: baseOfMine(index), mine: item, theirs: found, at: other };
  });
  const paired = new Set(pairs.values());
  for (const [index, item] of theirs.entries()) {
    if (paired.has(index)) continue;
    const before = rows.findIndex((row) => row.at === index - 1);
    const row = { base: baseOfTheirs(index), mine: undefined, theirs: item, at: index };
    rows.splice(index === 0 ? 0 : before < 0 ? rows.length : before + 1, 0, row);
  }
  return rows.map(({ base, mine: own, theirs: other }, number) => ({ base, mine: own, theirs: other, number }));
}

function inverse(pairs: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  return new Map([...pairs].map(([from, to]) => [to, from]));
}

function indices(list: readonly unknown[]): readonly number[] {
  return list.map((_, index) => index);
}

function isListOrNothing(value: unknown): value is readonly unknown[] | undefined {
  return value === undefined || Array.isArray(value);
}

/** Comments are never chosen and never lost: theirs that I do not have stand above the same field. */
function commentsOf(mine: FoundComments, theirs: FoundComments): FoundComments {
  const known = new Set([...mine.above.flatMap(([, lines]) => lines), ...mine.ending]);
  const fresh = (lines: readonly string[]): readonly string[] => lines.filter((line) => !known.has(line));
  const above = theirs.above
    .map(([path, lines]) => [path.slice(0, 1), fresh(lines)] as const)
    .filter(([, lines]) => lines.length > 0);
  return { above: [...mine.above, ...above], ending: [...mine.ending, ...fresh(theirs.ending)] };
}

/**
 * `x-gzg-rules` applied to a dossier's plain data: the twin of `gzg/call_schema/evaluation.py`. The
 * data have the structure of a submission, which was judged before; amounts are exact.
 */

import type { Breach } from "./breach.ts";
import { isDay, lastDay, yearOf } from "./calendar.ts";
import { Decimal } from "./decimal.ts";
import { fieldOf, isMapping, read, type Where } from "./paths.ts";
import { Day, Share, type Values } from "./values.ts";

type Data = Readonly<Record<string, unknown>>;

/** The kind of an organisation by its id; undefined for one that is not known. */
export type KindOf = (id: string) => string | undefined;

interface Shared {
  readonly code: string;
  readonly only_with?: readonly string[];
  readonly unless?: readonly string[];
}

/** A constraint as `gzg/call_schema/constraints.py` describes it. */
export type Constraint = Shared &
  (
    | { kind: "sum"; left: readonly string[]; right: readonly string[]; at: string }
    | { kind: "sum-of-each"; each: string; key: string; amounts: string; own: readonly string[] }
    | { kind: "part"; part: string; whole: readonly string[]; minimum_percentage: number }
    | { kind: "order"; first: string; then: string }
    | { kind: "not-after"; value: string; latest: string }
    | { kind: "not-before"; value: string; earliest: string }
    | { kind: "months"; first: string; last: string; maximum: number }
    | { kind: "years"; values: string; first: string; last: string }
    | { kind: "among"; values: string; known: string; where?: Where; at?: string }
    | { kind: "unique"; values: string }
    | { kind: "of-kind"; values: string; kinds: readonly string[]; where: Where }
    | {
        kind: "count-of-kind";
        values: string;
        kinds: readonly string[];
        where: Where;
        minimum: number;
        at: string;
      }
  );

type Of<K extends Constraint["kind"]> = Extract<Constraint, { kind: K }>;

const WHOLE = Decimal.of(100);
const MOST_DECIMALS = 40;

/** Every breach of one constraint. */
export function* evaluated(rule: Constraint, data: Data, kindOf: KindOf): Generator<Breach> {
  if (rule.only_with?.some((path) => read(data, path).next().done)) return;
  switch (rule.kind) {
    case "sum":
      return yield* sum(rule, data);
    case "sum-of-each":
      return yield* sumOfEach(rule, data);
    case "part":
      return yield* part(rule, data);
    case "order":
      return yield* order(rule, data);
    case "not-after":
      return yield* notAfter(rule, data);
    case "not-before":
      return yield* notBefore(rule, data);
    case "months":
      return yield* months(rule, data);
    case "years":
      return yield* years(rule, data);
    case "among":
      return yield* among(rule, data);
    case "unique":
      return yield* unique(rule, data);
    case "of-kind":
      return yield* ofKind(rule, data, kindOf);
    case "count-of-kind":
      return yield* countOfKind(rule, data, kindOf);
  }
}

/** A plain number as an exact one; zero for anything else. */
export function exact(value: unknown): Decimal {
  if (value instanceof Decimal) return value;
  return typeof value === "number" && Number.isInteger(value) ? Decimal.of(value) : Decimal.ZERO;
}

function total(data: unknown, ...paths: readonly string[]): Decimal {
  return Decimal.sum(paths.flatMap((path) => [...read(data, path)].map(([, each]) => exact(each))));
}

function compared(left: Decimal, right: Decimal): Values {
  return { left, right, difference: left.minus(right).abs };
}

function* sum(rule: Of<"sum">, data: Data): Generator<Breach> {
  const [left, right] = [total(data, ...rule.left), total(data, ...rule.right)];
  if (!left.equals(right)) {
    yield { code: rule.code, path: fieldOf(rule.at), values: compared(left, right) };
  }
}

function* sumOfEach(rule: Of<"sum-of-each">, data: Data): Generator<Breach> {
  const dot = rule.amounts.lastIndexOf(".");
  const [items, amount] = [rule.amounts.slice(0, dot), rule.amounts.slice(dot + 1)];
  const amounts = new Map<unknown, Decimal>();
  for (const [, item] of read(data, items)) {
    if (!isMapping(item)) continue;
    const key = item[rule.key];
    amounts.set(key, (amounts.get(key) ?? Decimal.ZERO).plus(total(item, amount)));
  }
  for (const [path, item] of read(data, rule.each)) {
    const key = isMapping(item) ? item[rule.key] : undefined;
    const [left, right] = [amounts.get(key) ?? Decimal.ZERO, total(item, ...rule.own)];
    if (!left.equals(right)) {
      const values = { [rule.key]: String(key), ...compared(left, right) };
      yield { code: rule.code, path, values };
    }
  }
}

function* part(rule: Of<"part">, data: Data): Generator<Breach> {
  const [found, whole] = [total(data, rule.part), total(data, ...rule.whole)];
  const least = Decimal.of(rule.minimum_percentage);
  if (found.times(WHOLE).compare(whole.times(least)) >= 0) return;
  const values = {
    part: found,
    whole,
    percentage: new Share(Number(found.times(WHOLE).dividedBy(whole, MOST_DECIMALS))),
    minimum_percentage: new Share(rule.minimum_percentage),
    wanted: whole.times(least).dividedBy(WHOLE, 2),
  };
  yield { code: rule.code, path: fieldOf(rule.part), values };
}

function* order(rule: Of<"order">, data: Data): Generator<Breach> {
  const lasts = [...days(data, rule.then)];
  for (const [path, first] of days(data, rule.first)) {
    for (const [later, then] of lasts) {
      if (first > then) {
        const longest = path.length > later.length ? path : later;
        yield { code: rule.code, path: longest, values: { first: new Day(first), then: new Day(then) } };
      }
    }
  }
}

function* notAfter(rule: Of<"not-after">, data: Data): Generator<Breach> {
  for (const [path, day] of days(data, rule.value)) {
    if (day > rule.latest) {
      yield { code: rule.code, path, values: { day: new Day(day), latest: new Day(rule.latest) } };
    }
  }
}

function* notBefore(rule: Of<"not-before">, data: Data): Generator<Breach> {
  for (const [path, day] of days(data, rule.value)) {
    if (day < rule.earliest) {
      const values = { day: new Day(day), earliest: new Day(rule.earliest) };
      yield { code: rule.code, path, values };
    }
  }
}

function* months(rule: Of<"months">, data: Data): Generator<Breach> {
  for (const [, first] of days(data, rule.first)) {
    const latest = lastDay(first, rule.maximum);
    for (const [path, last] of days(data, rule.last)) {
      if (latest !== undefined && last > latest) {
        const found = { first: new Day(first), last: new Day(last), latest: new Day(latest) };
        yield { code: rule.code, path, values: { ...found, maximum: rule.maximum } };
      }
    }
  }
}

function* years(rule: Of<"years">, data: Data): Generator<Breach> {
  const begins = [...days(data, rule.first)].map(([, day]) => yearOf(day));
  const ends = [...days(data, rule.last)].map(([, day]) => yearOf(day));
  for (const [path, year] of read(data, rule.values)) {
    for (const [index, begin] of begins.entries()) {
      const end = ends[index];
      if (typeof year === "number" && end !== undefined && (year < begin || year > end)) {
        const values = { year: String(year), first: String(begin), last: String(end) };
        yield { code: rule.code, path, values };
      }
    }
  }
}

function* among(rule: Of<"among">, data: Data): Generator<Breach> {
  const known = new Set([...read(data, rule.known)].map(([, value]) => value));
  for (const [path, value] of read(data, rule.values, rule.where)) {
    if (!known.has(value)) {
      const at = rule.at ? fieldOf(rule.at) : path;
      yield { code: rule.code, path: at, values: { value: String(value) } };
    }
  }
}

function* unique(rule: Of<"unique">, data: Data): Generator<Breach> {
  const seen = new Set<unknown>();
  for (const [path, value] of read(data, rule.values)) {
    if (seen.has(value)) yield { code: rule.code, path, values: { value: String(value) } };
    seen.add(value);
  }
}

function* ofKind(rule: Of<"of-kind">, data: Data, kindOf: KindOf): Generator<Breach> {
  for (const [path, id] of read(data, rule.values, rule.where)) {
    const kind = kindOf(String(id));
    if (kind !== undefined && !rule.kinds.includes(kind)) {
      yield { code: rule.code, path, values: { value: String(id), kind, kinds: rule.kinds } };
    }
  }
}

/** An organisation that is not known may be of the kind: another rule speaks of it. */
function* countOfKind(rule: Of<"count-of-kind">, data: Data, kindOf: KindOf): Generator<Breach> {
  let count = 0;
  for (const [, id] of read(data, rule.values, rule.where)) {
    const kind = kindOf(String(id));
    if (kind === undefined || rule.kinds.includes(kind)) count += 1;
  }
  if (count < rule.minimum) {
    const values = { count, minimum: rule.minimum };
    yield { code: rule.code, path: fieldOf(rule.at), values };
  }
}

function* days(data: Data, pattern: string): Generator<[readonly (string | number)[], string]> {
  for (const [path, value] of read(data, pattern)) if (isDay(value)) yield [path, value];
}

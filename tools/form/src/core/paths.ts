/**
 * The way to a value in plain data, as in `call_schema/paths.py`: `["parties", 2, "role"]`, and the
 * patterns by which constraints name values: `requested`, `budget[].amount`.
 */

export type Step = string | number;
export type Path = readonly Step[];

/** Which items of a list count: those that have one of the given values. */
export type Where = Readonly<Record<string, readonly string[]>>;

const ITEMS = "[]";

/** Every value at a pattern, with the way to it; what is absent or empty is passed over. */
export function* read(data: unknown, pattern: string, where?: Where): Generator<[Path, unknown]> {
  yield* readSteps(data, stepsOf(pattern), [], where);
}

/** The way to a value that is in no list. */
export function fieldOf(pattern: string): Path {
  return stepsOf(pattern);
}

/** Whether `value` is a mapping of names to values: no list, no amount. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The value at a path; undefined where there is nothing. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === "number") value = value[step];
    else if (isMapping(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value ?? undefined;
}

/**
 * The data with a value at a path; undefined takes away what is there, and what is empty after that.
 * A list grows by one item at most: a step beyond its end is the next item.
 */
export function withValue(data: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === "number") {
    const items: readonly unknown[] = Array.isArray(data) ? data : [];
    const inner = withValue(items[step], rest, value);
    const kept = isEmpty(inner, false) ? [] : [inner];
    return [...items.slice(0, step), ...kept, ...items.slice(step + 1)];
  }
  const others = isMapping(data) ? data : {};
  const inner = withValue(Object.hasOwn(others, step) ? others[step] : undefined, rest, value);
  const entries = Object.entries(others);
  if (isEmpty(inner, true)) return Object.fromEntries(entries.filter(([name]) => name !== step));
  if (!Object.hasOwn(others, step)) return Object.fromEntries([...entries, [step, inner]]);
  return Object.fromEntries(entries.map(([name, old]) => [name, name === step ? inner : old]));
}

/** The way to every value, containers before what is in them. */
export function* pathsIn(data: unknown, before: Path = []): Generator<Path> {
  const inner: readonly (readonly [Step, unknown])[] = Array.isArray(data)
    ? data.map((item, index) => [index, item] as const)
    : isMapping(data)
      ? Object.entries(data)
      : [];
  for (const [step, value] of inner) {
    yield [...before, step];
    yield* pathsIn(value, [...before, step]);
  }
}

/** A path as a key of a table. */
export function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function isEmpty(value: unknown, orEmptyList: boolean): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return orEmptyList && value.length === 0;
  return isMapping(value) && Object.keys(value).length === 0;
}

function stepsOf(pattern: string): readonly string[] {
  return pattern.replaceAll(ITEMS, `.${ITEMS}`).split(".");
}

function* readSteps(
  value: unknown,
  steps: readonly string[],
  way: Path,
  where?: Where,
): Generator<[Path, unknown]> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (value !== undefined && value !== null) yield [way, value];
    return;
  }
  if (step === ITEMS && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (isKept(item, where)) yield* readSteps(item, rest, [...way, index], where);
    }
  } else if (isMapping(value) && Object.hasOwn(value, step)) {
    yield* readSteps(value[step], rest, [...way, step], where);
  }
}

function isKept(item: unknown, where?: Where): boolean {
  if (!where || Object.keys(where).length === 0) return true;
  if (!isMapping(item)) return false;
  return Object.entries(where).every(([name, few]) => few.includes(item[name] as string));
}

/**
 * The parts of a call's schema that carry the code of a rule (`x-gzg`), judged by the keywords that
 * they use. Each fault is one that `jsonschema` finds in `gzg/call_schema/judging.py`, with the same
 * way to it. A keyword that is not known here is refused: a schema is never judged in part.
 */

import type { Breach } from "./breach.ts";
import { Decimal } from "./decimal.ts";
import { exact } from "./evaluation.ts";
import { isMapping, type Path } from "./paths.ts";
import type { Schema } from "./schema.ts";
import type { Value, Values } from "./values.ts";

/** A part of the call's schema: for a field of the submission, or for the whole where it is empty. */
export interface Piece {
  readonly code: string;
  readonly field: string;
  readonly schema: Schema;
  readonly unless: readonly string[];
}

/** Codes of pieces for editors only: the same is judged for all records alike. */
const OF_ANOTHER_JUDGE: readonly string[] = ["GZG220", "GZG301"];

interface Fault {
  readonly path: Path;
  readonly instance: unknown;
}

type Judged = Generator<Fault>;
type Keyword = (wanted: never, instance: unknown, path: Path, schema: Schema) => Judged;

const SAID_ELSEWHERE = ["then", "minContains", "maxContains", "title", "description"];

/** Every piece of a call's schema that is judged; one that another names in `unless` comes first. */
export function piecesOf(schema: Schema): readonly Piece[] {
  const found = [
    ...Object.entries(schema.properties ?? {}).flatMap(([field, inner]) => coded(inner, field)),
    ...coded(schema, ""),
  ];
  return [...found.filter((each) => !each.unless.length), ...found.filter((each) => each.unless.length)];
}

/** Every breach of one piece. */
export function* broken(piece: Piece, data: Readonly<Record<string, unknown>>): Generator<Breach> {
  const instance = piece.field ? data[piece.field] : data;
  if (instance === undefined || instance === null) return;
  const given = Object.entries(piece.schema["x-gzg-values"] ?? {});
  const values = Object.fromEntries(given.map(([name, value]) => [name, asValue(value)]));
  for (const fault of faults(piece.schema, instance, piece.field ? [piece.field] : [])) {
    yield { code: piece.code, path: fault.path, values: { ...values, ...foundIn(fault) } };
  }
}

function coded(schema: Schema, field: string): readonly Piece[] {
  return (schema.allOf ?? []).flatMap((part) => {
    const code = part["x-gzg"];
    if (!code || OF_ANOTHER_JUDGE.includes(code)) return [];
    return [{ code, field, schema: part, unless: part["x-gzg-unless"] ?? [] }];
  });
}

function asValue(value: unknown): Value {
  return typeof value === "number" ? Decimal.of(value) : (value as Value);
}

/** The value that was found, or what stands in the item that was found. */
function foundIn({ instance }: Fault): Values {
  if (Array.isArray(instance)) return {};
  if (!isMapping(instance)) return { value: instance as Value };
  const texts = Object.entries(instance).filter((entry): entry is [string, string] => {
    return typeof entry[1] === "string";
  });
  return Object.fromEntries(texts);
}

function* faults(schema: Schema, instance: unknown, path: Path): Judged {
  for (const [name, wanted] of Object.entries(schema)) {
    if (name.startsWith("x-") || name === "enumDescriptions" || SAID_ELSEWHERE.includes(name)) continue;
    const keyword = KEYWORDS[name];
    if (!keyword) throw new Error(`the schema has a keyword that is not judged: ${name}`);
    yield* keyword(wanted as never, instance, path, schema);
  }
}

function isValid(schema: Schema, instance: unknown): boolean {
  return faults(schema, instance, []).next().done ?? false;
}

function isNumber(value: unknown): boolean {
  return value instanceof Decimal || typeof value === "number";
}

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  number: isNumber,
  object: isMapping,
};

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  *const(wanted: unknown, instance, path) {
    if (instance !== wanted) yield { path, instance };
  },
  *enum(wanted: readonly unknown[], instance, path) {
    if (!wanted.includes(instance)) yield { path, instance };
  },
  *type(wanted: string, instance, path) {
    const isOfType = TYPES[wanted];
    if (!isOfType) throw new Error(`the schema has a type that is not judged: ${wanted}`);
    if (!isOfType(instance)) yield { path, instance };
  },
  *maximum(wanted: number, instance, path) {
    if (isNumber(instance) && exact(instance).compare(Decimal.of(wanted)) > 0) yield { path, instance };
  },
  *minimum(wanted: number, instance, path) {
    if (isNumber(instance) && exact(instance).compare(Decimal.of(wanted)) < 0) yield { path, instance };
  },
  *minItems(wanted: number, instance, path) {
    if (Array.isArray(instance) && instance.length < wanted) yield { path, instance };
  },
  *required(wanted: readonly string[], instance, path) {
    if (!isMapping(instance)) return;
    for (const name of wanted) if (!Object.hasOwn(instance, name)) yield { path, instance };
  },
  *properties(wanted: Readonly<Record<string, Schema>>, instance, path) {
    if (!isMapping(instance)) return;
    for (const [name, inner] of Object.entries(wanted)) {
      if (Object.hasOwn(instance, name)) yield* faults(inner, instance[name], [...path, name]);
    }
  },
  *items(wanted: Schema, instance, path) {
    if (!Array.isArray(instance)) return;
    for (const [index, item] of instance.entries()) yield* faults(wanted, item, [...path, index]);
  },
  *contains(wanted: Schema, instance, path, { minContains = 1, maxContains = Infinity }) {
    if (!Array.isArray(instance)) return;
    const count = instance.filter((item) => isValid(wanted, item)).length;
    if (count < minContains || count > maxContains) yield { path, instance };
  },
  *if(wanted: Schema, instance, path, { then }) {
    if (then && isValid(wanted, instance)) yield* faults(then, instance, path);
  },
};

/** A call's JSON Schema, as far as the core reads it: where fields are, and what they hold. */

import { Decimal } from "./decimal.ts";
import { isMapping, type Path, type Step } from "./paths.ts";

/** What is an amount in a file; anything else, such as `150.000`, stays the text that was typed. */
const AMOUNT = /^(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,2})?$/;

/** The parts of JSON Schema that a call's schema has; `x-…` are those of `call_schema.compiled`. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly contains?: Schema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly title?: string;
  readonly "x-en"?: { readonly title?: string };
  readonly "x-gzg"?: string;
  readonly "x-gzg-values"?: Readonly<Record<string, unknown>>;
  readonly "x-gzg-unless"?: readonly string[];
  readonly "x-gzg-rules"?: readonly Readonly<Record<string, unknown>>[];
  readonly "x-order"?: readonly string[];
}

/** The schema itself, behind a reference and without `null` as the other possibility. */
export function plainSchema(schema: Schema, root: Schema): Schema {
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    const found = root.$defs?.[name];
    if (!found) throw new Error(`no ${schema.$ref} in the schema`);
    return plainSchema(found, root);
  }
  const others = schema.anyOf?.filter((each) => each.type !== "null") ?? [];
  return others.length === 1 && others[0] ? plainSchema(others[0], root) : schema;
}

/** The schema of what a step leads to; undefined where the record has no such place. */
export function schemaInside(schema: Schema, step: Step, root: Schema): Schema | undefined {
  const inner = typeof step === "number" ? schema.items : own(schema.properties, step);
  return inner && plainSchema(inner, root);
}

/** The schema at a path. */
export function schemaAt(root: Schema, path: Path): Schema | undefined {
  let schema: Schema | undefined = root;
  for (const step of path) schema = schema && schemaInside(schema, step, root);
  return schema;
}

/**
 * The data as a file has them: amounts are exact numbers, mappings have the fields in the record's
 * order, and unknown keys last. What cannot be an amount stays the text that it is.
 */
export function plainData(data: unknown, schema: Schema | undefined, root: Schema): unknown {
  const items = schema?.items && plainSchema(schema.items, root);
  if (Array.isArray(data)) {
    // A place in a list that waits for its answer is an empty text: the others keep their numbers.
    const each = items ?? (schema?.properties && schema);
    return data.map((item) => plainData(item ?? "", each, root));
  }
  if (isMapping(data)) return inOrder(data, items ?? schema, root);
  if (typeof data === "string") {
    const amount = schema?.type === "number" && AMOUNT.test(data) ? Decimal.parse(data) : undefined;
    return amount ?? data.toWellFormed();
  }
  return data;
}

/** Data as a file has them → as a dossier in the browser keeps them: an amount is a text. */
export function keptData(data: unknown): unknown {
  if (data instanceof Decimal) return String(data);
  if (Array.isArray(data)) return data.map(keptData);
  if (!isMapping(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, keptData(value)]));
}

function inOrder(
  data: Readonly<Record<string, unknown>>,
  schema: Schema | undefined,
  root: Schema,
): Readonly<Record<string, unknown>> {
  const fields = Object.keys(schema?.properties ?? {});
  const present = Object.keys(data).filter((name) => (data[name] ?? null) !== null);
  const known = fields.filter((name) => present.includes(name));
  const unknown = present.filter((name) => !fields.includes(name));
  return Object.fromEntries(
    [...known, ...unknown].map((name) => [
      name.toWellFormed(),
      plainData(data[name], schema && schemaInside(schema, name, root), root),
    ]),
  );
}

function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

/**
 * What a submission must look like, judged by the call's schema: the twin of what the model refuses
 * (`gzg/repository/structure.py`) and of the values that the rules GZG101 to GZG113 make of it. What a
 * schema cannot say, such as which days exist, is here by the form of the field.
 */

import type { Breach } from "./breach.ts";
import { isDay } from "./calendar.ts";
import { Decimal } from "./decimal.ts";
import { isMapping, keyOf, type Path, type Step } from "./paths.ts";
import { inOrder, length, slug } from "./python_text.ts";
import { plainSchema, type Schema } from "./schema.ts";
import { shown } from "./shown.ts";
import { nearestCalled } from "./suggestion.ts";
import {
  LARGEST_AMOUNT,
  addressMeant,
  amountMeant,
  dayMeant,
  isAddress,
  isLicence,
  licenceMeant,
  type Licences,
} from "./typed.ts";
import type { Values } from "./values.ts";

const MOST = 100;
const SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$";
const DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
const WEB = "^https?://";
/** What is written in a form of its own, by how its pattern begins. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/@/, "mailbox"],
  [/^\^\[0-9a-f\]\{64\}\$$/, "digest"],
  [/\)\*\/\[/, "submission"],
];

interface Place {
  readonly path: Path;
  readonly schema: Schema;
  readonly root: Schema;
  readonly licences: Licences;
}

type Found = Generator<Breach>;

/** Every fault in the structure of a submission's data; none where it can be read as one. */
export function structureFaults(
  data: Readonly<Record<string, unknown>>,
  root: Schema,
  licences: Licences,
): readonly Breach[] {
  const found: Breach[] = [];
  for (const each of mapping(data, { path: [], schema: root, root, licences })) {
    found.push(each);
    if (found.length === MOST) break;
  }
  return withoutMisspelt(found);
}

/** Of a field that is misspelt is not said as well that it is missing. */
function withoutMisspelt(found: readonly Breach[]): readonly Breach[] {
  const misspelt = new Set(
    found
      .filter(({ code }) => code === "GZG102")
      .map(({ path, values }) => keyOf([...path.slice(0, -1), String(values["suggestion"])])),
  );
  return found.filter(({ code, path }) => code !== "GZG101" || !misspelt.has(keyOf(path)));
}

function* valued(value: unknown, place: Place): Found {
  const { schema } = place;
  if (value === "") yield breach("GZG108", place, { value: "" });
  else if (schema.properties) yield* isMapping(value) ? mapping(value, place) : wrong(value, place, "mapping");
  else if (schema.items) yield* Array.isArray(value) ? list(value, place) : wrong(value, place, "list");
  else if (schema.type === "number") yield* amount(value, place);
  else if (schema.type === "integer") yield* whole(value, place);
  else if (schema.pattern === DAY) yield* day(value, place);
  else if (schema.pattern === WEB) yield* address(value, place);
  // A licence has no pattern: which names there are is not for a schema to say.
  else if (fieldOf(place.path) === "licence") yield* licence(value, place);
  else yield* text(value, place);
}

function* mapping(data: Readonly<Record<string, unknown>>, place: Place): Found {
  const { path, schema, root } = place;
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const at = { ...place, path: [...path, name], schema: plainSchema(inner, root) };
    if (Object.hasOwn(data, name)) yield* valued(data[name], at);
    else if (schema.required?.includes(name)) yield breach("GZG101", at, {});
  }
  for (const name of Object.keys(data)) {
    if (!Object.hasOwn(schema.properties ?? {}, name)) yield unknownKey(name, place);
  }
}

function unknownKey(name: string, { path, schema }: Place): Breach {
  const known = inOrder(Object.keys(schema.properties ?? {}));
  const suggestion = nearestCalled(shown(name), known, namesOf(schema)) ?? null;
  return { code: "GZG102", path: [...path, name], values: { field: shown(name), known, suggestion } };
}

/** What a person calls each field, in either language and in small letters → its key. */
function namesOf(schema: Schema): Readonly<Record<string, string>> {
  const entries = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    [inner.title, inner["x-en"]?.title].map((title) => [title?.toLowerCase() ?? name, name] as const),
  );
  return Object.fromEntries(entries);
}

function* list(items: readonly unknown[], place: Place): Found {
  const schema = plainSchema(place.schema.items ?? {}, place.root);
  for (const [index, item] of items.entries()) {
    yield* valued(item, { ...place, path: [...place.path, index], schema });
  }
}

function* amount(value: unknown, place: Place): Found {
  const found = value instanceof Decimal ? value : wholeNumber(value);
  const isAmount =
    found && found.places <= 2 && !found.isNegative && found.compare(LARGEST_AMOUNT) < 0;
  if (isAmount) return;
  const told = shown(value);
  const meant = amountMeant(told);
  const isSmall = meant !== undefined && Decimal.of(meant).compare(LARGEST_AMOUNT) < 0;
  yield breach("GZG105", place, {
    value: told,
    suggestion: isSmall ? meant : null,
    negative: told.startsWith("-"),
  });
}

function wholeNumber(value: unknown): Decimal | undefined {
  return typeof value === "number" && Number.isInteger(value) ? Decimal.of(value) : undefined;
}

function* whole(value: unknown, place: Place): Found {
  const { minimum = -Infinity, maximum = Infinity } = place.schema;
  if (typeof value !== "number" || !Number.isInteger(value)) yield* wrong(value, place, "whole_number");
  else if (value < minimum) yield* wrong(value, place, "whole_number", { ge: String(minimum) });
  else if (value > maximum) yield* wrong(value, place, "whole_number", { le: String(maximum) });
}

function* day(value: unknown, place: Place): Found {
  if (isDay(value)) return;
  const told = shown(value);
  const suggestion = dayMeant(told) ?? null;
  yield breach("GZG104", place, { value: told, form: "day", wanted: "2021-11-12", suggestion });
}

function* address(value: unknown, place: Place): Found {
  if (typeof value === "string" && isAddress(value)) return;
  const told = shown(value);
  yield breach("GZG111", place, { value: told, suggestion: addressMeant(told) ?? null });
}

function* licence(value: unknown, place: Place): Found {
  if (typeof value === "string" && isLicence(value, place.licences)) return;
  const told = shown(value);
  yield breach("GZG110", place, {
    value: told,
    suggestion: licenceMeant(told, place.licences) ?? null,
  });
}

function* text(value: unknown, place: Place): Found {
  const { pattern, maxLength = Infinity } = place.schema;
  if (typeof value !== "string") yield* wrong(value, place, "text");
  else if (length(value) > maxLength) {
    yield breach("GZG108", place, { value: shown(value), largest: maxLength, length: length(value) });
  } else if (pattern && !new RegExp(pattern, "u").test(value)) yield formless(value, pattern, place);
}

function formless(value: string, pattern: string, place: Place): Breach {
  const form = FORMS.find(([each]) => each.test(pattern))?.[1];
  if (pattern !== SLUG && form) return breach("GZG113", place, { value: shown(value), [form]: true });
  const told = shown(value);
  const several = told.split(";").map(slug);
  const isItem = typeof place.path.at(-1) === "number";
  if (several.length > 1 && several.every(Boolean) && isItem) {
    return breach("GZG106", place, { value: told, several: several.join(", ") });
  }
  return breach("GZG106", place, { value: told, suggestion: slug(told) });
}

function* wrong(value: unknown, place: Place, wanted: string, bound: Values = {}): Found {
  const told = shown(value);
  const isPlain = !Array.isArray(value) && !isMapping(value);
  const known = inOrder(Object.keys(place.schema.properties ?? {}));
  const plain: Values = !isPlain
    ? {}
    : wanted === "text"
      ? { quoted: `"${told}"` }
      : wanted === "list"
        ? { listed: `[${told}]` }
        : {};
  const fields: Values = wanted === "mapping" ? { fields: known } : {};
  yield breach("GZG103", place, {
    value: told,
    wanted,
    known,
    is_plain: isPlain,
    ...bound,
    [wanted]: true,
    ...plain,
    ...fields,
  });
}

function breach(code: string, { path }: Place, values: Values): Breach {
  return { code, path, values: { field: shown(fieldOf(path)), ...values } };
}

/** The innermost name on the way to a value. */
function fieldOf(path: Path): string {
  const names = path.filter((step: Step): step is string => typeof step === "string");
  return names.at(-1) ?? "";
}

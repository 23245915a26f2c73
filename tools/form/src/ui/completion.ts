/**
 * What an unfinished dossier could still become: the gaps filled with what fits the answers, so that
 * a rule about sums or dates judges the answers and not their absence. The twin of
 * `gzg/wizard/completion.py`. The fillings are never shown or kept.
 */

import type { Data, Dossier, Kit, Path, Schema, Section } from "../core/index.ts";
import { daysLater, Decimal, isDay, isMapping } from "../core/index.ts";

const FILLING = "…";
const FOLDER = "dossier";
const CONTACT = { service: FILLING, mailbox: "dienst@voorbeeld.example" };

export interface Completed {
  readonly dossier: Dossier;
  /** The path in the dossier of what stands at a path in this one: items half-way were left out. */
  readonly pathBack: (path: Path) => Path;
}

export function completed(dossier: Dossier, kit: Kit, schema: Schema): Completed {
  const { data } = dossier;
  const kept = new Map<string, readonly number[]>();
  const whole = Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, wholeOf(field, value, kit, kept)]),
  );
  const given = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
  const found: Record<string, unknown> = { ...fillings(data, kit, schema), ...given };
  found["parties"] ??= partiesOf(data, kit);
  found["budget"] ??= budgetOf(found);
  return {
    dossier: { ...dossier, id: dossier.id || FOLDER, data: withoutEmpty(found) },
    pathBack: ([field, index, ...rest]) => {
      if (field === undefined) return [];
      if (typeof index !== "number") return index === undefined ? [field] : [field, index, ...rest];
      return [field, kept.get(String(field))?.[index] ?? index, ...rest];
    },
  };
}

function fillings(data: Data, kit: Kit, schema: Schema): Data {
  const { begins, ends } = periodOf(data, kit);
  const focus = kit.sections.find(({ field }) => field === "focus")?.questions[0]?.choices[0]?.id;
  return {
    title: FILLING,
    summary: FILLING,
    focus: focus ?? FILLING,
    begins,
    ends,
    ...amountsOf(data, schema),
    contact: CONTACT,
  };
}

/** The first and last day: those answered, else days around them and around the costs. */
function periodOf(data: Data, kit: Kit): { begins: string; ends: string } {
  const years = itemsOf(data, "budget").flatMap(({ year }) => (typeof year === "number" ? [year] : []));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const opens = kit.call.opens?.day ?? "2000-01-01";
  const ended = isDay(data["ends"]) ? data["ends"] : undefined;
  const earliest = years.length > 0 ? dayIn(first, "01-01") : undefined;
  const start = least(ended, earliest ?? ended ?? opens);
  const begins = isDay(data["begins"]) ? data["begins"] : start;
  const next = daysLater(begins, 1) ?? begins;
  const latest = years.length > 0 ? dayIn(last, "12-31") : undefined;
  return { begins, ends: ended ?? (latest && latest > next ? latest : next) };
}

function dayIn(year: number, rest: string): string | undefined {
  const day = `${String(year).padStart(4, "0")}-${rest}`;
  return isDay(day) ? day : undefined;
}

function least(one: string | undefined, other: string): string {
  return one !== undefined && one < other ? one : other;
}

/** What is asked and paid: all costs that were answered, less the one of the two that was. */
function amountsOf(data: Data, schema: Schema): Data {
  const costs = sumOf(itemsOf(data, "budget").map(({ amount }) => amount));
  const [own, requested] = [sumOf([data["own_contribution"]]), sumOf([data["requested"]])];
  if (data["requested"] === undefined) {
    const left = costs.minus(own);
    const needed = left.isNegative ? Decimal.ZERO : left;
    return { requested: String(costs.isZero ? leastAsked(schema) : needed) };
  }
  return costs.compare(requested) > 0 ? { own_contribution: String(costs.minus(requested)) } : {};
}

function leastAsked(schema: Schema): Decimal {
  const limits = schema.properties?.["requested"]?.allOf ?? [];
  const minimum = limits.find((each) => each.minimum !== undefined)?.minimum;
  return Decimal.of(minimum ?? 1);
}

/** A list without the items that are not whole yet, a set of fields only when whole. */
function wholeOf(field: string, value: unknown, kit: Kit, kept: Map<string, readonly number[]>): unknown {
  const section = kit.sections.find((each) => each.field === field);
  if (!section || section.questions[0]?.field === "") return value;
  if (!Array.isArray(value)) return section.is_list ? value : wholeFields(section, value);
  const indices = [...value.keys()].filter((index) => hasAll(section, value[index]));
  kept.set(field, indices);
  return indices.length > 0 ? indices.map((index) => value[index]) : undefined;
}

function wholeFields(section: Section, value: unknown): unknown {
  if (!hasAll(section, value)) return undefined;
  const { nested } = section;
  const inner = nested && isMapping(value) ? value[nested.field] : undefined;
  if (!nested || !isMapping(value) || !Array.isArray(inner)) return value;
  return { ...value, [nested.field]: inner.filter((item) => hasAll(nested, item)) };
}

/** Whether all is there without which a record cannot have this item; a share may come later. */
function hasAll(section: Section, item: unknown): boolean {
  const needed = section.questions.filter((each) => each.required && !each.required_of);
  return isMapping(item) && needed.every((each) => item[each.field] !== undefined);
}

/** Those whom the costs and the agreement name, the first as the lead. */
function partiesOf(data: Data, kit: Kit): readonly Data[] {
  const agreement = isMapping(data["agreement"]) ? data["agreement"] : {};
  const named = [
    ...itemsOf(data, "budget").map(({ organisation }) => organisation),
    agreement["kept_by"],
    ...itemsOf(agreement, "decisions").map(({ organisation }) => organisation),
  ];
  const ids = [...new Set(named.filter((id) => typeof id === "string"))];
  const roleOf = (wanted: string): string =>
    kit.programme.roles.find((role) => role.function === wanted)?.id ?? FILLING;
  const all = ids.length > 0 ? ids : [kit.programme.authority];
  return all.map((organisation, index) => ({ organisation, role: roleOf(index ? "initiator" : "lead") }));
}

/** For each party one cost in the first year: all that it gets and pays. */
function budgetOf(found: Data): readonly Data[] {
  const year = Number(String(found["begins"]).slice(0, 4));
  return itemsOf(found, "parties").flatMap(({ organisation, share, own_contribution: own }) => {
    const amount = sumOf([share, own]);
    return amount.isZero ? [] : [{ organisation, year, title: FILLING, amount: String(amount) }];
  });
}

function itemsOf(data: Data, field: string): readonly Data[] {
  const list = data[field];
  return Array.isArray(list) ? list.filter(isMapping) : [];
}

function sumOf(amounts: readonly unknown[]): Decimal {
  const read = amounts.map((each) => (typeof each === "string" ? Decimal.parse(each) : undefined));
  return Decimal.sum(read.filter((each) => each !== undefined));
}

function withoutEmpty(data: Data): Data {
  const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
  return Object.fromEntries(Object.entries(data).filter(([, value]) => !isEmpty(value)));
}

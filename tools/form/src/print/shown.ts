/** Answers as a person reads them: amounts and days in words, titles and names instead of ids. */

import type { Kit, Question, Section, Shared } from "../core/index.ts";
import { Day, Decimal, isDay, isMapping, nameOf, readable } from "../core/index.ts";
import { say } from "../ui/texts.ts";

/** What gives ids their names. */
export interface Words {
  readonly kit: Kit;
  readonly shared: Shared;
}

/** A question by its pattern, such as `parties[].share`, with the section that it stands in. */
export interface Placed {
  readonly section: Section;
  readonly question: Question | undefined;
  /** The name of the list inside a section; empty where there is none. */
  readonly nested: string;
}

export function placed(kit: Kit, pattern: string): Placed | undefined {
  const [first = "", ...rest] = pattern.replaceAll("[]", "").split(".");
  const section = kit.sections.find(({ field }) => field === first);
  if (!section) return undefined;
  const nested = section.nested?.field === rest[0] ? section.nested : undefined;
  const field = (nested ? rest[1] : rest[0]) ?? "";
  const question = (nested ?? section).questions.find((each) => each.field === field);
  return { section, question, nested: nested?.title ?? "" };
}

/** An answer in words; what cannot be read stays as it was typed. */
export function shown(words: Words, pattern: string, value: unknown): string {
  if (value === undefined || value === null || value === "") return "";
  if (isMapping(value)) return itemShown(words, pattern, value);
  if (Array.isArray(value)) {
    const items = value.map((each) => shown(words, isMapping(each) ? `${pattern}[]` : pattern, each));
    return value.some(isMapping) ? items.join("; ") : readable(items, words.kit.formats);
  }
  if (pattern.endsWith("[].organisation")) return nameOfOrganisation(words, String(value));
  if (pattern.endsWith("[].recommendation")) return recommendation(words, String(value));
  return answerShown(words, placed(words.kit, pattern)?.question, String(value));
}

/** The name of the item of a list that a difference or an answer is about. */
export function itemName(words: Words, item: unknown): string {
  if (isMapping(item) && typeof item["title"] !== "string") {
    if (typeof item["organisation"] === "string") return nameOfOrganisation(words, item["organisation"]);
    if (typeof item["recommendation"] === "string") return recommendation(words, item["recommendation"]);
  }
  return nameOf(item);
}

export function nameOfOrganisation({ shared }: Words, id: string): string {
  return shared.organisations.find((each) => each.id === id)?.name ?? id;
}

/** The text of a recommendation of the jury on an earlier dossier. */
export function recommendation({ kit }: Words, id: string): string {
  const all = kit.earlier.flatMap((each) => each.recommendations);
  return all.find((each) => each.id === id)?.text ?? id;
}

function itemShown(words: Words, pattern: string, item: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(item).map(([name, value]) => {
    const inner = `${pattern}.${name}`;
    return `${words.kit.names[inner] ?? name}: ${shown(words, inner, value)}`;
  });
  return parts.join("; ");
}

function answerShown(words: Words, question: Question | undefined, value: string): string {
  const { kit } = words;
  switch (question?.form) {
    case "money": {
      const amount = Decimal.parse(value);
      return amount ? say(kit, "wizard.euro", { amount: readable(amount, kit.formats) }) : value;
    }
    case "day":
      return isDay(value) ? readable(new Day(value), kit.formats) : value;
    case "organisation":
    case "party":
      return nameOfOrganisation(words, value);
    case "choice":
    case "choices":
      return offered(kit, question).find(({ id }) => id === value)?.title ?? value;
    default:
      return value;
  }
}

function offered(kit: Kit, { choices, choices_from: from }: Question): readonly { id: string; title: string }[] {
  if (from === "earlier") return kit.earlier;
  return from === "blueprints" ? kit.blueprints : choices;
}

/** Where on the page something that is said belongs: at the innermost thing there is to see. */

import type { Diagnostic, Dossier, Kit, Path, Section } from "../core/index.ts";
import { isMapping, keyOf, LEAD, shortened, textKey, valueAt } from "../core/index.ts";
import type { Directory } from "./organisations.ts";
import { isSingle } from "./groups.ts";
import { say } from "./texts.ts";

/** The place of a finding among the questions; a field that is absent from the whole is its own. */
export function placeOf({ path, values }: Diagnostic, kit: Kit): Path {
  const { field } = values;
  const meant = path.length === 0 && typeof field === "string" ? [field] : path;
  if (meant[0] === "README") return meant.length < 3 ? [...meant, "", ""].slice(0, 3) : meant;
  const section = kit.sections.find((each) => each.field === meant[0]);
  return section ? inSection(section, meant, 1) : meant;
}

function inSection(section: Section, path: Path, at: number): Path {
  if (isSingle(section)) return path.slice(0, at);
  const field = section.is_list ? at + 1 : at;
  const name = path[field];
  if (name === undefined) return path.slice(0, field);
  if (section.nested?.field === name) return inSection(section.nested, path, field + 1);
  return path.slice(0, section.questions.some((each) => each.field === name) ? field + 1 : field);
}

/** Whether there is a question at a place; what is said of the call itself has none. */
export function isAsked(place: Path, kit: Kit): boolean {
  return place[0] === "README" || place[0] === "id" || kit.sections.some(({ field }) => field === place[0]);
}

/** Whether nothing was answered there yet. */
export function isUnanswered(place: Path, dossier: Dossier): boolean {
  if (place[0] === "id") return !dossier.id;
  if (place[0] === "call") return false;
  if (place[0] !== "README") return valueAt(dossier.data, place) === undefined;
  const [, part, heading] = place;
  if (!part) return !dossier.texts[LEAD]?.trim();
  if (heading) return !dossier.texts[textKey(String(part), String(heading))]?.trim();
  const texts = Object.entries(dossier.texts).filter(([key]) => key.startsWith(`${part}/`));
  return texts.every(([, text]) => !text.trim());
}

/** Whether a place is one answer, and not a list, an item or a part with what is in it. */
export function isOneAnswer(place: Path, kit: Kit): boolean {
  if (place[0] === "README") return place[2] !== "" || !hasHeadings(String(place[1]), kit);
  const section = kit.sections.find((each) => each.field === place[0]);
  if (!section || isSingle(section)) return true;
  return typeof place.at(-1) === "string" && place.length > 1 && place.at(-1) !== section.nested?.field;
}

function hasHeadings(part: string, kit: Kit): boolean {
  return kit.chapters.some((each) => each.part === part && each.heading !== "");
}

/** The findings at the key of their place. */
export function placed(found: readonly Diagnostic[], kit: Kit): ReadonlyMap<string, readonly Diagnostic[]> {
  const places = new Map<string, Diagnostic[]>();
  for (const each of found) {
    const key = keyOf(placeOf(each, kit));
    places.set(key, [...(places.get(key) ?? []), each]);
  }
  return places;
}

/** What a place is called: Partijen 2, Gent: Aandeel. */
export function titleOf(place: Path, kit: Kit, dossier: Dossier, names: Directory): string {
  if (place[0] === "README") return titleOfText(place, kit);
  if (place[0] === "id") return say(kit, "field.folder");
  const section = kit.sections.find((each) => each.field === place[0]);
  const index = place.find((step) => typeof step === "number");
  const question = titleOfQuestion(section, place.at(-1));
  const parts = [section?.title ?? kit.names[String(place[0])] ?? String(place[0] ?? "")];
  if (index !== undefined) {
    const item = valueAt(dossier.data, place.slice(0, place.indexOf(index) + 1));
    parts.push(nameOf(item, index, names));
  }
  if (question) parts.push(question);
  return parts.join(say(kit, "page.between"));
}

function titleOfText([, part, heading]: Path, kit: Kit): string {
  const chapter = kit.chapters.find((each) => each.part === part && (!heading || each.heading === heading));
  if (!chapter) return "README.md";
  return heading ? `${chapter.part_said}${say(kit, "page.between")}${chapter.said}` : chapter.part_said;
}

function titleOfQuestion(section: Section | undefined, name: unknown): string | undefined {
  const asked = [...(section?.questions ?? []), ...(section?.nested?.questions ?? [])];
  return asked.find((each) => each.field !== "" && each.field === name)?.title;
}

/** What an item of a list is known by, in few words: its own title or organisation, else its number. */
export function nameOf(item: unknown, index: number, names: Directory): string {
  const { title, organisation } = isMapping(item) ? item : {};
  if (typeof title === "string") return shortened(title);
  if (typeof organisation === "string") return shortened(names.byId(organisation)?.name ?? organisation);
  return String(index + 1);
}

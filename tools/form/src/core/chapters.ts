/**
 * The text of a dossier by chapter: the twins of `gzg/rules/dossier_text.py` and GZG241 to GZG244. A part
 * is a heading of level 2 with the part's title, the headings inside it are of level 3.
 */

import type { Chapter, Kit } from "./kit.ts";
import { Prose } from "./prose.ts";
import type { LineFind } from "./prose_rules.ts";
import { stripped, strippedEnd, words } from "./python_text.ts";
import { nearest } from "./suggestion.ts";

const PART_LEVEL = 2;
const HEADING_LEVEL = 3;

interface Title {
  readonly text: string;
  readonly level: number;
  readonly line: number;
}

interface FoundChapter {
  readonly title: Title;
  readonly headings: readonly Title[];
  readonly words: number;
}

/** What the call asks of the text and is not there, or is too long or too short. */
export function* chapterFaults(prose: Prose, kit: Kit): Generator<LineFind> {
  const titles = titlesOf(prose);
  const found = chaptersOf(prose, titles);
  for (const part of partsOf(kit)) {
    const [first] = part;
    const chapter = found.find(({ title }) => plain(title.text) === plain(first?.part_title ?? ""));
    if (!first) continue;
    if (chapter) yield* inside(part, first, chapter);
    else yield absent(first, titles);
  }
}

/** How many words stand in a text that is typed below one heading. */
export function wordsOf(text: string): number {
  const prose = new Prose(text);
  const skipped = new Set(prose.headings.map(({ line }) => line));
  return wordsIn(prose.lines.filter((_, index) => !skipped.has(index + 1)));
}

/** The chapters of the kit by the part that they are in. */
function partsOf(kit: Kit): readonly (readonly Chapter[])[] {
  const parts: Chapter[][] = [];
  for (const chapter of kit.chapters) {
    if (chapter.is_first) parts.push([]);
    parts.at(-1)?.push(chapter);
  }
  return parts;
}

function absent(part: Chapter, titles: readonly Title[]): LineFind {
  const written = new Map(titles.toReversed().map((each) => [plain(each.text), each]));
  const near = written.get(nearest(plain(part.part_title), written.keys()) ?? "");
  const values = { title: part.part_title, marks: "#".repeat(PART_LEVEL) };
  return {
    code: "GZG241",
    line: near?.line ?? 1,
    values: near ? { ...values, near: near.text } : values,
  };
}

function* inside(
  part: readonly Chapter[],
  { part_title: title, maximum_words: maximum, minimum_words: minimum }: Chapter,
  chapter: FoundChapter,
): Generator<LineFind> {
  const { line } = chapter.title;
  const written = chapter.headings.map((each) => plain(each.text));
  for (const { heading } of part) {
    if (heading && !written.includes(plain(heading))) {
      const values = { heading, title, marks: "#".repeat(HEADING_LEVEL) };
      yield { code: "GZG242", line, values };
    }
  }
  const count = chapter.words;
  if (maximum !== null && count > maximum) {
    const values = { title, words: count, maximum, difference: count - maximum };
    yield { code: "GZG243", line, values };
  }
  if (minimum !== null && count < minimum) {
    const values = { title, words: count, minimum, difference: minimum - count };
    yield { code: "GZG244", line, values };
  }
}

/** A title as it is compared: capitals, spaces and a last colon make no difference. */
function plain(title: string): string {
  return strippedEnd(words(title).join(" "), ":").toUpperCase().toLowerCase();
}

function titlesOf(prose: Prose): readonly Title[] {
  return prose.headings.map(({ level, line }) => {
    return { text: stripped(prose.line(line), " #"), level, line };
  });
}

function chaptersOf(prose: Prose, titles: readonly Title[]): readonly FoundChapter[] {
  return titles.flatMap((title, index) => {
    if (title.level !== PART_LEVEL) return [];
    const following = titles.slice(index + 1);
    const next = following.findIndex(({ level }) => level <= PART_LEVEL);
    const within = next < 0 ? following : following.slice(0, next);
    const end = next < 0 ? prose.lines.length + 1 : (following[next]?.line ?? 0);
    const skipped = new Set(within.map(({ line }) => line));
    const lines = prose.lines.filter(
      (_, at) => at + 1 > title.line && at + 1 < end && !skipped.has(at + 1),
    );
    const headings = within.filter(({ level }) => level === HEADING_LEVEL);
    return [{ title, headings, words: wordsIn(lines) }];
  });
}

/** A mark alone, such as a dash, is no word; a quoted line is not the applicant's own text. */
function wordsIn(lines: readonly string[]): number {
  return lines
    .filter((line) => !/^[\s\x1c-\x1f\x85]*>/.test(line))
    .flatMap(words)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

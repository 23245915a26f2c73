/**
 * The form in pieces, each with a heading: a list or a set of fields by itself, single answers that
 * follow each other together, and the texts part by part.
 */

import type { Chapter, Diagnostic, Kit, Section } from "../core/index.ts";
import { PREFIX, SEPARATOR, partId } from "./places.ts";

export interface Group {
  /** The id of its heading. */
  readonly id: string;
  readonly title: string;
  readonly sections: readonly Section[];
  readonly chapters: readonly Chapter[];
}

/** Every piece, in order; sections that are not asked now are left out by `isAsked`. */
export function groupsOf(kit: Kit, isAsked: (section: Section) => boolean): readonly Group[] {
  const runs: Section[][] = [];
  for (const section of kit.sections.filter(isAsked)) {
    const before = runs.at(-1);
    if (before && isSingle(section) && isSingle(before[0]) && !groupTitle(kit, section)) {
      before.push(section);
    } else {
      runs.push([section]);
    }
  }
  return [...runs.map((run) => groupOf(run, kit)), ...partsOf(kit)];
}

function groupOf(sections: readonly Section[], kit: Kit): Group {
  const [first] = sections;
  const id = [PREFIX, "group", first?.field].join(SEPARATOR);
  const title = (first && (groupTitle(kit, first) ?? first.title)) ?? "";
  return { id, title, sections, chapters: [] };
}

/** A section can begin a piece with a heading of its own. */
function groupTitle(kit: Kit, section: Section): string | undefined {
  return kit.texts[`field.group.${section.field}`];
}

export function isSingle(section: Section | undefined): boolean {
  return section?.questions[0]?.field === "";
}

function partsOf(kit: Kit): readonly Group[] {
  const parts = [...new Set(kit.chapters.map((chapter) => chapter.part))];
  return parts.map((part) => {
    const chapters = kit.chapters.filter((chapter) => chapter.part === part);
    return { id: partId(part), title: chapters[0]?.part_said ?? part, sections: [], chapters };
  });
}

/** Whether something that is said is about this piece. */
export function isAbout(group: Group, { path }: Pick<Diagnostic, "path">): boolean {
  if (path[0] === "README") return group.chapters.some((chapter) => chapter.part === path[1]);
  return group.sections.some((section) => section.field === path[0]);
}

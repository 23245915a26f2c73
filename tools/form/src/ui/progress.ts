/** How far a dossier is: which questions wait for an answer. Whether answers are right is judged. */

import type { Chapter, Dossier, Kit, Path, Question, Section } from "../core/index.ts";
import { isMapping, textKey, valueAt } from "../core/index.ts";
import { isRequired } from "./form_schema.ts";
import type { Group } from "./groups.ts";
import { isSingle } from "./groups.ts";

/** Something that still has to be filled in. */
export interface Open {
  readonly path: Path;
  readonly title: string;
}

export interface Progress {
  readonly total: number;
  readonly open: readonly Open[];
}

export function progressOf(group: Group, dossier: Dossier): Progress {
  const sections = group.sections.filter((section) => isWanted(section, dossier));
  const waiting = [
    ...sections.filter((section) => !isFilled(section, dossier)).map(openSection),
    ...group.chapters.filter((chapter) => !isWritten(chapter, dossier)).map(openChapter),
  ];
  return { total: sections.length + group.chapters.length, open: waiting };
}

/** The whole of several pieces. */
export function together(pieces: readonly Progress[]): Progress {
  const total = pieces.reduce((sum, each) => sum + each.total, 0);
  return { total, open: pieces.flatMap((each) => each.open) };
}

/** Whether a section is asked at all: answers only where there is a dossier to answer for. */
export function isAskedNow(section: Section, kit: Kit, dossier: Dossier): boolean {
  const given = dossier.data[section.field] !== undefined;
  if (section.each?.of === "recommendations") return given || dossier.data["resubmission_of"] !== undefined;
  const [question] = section.questions;
  if (question?.choices_from === "earlier") return given || kit.earlier.length > 0;
  return true;
}

function isWanted(section: Section, dossier: Dossier): boolean {
  return section.required || (section.each !== null && dossier.data["resubmission_of"] !== undefined);
}

function isFilled(section: Section, dossier: Dossier): boolean {
  const value = dossier.data[section.field];
  if (isSingle(section)) return isGiven(value);
  return isWhole(section, value);
}

function isWhole(section: Section, value: unknown): boolean {
  if (section.is_list) {
    return Array.isArray(value) && value.length > 0 && value.every((item) => hasAll(section, item));
  }
  const { nested } = section;
  return hasAll(section, value) && (!nested || isWhole(nested, valueAt(value, [nested.field])));
}

function hasAll(section: Section, item: unknown): boolean {
  return isMapping(item) && section.questions.every((question) => isSettled(question, item));
}

function isSettled(question: Question, item: Readonly<Record<string, unknown>>): boolean {
  return !isRequired(question, item) || isGiven(item[question.field]);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function isWritten(chapter: Chapter, dossier: Dossier): boolean {
  return Boolean(dossier.texts[textKey(chapter.part, chapter.heading)]?.trim());
}

function openSection(section: Section): Open {
  return { path: [section.field], title: section.title };
}

function openChapter(chapter: Chapter): Open {
  return { path: ["README", chapter.part, chapter.heading], title: chapter.said };
}

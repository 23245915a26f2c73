/** Where each answer stands on the page: its id, and how the page is brought there. */

import type { Kit, Path } from "../core/index.ts";

export const PREFIX = "f";
export const SEPARATOR = "-";

/** The id of the element of an answer; a text of the dossier is counted by its chapter. */
export function idOf(path: Path, kit: Kit): string {
  if (path[0] !== "README") return [PREFIX, ...path].join(SEPARATOR);
  const index = kit.chapters.findIndex((each) => each.part === path[1] && each.heading === path[2]);
  const part = kit.chapters.findIndex((each) => each.part === path[1]);
  if (index >= 0) return [PREFIX, "text", index].join(SEPARATOR);
  return part >= 0 ? partId(String(path[1])) : [PREFIX, "texts"].join(SEPARATOR);
}

/** The id of the heading above the texts of a part. */
export function partId(part: string): string {
  return [PREFIX, "part", part].join(SEPARATOR);
}

/** The id of what stands at a path, or else of what is around it. */
export function nearestId(path: Path, kit: Kit): string {
  for (let length = path.length; length > 0; length -= 1) {
    const id = idOf(path.slice(0, length), kit);
    if (document.getElementById(id)) return id;
  }
  return PREFIX;
}

const FOCUSABLE = "input, textarea, select, button, a[href], [tabindex]";

/** Brings the page and the focus to an element, or to what is filled in inside it. */
export function goTo(id: string): void {
  const element = document.getElementById(id);
  if (!element) return;
  element.closest("details:not([open])")?.setAttribute("open", "");
  const target = element.matches(FOCUSABLE)
    ? element
    : (element.querySelector<HTMLElement>(FOCUSABLE) ?? element);
  target.focus({ preventScroll: true });
  (element.closest("[data-at]") ?? element).scrollIntoView({ block: "start" });
}

/** The path that an id of `idOf` was made of, of an answer outside the texts. */
export function pathOf(id: string): Path {
  const steps = id.split(SEPARATOR).slice(1);
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

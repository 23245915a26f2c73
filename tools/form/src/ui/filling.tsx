/** What every part of the form knows: the kit, the dossier as it is now, and what is said of it. */

import { createContext, use } from "react";
import type { Diagnostic, Dossier, Kit, Path } from "../core/index.ts";
import { keyOf } from "../core/index.ts";
import type { Directory } from "./organisations.ts";

export interface Filling {
  readonly kit: Kit;
  readonly names: Directory;
  readonly dossier: Dossier;
  /** What is said at this moment, at the key of its place. */
  readonly faults: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Replaces the answer at a path. */
  readonly answer: (path: Path, value: unknown) => void;
  /** Gives the dossier's folder another name. */
  readonly rename: (id: string) => void;
  /** Replaces a text of the dossier. */
  readonly write: (key: string, text: string) => void;
  /** The item of a list that was taken away last. */
  readonly removed: Removed | undefined;
  readonly setRemoved: (removed: Removed | undefined) => void;
  /** Has a sentence read aloud by who listens to the page. */
  readonly announce: (sentence: string) => void;
}

/** An item of a list that was taken away, and can be put back. */
export interface Removed {
  readonly path: Path;
  readonly index: number;
  readonly item: unknown;
  readonly title: string;
}

export const FillingContext = createContext<Filling | null>(null);

export function useFilling(): Filling {
  const filling = use(FillingContext);
  if (!filling) throw new Error("no form around this");
  return filling;
}

/** What is said at exactly this place. */
export function useFaults(path: Path): readonly Diagnostic[] {
  return useFilling().faults.get(keyOf(path)) ?? [];
}

/**
 * What every part of the form knows: the kit, the dossier as it is now, and what is said of it.
 * A question listens only to what it shows, so that a keystroke does not draw all others again.
 */

import { createContext, use, useSyncExternalStore } from "react";
import type { Diagnostic, Dossier, Kit, Path } from "../core/index.ts";
import { keyOf } from "../core/index.ts";
import type { Shelf } from "../draft/shelf.ts";
import type { Directory } from "./organisations.ts";

/** What changes while somebody types. */
export interface State {
  readonly dossier: Dossier;
  /** What is said at this moment, at the key of its place. */
  readonly faults: ReadonlyMap<string, readonly Diagnostic[]>;
  /** The item of a list that was taken away last. */
  readonly removed: Removed | undefined;
}

/** An item of a list that was taken away, and can be put back. */
export interface Removed {
  readonly path: Path;
  readonly index: number;
  readonly item: unknown;
  readonly title: string;
}

export interface Store {
  readonly state: () => State;
  readonly tell: (told: Partial<Pick<State, "faults" | "removed">>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Filling {
  readonly kit: Kit;
  readonly names: Directory;
  readonly store: Store;
  /** Replaces the answer at a path. */
  readonly answer: (path: Path, value: unknown) => void;
  /** Gives the dossier's folder another name. */
  readonly rename: (id: string) => void;
  /** Replaces a text of the dossier. */
  readonly write: (key: string, text: string) => void;
  /** Has a sentence read aloud by who listens to the page. */
  readonly announce: (sentence: string) => void;
}

/** The dossier is the shelf's; what is said of it and what was taken away is told here. */
export function storeOf(shelf: Shelf): Store {
  const listeners = new Set<() => void>();
  let told: Pick<State, "faults" | "removed"> = { faults: new Map(), removed: undefined };
  return {
    state: () => ({ ...told, dossier: shelf.view().draft.dossier }),
    tell: (more) => {
      told = { ...told, ...more };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      const stop = shelf.subscribe(listener);
      listeners.add(listener);
      return () => {
        stop();
        listeners.delete(listener);
      };
    },
  };
}

export const FillingContext = createContext<Filling | null>(null);

export function useFilling(): Filling {
  const filling = use(FillingContext);
  if (!filling) throw new Error("no form around this");
  return filling;
}

/** A part of what changes; `select` gives the same value again as long as nothing changed there. */
function useSelected<T>(select: (state: State) => T): T {
  const { store } = useFilling();
  return useSyncExternalStore(store.subscribe, () => select(store.state()));
}

/** The whole dossier, for what shows a good deal of it. */
export function useDossier(): Dossier {
  return useSelected(({ dossier }) => dossier);
}

/** One fact of the dossier. */
export function useFact<T extends string | number | boolean | undefined>(
  select: (dossier: Dossier) => T,
): T {
  return useSelected(({ dossier }) => select(dossier));
}

export function useRemoved(): Removed | undefined {
  return useSelected(({ removed }) => removed);
}

const NONE: readonly Diagnostic[] = [];

/** What is said at exactly this place. */
export function useFaults(path: Path): readonly Diagnostic[] {
  return useSelected(({ faults }) => faults.get(keyOf(path)) ?? NONE);
}

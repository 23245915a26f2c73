/**
 * What was typed and is not in the database yet. Writing there takes a moment; a tab that is killed
 * does not have it. So each change is also put where it is kept at once, until the database has it.
 */

import type { Draft } from "../core/index.ts";

export interface Journal {
  readonly note: (draft: Draft) => void;
  readonly clear: (key: string) => void;
  /** All that was noted and never cleared. */
  readonly left: () => readonly Draft[];
}

/** The journal of the site at this address; one that remembers nothing where the browser refuses. */
export function openJournal(site: string): Journal {
  const prefix = `gzg-draft:${site}:`;
  const store = storeOrNothing();
  return {
    note: (draft) => {
      try {
        store?.setItem(`${prefix}${draft.key}`, JSON.stringify(draft));
      } catch {
        // No room. The database is what counts; it tells when it has none either.
        store?.removeItem(`${prefix}${draft.key}`);
      }
    },
    clear: (key) => store?.removeItem(`${prefix}${key}`),
    left: () => {
      const keys = Object.keys(store ?? {}).filter((name) => name.startsWith(prefix));
      return keys.flatMap((name) => drafts(store?.getItem(name)));
    },
  };
}

function storeOrNothing(): globalThis.Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

function drafts(text: string | null | undefined): readonly Draft[] {
  try {
    return text ? [JSON.parse(text) as Draft] : [];
  } catch {
    return [];
  }
}

/**
 * Drafts in the browser's own database. Each site has a database of its own, also where several
 * stand on one host. Nothing is overwritten unseen: who keeps a draft says which revision it was.
 */

import type { DBSchema, IDBPDatabase } from "idb";
import { openDB } from "idb";
import type { Draft } from "../core/index.ts";

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { call: string } };
}

/** Why nothing can be kept: refused by the browser, no room left, or anything else. */
export type Trouble = "refused" | "full" | "failed";

export type Kept =
  | { readonly is: "kept"; readonly draft: Draft }
  /** Another tab kept a newer one in the meantime. */
  | { readonly is: "overtaken"; readonly by: Draft }
  | { readonly is: "trouble"; readonly trouble: Trouble };

export interface Storage {
  /** The drafts for a call, the latest changed first. */
  readonly list: (call: string) => Promise<readonly Draft[]>;
  readonly load: (key: string) => Promise<Draft | undefined>;
  /** Keep a draft whose revision is the one that is there. */
  readonly keep: (draft: Draft) => Promise<Kept>;
  readonly remove: (key: string) => Promise<void>;
}

const DRAFTS = "drafts";

/** The database of the site at this address; raises what the browser says where it has none. */
export async function openStorage(site: string): Promise<Storage> {
  const database = await openDB<Schema>(`gzg-drafts:${site}`, 1, {
    upgrade: (opened) => {
      opened.createObjectStore(DRAFTS, { keyPath: "key" }).createIndex("call", "call");
    },
  });
  return {
    list: async (call) => {
      const found = await database.getAllFromIndex(DRAFTS, "call", call);
      return found.sort((one, other) => other.changed.localeCompare(one.changed));
    },
    load: (key) => database.get(DRAFTS, key),
    keep: (draft) => keep(database, draft),
    remove: (key) => database.delete(DRAFTS, key),
  };
}

async function keep(database: IDBPDatabase<Schema>, draft: Draft): Promise<Kept> {
  try {
    // Strict: on the disk itself before it counts as kept, so that a crash takes nothing along.
    const transaction = database.transaction(DRAFTS, "readwrite", { durability: "strict" });
    const there = await transaction.store.get(draft.key);
    if (there && there.revision !== draft.revision) {
      transaction.abort();
      await transaction.done.catch(() => undefined);
      return { is: "overtaken", by: there };
    }
    const next = { ...draft, revision: draft.revision + 1 };
    const written = transaction.store.put(next);
    transaction.commit();
    await Promise.all([written, transaction.done]);
    return { is: "kept", draft: next };
  } catch (error) {
    return { is: "trouble", trouble: troubleOf(error) };
  }
}

/** What stands in the way, from what the browser says. */
export function troubleOf(error: unknown): Trouble {
  const name = error instanceof DOMException || error instanceof Error ? error.name : "";
  if (name === "QuotaExceededError") return "full";
  return ["SecurityError", "InvalidStateError", "NotAllowedError"].includes(name) ? "refused" : "failed";
}

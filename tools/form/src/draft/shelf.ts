/**
 * All drafts for one call in this browser, and the one that is open. It finds them, opens, keeps and
 * removes them, and tells whoever looks. What it shows is for the panels.
 */

import type { Dossier, Draft, Kit, Schema, Sent, Settled, Unasked } from "../core/index.ts";
import { changedTo, draftOf, emptyDraft, isEmpty, same, saysTheSame, settled, withSent, withShared } from "../core/index.ts";
import { openJournal } from "./journal.ts";
import type { Keeper, Keeping, Seen } from "./keeper.ts";
import { keeperOf, recovered } from "./keeper.ts";
import type { Storage, Trouble } from "./storage.ts";
import { openStorage, troubleOf } from "./storage.ts";

/** What there is to see at one moment. */
export interface View {
  readonly draft: Draft;
  readonly keeping: Keeping;
  /** The version of another tab, where this draft became a copy because both changed one answer. */
  readonly other: Draft | undefined;
  /** The other drafts for this call, the latest changed first. */
  readonly others: readonly Draft[];
  /** How the questions differ from when the draft was last open; undefined where they do not. */
  readonly news: Settled | undefined;
}

export interface Shelf {
  readonly view: () => View;
  readonly subscribe: (listener: () => void) => () => void;
  /** Change the dossier that is open. */
  readonly change: (update: (dossier: Dossier) => Dossier) => void;
  /** Change the whole draft that is open. */
  readonly revise: (update: (draft: Draft) => Draft) => void;
  /** Open a new draft: empty, or with what came from elsewhere. */
  readonly begin: (from?: Partial<Draft> & Pick<Draft, "dossier">) => Promise<void>;
  readonly open: (key: string) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** Note that the present state is with somebody else now. */
  readonly share: () => void;
  readonly send: (sent: Sent) => void;
  readonly forget: (answer: Unasked) => void;
  readonly readNews: () => void;
}

interface Ground {
  readonly kit: Kit;
  readonly schema: Schema;
  readonly storage: Storage | undefined;
  readonly trouble: Trouble | undefined;
  readonly site: string;
}

/** The path of the site's root, from where the kit names its schema. */
export function siteOf(kit: Kit, address: string): string {
  return new URL("../../", new URL(kit.schema, address)).pathname;
}

/** Find the drafts for a call and open the one that was open in this tab, or the latest. */
export async function openShelf(kit: Kit, schema: Schema, site: string): Promise<Shelf> {
  const [storage, trouble] = await storageOrTrouble(site);
  const journal = openJournal(site);
  if (storage) await recovered(storage, journal, newKey);
  const drafts = withLeft(await listed(storage, kit.call.id), journal.left(), kit.call.id);
  const remembered = readTab(site, kit.call.id);
  const first = drafts.find(({ key }) => key === remembered) ?? drafts[0];
  return shelfOf({ kit, schema, storage, trouble, site }, first, drafts);
}

function shelfOf(ground: Ground, first: Draft | undefined, drafts: readonly Draft[]): Shelf {
  const { kit, schema, storage, site } = ground;
  const call = kit.call.id;
  const listeners = new Set<() => void>();
  const channel = new BroadcastChannel(`gzg-drafts:${site}`);
  const journal = openJournal(site);
  let keeper: Keeper;
  let view: View;

  const show = (change: Partial<View>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const onSeen = ({ draft, keeping, other }: Seen): void => {
    if (draft.key !== view.draft.key) writeTab(site, call, draft.key);
    show({ draft, keeping, other });
  };
  const around = { storage, journal, newKey, tell: (key: string, revision: number) => channel.postMessage({ key, revision }) };
  const take = (draft: Draft): void => {
    const found = settled(draft, kit, schema);
    const isNews = [found.gone, found.back, found.added].some(({ length }) => length > 0);
    const isKept = draft.revision > 0;
    const next = keeperOf(
      isKept ? draft : found.draft,
      { ...around, onSeen: (seen) => keeper === next && onSeen(seen) },
      ground.trouble,
    );
    keeper = next;
    const others = drafts.filter(({ key }) => key !== draft.key);
    view = { ...keeper.seen(), others, news: isNews ? found : undefined };
    if (isKept) writeTab(site, call, draft.key);
    if (isKept && (isNews || !same(draft.asked, found.draft.asked))) keeper.change(() => found.draft);
    show({});
  };
  const look = async (): Promise<void> => {
    drafts = await listed(storage, call);
    show({ others: drafts.filter(({ key }) => key !== view.draft.key) });
  };
  const open = async (draft: Draft): Promise<void> => {
    await keeper.flush();
    drafts = await listed(storage, call);
    take(draft);
  };
  take(first ?? emptyDraft(newKey(), call, new Date()));

  channel.onmessage = ({ data }: MessageEvent<{ key?: unknown; revision?: unknown }>) => {
    if (typeof data.key === "string" && typeof data.revision === "number") void keeper.hear(data.key, data.revision);
    void look();
  };
  const leave = (): void => void keeper.flush();
  document.addEventListener("visibilitychange", leave);
  window.addEventListener("pagehide", leave);
  window.addEventListener("beforeunload", (event) => {
    const { draft, keeping } = view;
    const isSaved = draft.shared.some((state) => saysTheSame(state, draft.dossier));
    if (keeping.is === "trouble" && !isEmpty(draft) && !isSaved) event.preventDefault();
  });

  const revise = (update: (draft: Draft) => Draft): void => keeper.change(update);
  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    revise,
    change: (update) =>
      revise((draft) => {
        const dossier = update(draft.dossier);
        return dossier === draft.dossier ? draft : changedTo(draft, dossier, new Date());
      }),
    begin: async (from) => {
      const key = newKey();
      const now = new Date();
      await open(emptyDraft(key, call, now));
      if (from) {
        const { asked: _, ...rest } = from;
        const found = settled({ ...draftOf(key, from.dossier, now), ...rest, key, revision: 0, asked: from.asked ?? {} }, kit, schema);
        revise(() => found.draft);
        if (found.gone.length) show({ news: found });
      }
    },
    open: async (key) => {
      const draft = await storage?.load(key);
      if (draft) await open(draft);
    },
    remove: async (key) => {
      if (view.draft.key === key) keeper.stop();
      await storage?.remove(key);
      journal.clear(key);
      drafts = await listed(storage, call);
      if (view.draft.key === key) take(drafts[0] ?? emptyDraft(newKey(), call, new Date()));
      else await look();
      channel.postMessage({});
    },
    share: () => revise((draft) => withShared(draft, draft.dossier)),
    send: (sent) => revise((draft) => withSent(draft, sent)),
    forget: (answer) =>
      revise((draft) => ({ ...draft, unasked: draft.unasked.filter((each) => each !== answer) })),
    readNews: () => show({ news: undefined }),
  };
}

/** The drafts, and those of the journal that the database could not take. */
function withLeft(drafts: readonly Draft[], left: readonly Draft[], call: string): readonly Draft[] {
  const others = left.filter((each) => each.call === call && drafts.every(({ key }) => key !== each.key));
  return [...drafts, ...others];
}

async function storageOrTrouble(site: string): Promise<[Storage | undefined, Trouble | undefined]> {
  try {
    return [await openStorage(site), undefined];
  } catch (error) {
    return [undefined, troubleOf(error)];
  }
}

async function listed(storage: Storage | undefined, call: string): Promise<readonly Draft[]> {
  try {
    return (await storage?.list(call)) ?? [];
  } catch {
    // What is there cannot be read; what is typed now can be saved as a file.
    return [];
  }
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function readTab(site: string, call: string): string | null {
  try {
    return sessionStorage.getItem(`gzg-open:${site}:${call}`);
  } catch {
    return null;
  }
}

function writeTab(site: string, call: string, key: string): void {
  try {
    sessionStorage.setItem(`gzg-open:${site}:${call}`, key);
  } catch {
    // Without it the latest draft is opened the next time.
  }
}

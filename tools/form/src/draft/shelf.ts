/**
 * All drafts for one call in this browser, and the one that is open. It finds them, opens, keeps and
 * removes them, and tells whoever looks. What it shows is for the panels.
 */

import type { Dossier, Draft, Kit, Schema, Sent, Settled, Unasked } from "../core/index.ts";
import { changedTo, emptyDraft, isEmpty, same, saysTheSame, settled, withSent, withShared } from "../core/index.ts";
import type { Journal } from "./journal.ts";
import { openJournal } from "./journal.ts";
import type { Keeping, Seen } from "./keeper.ts";
import { Keeper, recovered } from "./keeper.ts";
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
  return new Shelf({ kit, schema, storage, trouble, site }, first, drafts);
}

/** Its functions are handed on by themselves, so each belongs to its shelf whoever calls it. */
export class Shelf {
  readonly #ground: Ground;
  readonly #call: string;
  readonly #journal: Journal;
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<() => void>();
  /** Drafts that were left while nothing could be kept: they are there as long as the page is. */
  readonly #held = new Map<string, Draft>();
  #drafts: readonly Draft[] = [];
  #keeper!: Keeper;
  #view!: View;

  constructor(ground: Ground, first: Draft | undefined, drafts: readonly Draft[]) {
    this.#ground = ground;
    this.#call = ground.kit.call.id;
    this.#journal = openJournal(ground.site);
    this.#channel = new BroadcastChannel(`gzg-drafts:${ground.site}`);
    this.#drafts = drafts;
    this.#take(first ?? this.#empty());
    this.#listen();
  }

  readonly view = (): View => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Change the whole draft that is open. */
  readonly revise = (update: (draft: Draft) => Draft): void => this.#keeper.change(update);

  /** Change the dossier that is open. */
  readonly change = (update: (dossier: Dossier) => Dossier): void =>
    this.revise((draft) => {
      const dossier = update(draft.dossier);
      return dossier === draft.dossier ? draft : changedTo(draft, dossier, new Date());
    });

  /** Open a new draft: empty, or with what came from elsewhere. */
  readonly begin = async (from?: Partial<Draft> & Pick<Draft, "dossier">): Promise<void> => {
    const empty = this.#empty();
    await this.#open(empty);
    if (!from) return;
    const { kit, schema } = this.#ground;
    const { key, revision, changed } = empty;
    const draft = { ...empty, ...from, key, revision, changed, asked: from.asked ?? {} };
    const found = settled(draft, kit, schema);
    this.revise(() => found.draft);
    if (found.gone.length) this.#show({ news: found });
  };

  readonly open = async (key: string): Promise<void> => {
    const known = this.#drafts.find((each) => each.key === key);
    const draft = (await this.#ground.storage?.load(key)) ?? known;
    if (draft) await this.#open(draft);
  };

  readonly remove = async (key: string): Promise<void> => {
    const isOpen = this.#view.draft.key === key;
    if (isOpen) this.#keeper.stop();
    await this.#ground.storage?.remove(key);
    this.#journal.clear(key);
    this.#held.delete(key);
    await this.#look();
    if (isOpen) this.#take(this.#drafts[0] ?? this.#empty());
    this.#channel.postMessage({});
  };

  /** Note that the present state is with somebody else now. */
  readonly share = (): void => this.revise((draft) => withShared(draft, draft.dossier));

  readonly send = (sent: Sent): void => this.revise((draft) => withSent(draft, sent));

  readonly forget = (answer: Unasked): void =>
    this.revise((draft) => ({ ...draft, unasked: draft.unasked.filter((each) => each !== answer) }));

  readonly readNews = (): void => this.#show({ news: undefined });

  #empty(): Draft {
    return emptyDraft(newKey(), this.#call, new Date());
  }

  #show(change: Partial<View>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }

  async #open(draft: Draft): Promise<void> {
    await this.#keeper.flush();
    const { draft: left, keeping } = this.#view;
    if (keeping.is === "trouble" && !isEmpty(left)) this.#held.set(left.key, left);
    await this.#look();
    this.#take(draft);
  }

  /** Make a draft the one that is open, with its answers where the questions are now. */
  #take(draft: Draft): void {
    const { kit, schema, storage, trouble, site } = this.#ground;
    const found = settled(draft, kit, schema);
    const isNews = [found.gone, found.back, found.added].some(({ length }) => length > 0);
    const isKept = draft.revision > 0;
    const keeper: Keeper = new Keeper(
      isKept ? draft : found.draft,
      {
        storage,
        journal: this.#journal,
        newKey,
        tell: (key, revision) => this.#channel.postMessage({ key, revision }),
        onSeen: (seen) => this.#keeper === keeper && this.#onSeen(seen),
      },
      trouble,
    );
    this.#keeper = keeper;
    this.#view = { ...keeper.seen, others: this.#others(draft.key), news: isNews ? found : undefined };
    if (isKept) writeTab(site, this.#call, draft.key);
    if (isKept && (isNews || !same(draft.asked, found.draft.asked))) keeper.change(() => found.draft);
    this.#show({});
  }

  #onSeen({ draft, keeping, other }: Seen): void {
    if (draft.key !== this.#view.draft.key) writeTab(this.#ground.site, this.#call, draft.key);
    this.#show({ draft, keeping, other });
  }

  /** See again which drafts there are. */
  async #look(): Promise<void> {
    const kept = await listed(this.#ground.storage, this.#call);
    this.#drafts = withLeft(kept, [...this.#held.values(), ...this.#journal.left()], this.#call);
    this.#show({ others: this.#others(this.#view.draft.key) });
  }

  #others(key: string): readonly Draft[] {
    return this.#drafts.filter((each) => each.key !== key);
  }

  #listen(): void {
    this.#channel.onmessage = ({ data }: MessageEvent<{ key?: unknown; revision?: unknown }>) => {
      const { key, revision } = data;
      if (typeof key === "string" && typeof revision === "number") void this.#keeper.hear(key, revision);
      void this.#look();
    };
    const leave = (): void => void this.#keeper.flush();
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", leave);
    window.addEventListener("beforeunload", (event) => {
      const { draft, keeping } = this.#view;
      const isSaved = draft.shared.some((state) => saysTheSame(state, draft.dossier));
      if (keeping.is === "trouble" && !isEmpty(draft) && !isSaved) event.preventDefault();
    });
  }
}

/** The drafts, and those of the journal that the database could not take. */
function withLeft(drafts: readonly Draft[], left: readonly Draft[], call: string): readonly Draft[] {
  const all = [...drafts, ...left.filter((each) => each.call === call)];
  return all.filter((each, index) => all.findIndex(({ key }) => key === each.key) === index);
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

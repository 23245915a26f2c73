/** Where a dossier can be sent: what the programme says of its forge, and its mailbox. */

import type { Kit } from "../core/kit.ts";

export type Forge = "github" | "gitlab" | "forgejo";

/** As `gzg/site/form_sending.py` describes it; what the programme does not give is null. */
export interface Sending {
  readonly forge: Forge | null;
  readonly repository: string | null;
  readonly branch: string;
  /** The folder of the call's dossiers. */
  readonly folder: string;
  readonly new_file: string | null;
  readonly upload: string | null;
  readonly issue: string | null;
  /** The form for an issue that becomes a dossier, ready for its fields to be added. */
  readonly issue_form: string | null;
  readonly mailbox: string | null;
}

/** A forge that a dossier can be sent to. */
export interface KnownForge {
  readonly forge: Forge;
  readonly repository: string;
  readonly branch: string;
  /** The folder of the call's dossiers. */
  readonly folder: string;
}

/** What the kit says of sending; an address that is none counts as absent. */
export function sendingOf(kit: Kit): Sending {
  const sending = kit.send as Sending;
  const { repository, new_file, upload, issue, issue_form } = sending;
  const addresses = { repository, new_file, upload, issue, issue_form };
  const known = Object.entries(addresses).map(([name, address]) => [name, isAddress(address) ? address : null]);
  return { ...sending, ...(Object.fromEntries(known) as typeof addresses) };
}

/** The forge, where the programme names one; undefined where it does not. */
export function forgeOf({ forge, repository, branch, folder }: Sending): KnownForge | undefined {
  return forge && repository ? { forge, repository, branch, folder } : undefined;
}

function isAddress(text: string | null): boolean {
  return text !== null && /^https?:\/\//.test(text) && URL.canParse(text);
}

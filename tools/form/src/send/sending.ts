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
}

export function sendingOf(kit: Kit): Sending {
  return kit.send as Sending;
}

/** The forge, where the programme names one; undefined where it does not. */
export function forgeOf({ forge, repository, branch }: Sending): KnownForge | undefined {
  return forge && repository ? { forge, repository, branch } : undefined;
}

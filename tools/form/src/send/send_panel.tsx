/**
 * The ways by which a dossier leaves the browser, the easiest first: the forge's own pages, filled
 * in; a zip; an issue. Nothing is sent before somebody clicks, and then by the forge or her mail.
 */

import { type ReactNode, useEffect, useState } from "react";
import type { Schema, Way } from "../core/index.ts";
import { digestOf, files, folderOf, forgeOf, sendingOf } from "../core/index.ts";
import type { Shelf } from "../draft/shelf.ts";
import { useView } from "../draft/use_shelf.ts";
import { whenShown } from "../draft/when.ts";
import type { Words } from "../print/shown.ts";
import { say, sayCount } from "../ui/texts.ts";
import { ForgeWay } from "./forge_way.tsx";
import { IssueWay } from "./issue_way.tsx";
import { ZipWay } from "./zip_way.tsx";

interface SendProps {
  readonly words: Words;
  readonly schema: Schema;
  readonly shelf: Shelf;
  /** How many faults the dossier still has that would refuse it. */
  readonly errors: number;
}

/** The files of a dossier by their path in the repository. */
export type Files = Readonly<Record<string, string>>;

export interface WayProps {
  readonly words: Words;
  readonly files: Files;
  readonly id: string;
  readonly onSent: (way: Way) => void;
}

export function SendPanel({ words, schema, shelf, errors }: SendProps): ReactNode {
  const { kit } = words;
  const { draft } = useView(shelf);
  const { dossier } = draft;
  const sending = sendingOf(kit);
  const made = files(dossier, kit, schema);
  const digest = useDigest(made, folderOf(dossier));
  const onSent = (way: Way): void => shelf.send({ at: new Date().toISOString(), way, digest });
  const way = { words, files: made, id: dossier.id, onSent };
  const forge = forgeOf(sending);
  return (
    <section className="send" aria-labelledby="send-title">
      <h2 id="send-title">{say(kit, "send.title")}</h2>
      <p className="notice">
        {say(kit, kit.call.openness === "public" ? "wizard.public" : "wizard.public-later")}
      </p>
      {errors > 0 && <p className="missed">{sayCount(kit, "send.errors", errors)}</p>}
      {draft.unasked.length > 0 && <p>{sayCount(kit, "send.unasked", draft.unasked.length)}</p>}
      {dossier.id ? (
        <>
          {forge && kit.call.openness === "public" && <ForgeWay {...way} forge={forge} />}
          <ZipWay {...way} sending={sending} digest={digest} />
          {sending.issue_form && <IssueWay {...way} form={sending.issue_form} />}
        </>
      ) : (
        <p className="missed">{say(kit, "send.nameless")}</p>
      )}
      {draft.sent.length > 0 && (
        <>
          <h3>{say(kit, "send.sent-title")}</h3>
          <ul className="plain">
            {draft.sent.map(({ at, way: by }, index) => (
              <li key={index}>{say(kit, `send.sent-${by}`, { when: whenShown(at, kit) })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The digest of the files as they are now; empty until it is made. */
function useDigest(made: Files, folder: string): string {
  const [digest, setDigest] = useState("");
  const key = JSON.stringify(made);
  useEffect(() => {
    let isCurrent = true;
    const inside = Object.entries(made).map(([path, text]) => [path.slice(folder.length + 1), text]);
    void digestOf(Object.fromEntries(inside) as Files).then((found) => {
      if (isCurrent) setDigest(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return digest;
}

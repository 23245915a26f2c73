/** Sending as a zip: downloaded here, and then mailed or uploaded by whoever made it. */

import { type ReactNode, useState } from "react";
import { mailAddress, type Sending, zipOf } from "../core/index.ts";
import { download } from "../draft/download.ts";
import { say } from "../ui/texts.ts";
import type { WayProps } from "./send_panel.tsx";

interface ZipProps extends WayProps {
  readonly sending: Sending;
  readonly digest: string;
}

export function ZipWay({ words: { kit }, files, id, sending, digest, onSent }: ZipProps): ReactNode {
  const [said, setSaid] = useState("");
  const { mailbox, upload } = sending;
  const name = `${id}.zip`;
  const take = (): void => {
    download(name, zipOf(files), "application/zip");
    onSent("zip");
    setSaid(say(kit, "send.zip-taken", { name }));
  };
  const subject = say(kit, "send.mail-subject", { call: kit.call.title, id });
  const body = say(kit, "send.mail-text", { name, digest: digest || "-" });
  return (
    <section className="way" aria-labelledby="send-zip">
      <h3 id="send-zip">{say(kit, "send.zip-title")}</h3>
      <p>{say(kit, "send.zip-lead")}</p>
      <p className="actions">
        <button type="button" onClick={take}>
          {say(kit, "send.zip-take", { name })}
        </button>
      </p>
      <p role="status">{said}</p>
      <ul>
        {mailbox && (
          <li>
            <a href={mailAddress(mailbox, subject, body)} onClick={() => onSent("mail")}>
              {say(kit, "send.zip-mail", { mailbox })}
            </a>{" "}
            {say(kit, "send.zip-attach", { name })}
          </li>
        )}
        {upload && sending.forge === "github" && kit.call.openness === "public" && (
          <li>
            <a href={upload} target="_blank" rel="noopener noreferrer">
              {say(kit, "send.zip-upload", { host: new URL(upload).host })}
            </a>{" "}
            {say(kit, "send.zip-upload-how")}
          </li>
        )}
      </ul>
      {!mailbox && !sending.repository && <p className="notice">{say(kit, "send.nowhere")}</p>}
      {digest && (
        <p className="note">
          {say(kit, "send.digest")} <code>{digest}</code>
        </p>
      )}
    </section>
  );
}

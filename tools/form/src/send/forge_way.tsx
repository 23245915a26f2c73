/**
 * Sending by the forge's own page for a new file. The first file begins a branch in a copy that the
 * forge makes; the address of the page that follows tells where, and the others go there too.
 */

import { type ReactNode, useId, useState } from "react";
import type { KnownForge } from "../core/index.ts";
import { copyAt, fits, newFileAddress, offerAddress } from "../core/index.ts";
import { say } from "../ui/texts.ts";
import { CopyButton } from "./copy_button.tsx";
import type { WayProps } from "./send_panel.tsx";

interface ForgeProps extends WayProps {
  readonly forge: KnownForge;
}

export function ForgeWay({ words: { kit }, files, forge, onSent }: ForgeProps): ReactNode {
  const id = useId();
  const [address, setAddress] = useState("");
  const [first, ...others] = Object.entries(files);
  const copy = copyAt(forge, address.trim());
  const host = new URL(forge.repository).host;
  const isWrong = address.trim() !== "" && !copy;
  if (!first) return null;
  return (
    <section className="way" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{say(kit, "send.forge-title", { host })}</h3>
      <p>{say(kit, "send.forge-lead", { host })}</p>
      <ol className="guide">
        <li>
          <a href={forge.repository} target="_blank" rel="noopener noreferrer">
            {say(kit, "send.forge-sign-in", { host })}
          </a>
        </li>
        <li>
          <NewFile kit={kit} at={forge} path={first[0]} text={first[1]} />
          <p>{say(kit, `send.forge-save-${forge.forge}`)}</p>
        </li>
        <li>
          <label htmlFor={id}>{say(kit, "send.forge-where")}</label>
          <p className="note" id={`${id}-help`}>
            {say(kit, "send.forge-where-help")}
          </p>
          <input
            id={id}
            type="url"
            value={address}
            aria-describedby={`${id}-help ${id}-said`}
            aria-invalid={isWrong}
            onChange={(event) => setAddress(event.target.value)}
          />
          <p id={`${id}-said`} role="status" className={isWrong ? "missed" : "note"}>
            {copy && say(kit, "send.forge-copy", { ...copy })}
            {isWrong && say(kit, "send.forge-no-copy")}
          </p>
        </li>
        {others.map(([path, text]) => (
          <li key={path}>
            {copy ? (
              <>
                <NewFile kit={kit} at={{ ...forge, ...copy }} path={path} text={text} />
                <p>{say(kit, "send.forge-save-again", { branch: copy.branch })}</p>
              </>
            ) : (
              <p className="absent">{say(kit, "send.forge-later", { file: nameOf(path) })}</p>
            )}
          </li>
        ))}
        <li>
          {copy ? (
            <a
              href={offerAddress(forge, copy)}
              target="_blank"
              rel="noopener noreferrer"
              onClick={() => onSent("forge")}
            >
              {say(kit, "send.forge-offer")}
            </a>
          ) : (
            <p className="absent">{say(kit, "send.forge-offer-later")}</p>
          )}
        </li>
      </ol>
    </section>
  );
}

interface NewFileProps {
  readonly kit: WayProps["words"]["kit"];
  readonly at: KnownForge;
  readonly path: string;
  readonly text: string;
}

/** One click where the address can hold the text; else the text goes by the clipboard. */
function NewFile({ kit, at, path, text }: NewFileProps): ReactNode {
  const whole = newFileAddress(at, path, text);
  const file = nameOf(path);
  if (fits(at, whole)) {
    return (
      <a className="button" href={whole} target="_blank" rel="noopener noreferrer">
        {say(kit, "send.forge-open", { file })}
      </a>
    );
  }
  return (
    <>
      <p>{say(kit, "send.forge-too-long", { file })}</p>
      <p className="actions">
        <CopyButton kit={kit} text={text} about={file} />{" "}
        <a className="button" href={newFileAddress(at, path)} target="_blank" rel="noopener noreferrer">
          {say(kit, "send.forge-open-empty", { file })}
        </a>
      </p>
      <details>
        <summary>{say(kit, "send.text-of", { file })}</summary>
        <pre tabIndex={0}>{text}</pre>
      </details>
    </>
  );
}

function nameOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}

/** The name of the dossier's folder: made of the project's name, and changed by who wants another. */

import type { ReactNode } from "react";
import { slug } from "../core/index.ts";
import { Field } from "./field.tsx";
import { useFact, useFilling } from "./filling.tsx";
import { say } from "./texts.ts";
import { useTyped } from "./typed.ts";

const LONGEST = 40;

/** The first words of a title, as a folder's name. */
export function folderOf(title: unknown): string {
  if (typeof title !== "string") return "";
  const words = slug(title).split("-");
  let name = "";
  for (const word of words) {
    const longer = name ? `${name}-${word}` : word;
    if (longer.length > LONGEST) break;
    name = longer;
  }
  return name || slug(title).slice(0, LONGEST);
}

const READING = { show: String, read: (typed: string) => slug(typed) };

export function FolderName(): ReactNode {
  const { kit, rename } = useFilling();
  const id = useFact((dossier) => dossier.id);
  const [typed, type] = useTyped(id, READING, (name) => rename(String(name)));
  const title = say(kit, "field.folder");
  const isTaken = kit.taken.includes(id);
  return (
    <Field path={["id"]} title={title} help={say(kit, "field.folder-help")} echo={id}>
      {(control) => (
        <>
          <input
            {...control}
            aria-describedby={[control["aria-describedby"], isTaken && `${control.id}-taken`].filter(Boolean).join(" ")}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => type(event.target.value)}
          />
          {isTaken && (
            <p className="meant" id={`${control.id}-taken`}>
              {say(kit, "field.folder-taken")}
            </p>
          )}
        </>
      )}
    </Field>
  );
}

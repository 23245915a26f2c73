/**
 * What a signed document is known by: 64 letters and digits that a person can type over, or have
 * counted out of the document, which is read here and goes nowhere.
 */

import type { ReactNode } from "react";
import { useState } from "react";
import * as answers from "./answers.ts";
import { Field } from "./field.tsx";
import { useFilling } from "./filling.tsx";
import { say } from "./texts.ts";
import { useTyped } from "./typed.ts";
import type { Answering } from "./widget.tsx";
import { usePlace } from "./widget.tsx";

const READING = { show: answers.shownText, read: answers.digest };

export function Digest(props: Answering): ReactNode {
  const { kit, announce } = useFilling();
  const { asked } = usePlace(props);
  const [typed, type] = useTyped(props.value, READING, props.onChange);
  const [from, setFrom] = useState("");
  const count = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    props.onChange(await digestOf(file));
    const sentence = say(kit, "field.digest-from", { name: file.name });
    setFrom(sentence);
    announce(sentence);
  };
  return (
    <Field {...asked} echo={from}>
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setFrom("");
              type(event.target.value);
            }}
          />
          {canCount() && (
            <div className="from-file">
              <label htmlFor={`${control.id}-file`}>{say(kit, "field.digest-file")}</label>
              <input
                id={`${control.id}-file`}
                type="file"
                onChange={(event) => void count(event.target.files?.[0])}
              />
            </div>
          )}
        </>
      )}
    </Field>
  );
}

/** A browser counts only on a page that came over a secure connection. */
function canCount(): boolean {
  return typeof crypto !== "undefined" && "subtle" in crypto;
}

async function digestOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

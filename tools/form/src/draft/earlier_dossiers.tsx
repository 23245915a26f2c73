/** Begins a dossier that improves one that was refused: with its answers, and what the jury asked. */

import { type ReactNode, useId, useState } from "react";
import type { EarlierDossier, Schema } from "../core/index.ts";
import { dossierIn, emptyDraft, isMapping, settled } from "../core/index.ts";
import type { Words } from "../print/shown.ts";
import { say } from "../ui/texts.ts";
import type { Shelf } from "./shelf.ts";

interface EarlierProps {
  readonly words: Words;
  readonly schema: Schema;
  readonly shelf: Shelf;
}

export function EarlierDossiers({ words: { kit }, schema, shelf }: EarlierProps): ReactNode {
  const id = useId();
  const [chosen, setChosen] = useState("");
  const [problem, setProblem] = useState("");
  if (kit.earlier.length === 0 || !kit.sections.some(({ field }) => field === "resubmission_of")) return null;

  const begin = async (earlier: EarlierDossier): Promise<void> => {
    setProblem("");
    try {
      const { record, readme } = await fetched(new URL(earlier.files, document.baseURI));
      const dossier = dossierIn(record, readme, kit, schema);
      const { answers: _answers, ...data } = dossier.data;
      const improved = { ...dossier, id: "", call: kit.call.id, data: { ...data, resubmission_of: earlier.id } };
      const draft = { ...emptyDraft("", kit.call.id, new Date()), dossier: improved };
      await shelf.begin(settled(draft, kit, schema).draft);
    } catch {
      setProblem(say(kit, "draft.problem-earlier"));
    }
  };
  return (
    <div className="earlier">
      <label htmlFor={id}>{say(kit, "draft.earlier")}</label>
      <p className="note" id={`${id}-help`}>
        {say(kit, "draft.earlier-help")}
      </p>
      <select id={id} aria-describedby={`${id}-help`} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        <option value="">{say(kit, "draft.earlier-choose")}</option>
        {kit.earlier.map((each) => (
          <option key={each.id} value={each.id}>
            {each.title}
          </option>
        ))}
      </select>{" "}
      <button
        type="button"
        className="second"
        onClick={() => {
          const found = kit.earlier.find((each) => each.id === chosen);
          if (found) void begin(found);
          else setProblem(say(kit, "draft.earlier-first"));
        }}
      >
        {say(kit, "draft.earlier-begin")}
      </button>
      {problem && (
        <p role="alert" className="missed">
          {problem}
        </p>
      )}
    </div>
  );
}

async function fetched(address: URL): Promise<{ readonly record: string; readonly readme: string }> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const found: unknown = await answer.json();
  if (!isMapping(found)) throw new TypeError(`${address}: no files`);
  return { record: String(found["record"]), readme: String(found["readme"]) };
}

/** The other drafts for this call, and the ways to begin: empty, or from an earlier dossier. */

import { type ReactNode, useState } from "react";
import type { Draft, Schema } from "../core/index.ts";
import { isEmpty, shortened } from "../core/index.ts";
import type { Words } from "../print/shown.ts";
import { say, sayCount } from "../ui/texts.ts";
import { EarlierDossiers } from "./earlier_dossiers.tsx";
import type { Shelf } from "./shelf.ts";
import { useView } from "./use_shelf.ts";
import { whenShown } from "./when.ts";

interface OtherProps {
  readonly words: Words;
  readonly schema: Schema;
  readonly shelf: Shelf;
}

export function OtherDrafts({ words, schema, shelf }: OtherProps): ReactNode {
  const { kit } = words;
  const { draft, others } = useView(shelf);
  const present = isEmpty(draft) ? [] : [draft];
  return (
    <details className="others">
      <summary>
        {others.length ? sayCount(kit, "draft.others", others.length) : say(kit, "draft.others.none")}
      </summary>
      <ul className="plain">
        {[...present, ...others].map((each) => (
          <OneDraft key={each.key} words={words} draft={each} isOpen={each === draft} shelf={shelf} />
        ))}
      </ul>
      {!isEmpty(draft) && (
        <p>
          <button type="button" className="second" onClick={() => void shelf.begin()}>
            {say(kit, "draft.begin")}
          </button>
        </p>
      )}
      <EarlierDossiers words={words} schema={schema} shelf={shelf} />
    </details>
  );
}

interface OneProps {
  readonly words: Words;
  readonly draft: Draft;
  readonly isOpen: boolean;
  readonly shelf: Shelf;
}

function OneDraft({ words: { kit }, draft, isOpen, shelf }: OneProps): ReactNode {
  const [isAsked, setAsked] = useState(false);
  const name = nameOfDraft(draft) || say(kit, "draft.nameless");
  return (
    <li>
      <strong>{name}</strong>{" "}
      <span className="meta">{say(kit, "draft.changed", { when: whenShown(draft.changed, kit) })}</span>{" "}
      {isOpen ? (
        <span className="tag">{say(kit, "draft.is-open")}</span>
      ) : (
        <button
          type="button"
          className="second"
          aria-label={say(kit, "draft.go-on-with", { name })}
          onClick={() => void shelf.open(draft.key)}
        >
          {say(kit, "draft.go-on")}
        </button>
      )}{" "}
      {isAsked ? (
        <span role="alert">
          {say(kit, "draft.remove-sure")}{" "}
          <button type="button" onClick={() => void shelf.remove(draft.key)}>
            {say(kit, "draft.remove-yes")}
          </button>{" "}
          <button type="button" className="second" onClick={() => setAsked(false)}>
            {say(kit, "draft.remove-no")}
          </button>
        </span>
      ) : (
        <button
          type="button"
          className="second"
          aria-label={say(kit, "draft.remove-what", { name })}
          onClick={() => setAsked(true)}
        >
          {say(kit, "draft.remove")}
        </button>
      )}
    </li>
  );
}

function nameOfDraft({ dossier }: Draft): string {
  const title = dossier.data["title"];
  return shortened(typeof title === "string" && title ? title : dossier.id);
}

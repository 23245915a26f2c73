/**
 * Where the draft is kept, and all that can be done with it: save it as a file, open a file, merge
 * two versions, begin anew, go on with another. It stands above the questions.
 */

import { type ReactNode, useRef, useState } from "react";
import type { Draft, Schema } from "../core/index.ts";
import { fileOf, isEmpty, joined, saysTheSame } from "../core/index.ts";
import type { Words } from "../print/shown.ts";
import { say, sayCount } from "../ui/texts.ts";
import { download } from "./download.ts";
import { MergePanel } from "./merge_panel.tsx";
import { ACCEPTED, opened } from "./opening.ts";
import { OtherDrafts } from "./other_drafts.tsx";
import type { Shelf } from "./shelf.ts";
import { NewsPanel, UnaskedPanel } from "./unasked_panel.tsx";
import { useView } from "./use_shelf.ts";
import { whenShown } from "./when.ts";

interface DraftProps {
  readonly words: Words;
  readonly schema: Schema;
  readonly shelf: Shelf;
}

export function DraftPanel({ words, schema, shelf }: DraftProps): ReactNode {
  const { kit } = words;
  const view = useView(shelf);
  const { draft } = view;
  const [theirs, setTheirs] = useState<Draft>();
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState("");
  const input = useRef<HTMLInputElement>(null);

  const save = (): void => {
    shelf.share();
    const { name, text } = fileOf(shelf.view().draft, say(kit, "draft.file-about"));
    download(name, text, "application/json");
    setSaid(say(kit, "draft.saved-as", { name }));
  };
  const take = async (files: readonly File[]): Promise<void> => {
    setProblem("");
    setSaid("");
    const found = await opened(files, kit, schema);
    if (found.is === "problem") {
      return setProblem(say(kit, `draft.problem-${found.problem}`, { line: found.line ?? 1 }));
    }
    const present = shelf.view().draft;
    const behind = found.others > 0 ? ` ${sayCount(kit, "draft.others", found.others)}` : "";
    if (isEmpty(present)) {
      await shelf.begin(found.draft);
      setSaid(say(kit, "draft.opened") + behind);
    } else if (saysTheSame(present.dossier, found.draft.dossier)) {
      shelf.revise((mine) => joined(mine, found.draft, mine.dossier, new Date()));
      setSaid(say(kit, "draft.no-difference") + behind);
    } else {
      setTheirs(found.draft);
      setSaid(behind.trim());
    }
  };
  const done = (key: string): void => {
    setTheirs(undefined);
    setSaid(say(kit, key));
    input.current?.focus();
  };
  return (
    <section className="draft" aria-labelledby="draft-title">
      <h2 id="draft-title">{say(kit, "draft.title")}</h2>
      <KeptLine words={words} shelf={shelf} />
      <p className="actions">
        <button type="button" className="second" onClick={save}>
          {say(kit, "draft.save")}
        </button>{" "}
        <label className="second button file">
          {say(kit, "draft.open")}
          <input
            type="file"
            multiple
            accept={ACCEPTED}
            ref={input}
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = "";
              if (files.length) void take(files);
            }}
          />
        </label>
      </p>
      <p role="status">{said}</p>
      {problem && (
        <p role="alert" className="missed">
          {problem}
        </p>
      )}
      {view.other && (
        <div className="notice" role="alert">
          <p>{say(kit, "draft.copied")}</p>
          <button type="button" className="second" onClick={() => setTheirs(view.other)}>
            {say(kit, "draft.compare")}
          </button>
        </div>
      )}
      {theirs && (
        <MergePanel
          key={theirs.key + theirs.changed}
          words={words}
          mine={draft}
          theirs={theirs}
          onMerge={(dossier) => {
            shelf.revise((mine) => joined(mine, theirs, dossier, new Date()));
            done("draft.merged");
          }}
          onApart={() => {
            void shelf.begin(theirs);
            done("draft.opened");
          }}
          onCancel={() => done("draft.not-merged")}
        />
      )}
      {view.news && <NewsPanel words={words} news={view.news} onRead={shelf.readNews} />}
      <UnaskedPanel words={words} draft={draft} onForget={shelf.forget} />
      <OtherDrafts words={words} schema={schema} shelf={shelf} />
    </section>
  );
}

/** Whether what was typed is kept; in a sentence, and as an alarm where it is not. */
function KeptLine({ words, shelf }: { readonly words: Words; readonly shelf: Shelf }): ReactNode {
  const { kit } = words;
  const { draft, keeping } = useView(shelf);
  if (keeping.is === "trouble") {
    return (
      <div className="notice trouble" role="alert">
        <p>{say(kit, `draft.trouble-${keeping.trouble}`)}</p>
        <p>{say(kit, "draft.trouble-remedy")}</p>
      </div>
    );
  }
  const when = whenShown(draft.changed, kit);
  const key = keeping.is === "nothing" ? "nothing-yet" : keeping.is;
  return (
    <p className="kept" data-keeping={keeping.is}>
      {say(kit, `draft.${key}`, { when })} <span className="note">{say(kit, "draft.kept-where")}</span>
    </p>
  );
}

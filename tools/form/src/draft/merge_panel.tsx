/** What differs between the open dossier and another version of it, with a choice for each. */

import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Difference, Dossier, Draft, Side } from "../core/index.ts";
import { commonState, compared, isMapping, shortened } from "../core/index.ts";
import { itemName, placed, shown, type Words } from "../print/shown.ts";
import { folderOf } from "../ui/folder_name.tsx";
import { say, sayCount } from "../ui/texts.ts";

interface MergeProps {
  readonly words: Words;
  readonly mine: Draft;
  readonly theirs: Draft;
  readonly onMerge: (dossier: Dossier) => void;
  readonly onApart: () => void;
  readonly onCancel: () => void;
}

type Choices = Readonly<Record<string, Side>>;

export function MergePanel({ words, mine, theirs, onMerge, onApart, onCancel }: MergeProps): ReactNode {
  const { kit } = words;
  const title = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [isAsked, setAsked] = useState(false);
  const base = useMemo(() => commonState(mine, theirs), [mine, theirs]);
  const comparison = useMemo(() => compared(mine.dossier, theirs.dossier, base, folderOf), [mine, theirs, base]);
  const sideOf = (each: Difference): Side | undefined => choices[each.id] ?? each.suggested;
  const open = comparison.differences.filter((each) => !sideOf(each));
  useEffect(() => title.current?.focus(), []);

  const merge = (): void => {
    if (open.length === 0) return onMerge(comparison.merged((each) => sideOf(each) ?? "mine"));
    setAsked(true);
    form.current?.querySelector<HTMLInputElement>("fieldset[data-open] input")?.focus();
  };
  const groups: readonly (readonly [string, readonly Difference[]])[] = [
    ["undecided", comparison.differences.filter((each) => !each.suggested)],
    ["theirs", comparison.differences.filter((each) => each.suggested === "theirs")],
    ["mine", comparison.differences.filter((each) => each.suggested === "mine")],
  ];
  return (
    <form
      className="merge"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        merge();
      }}
    >
      <h3 tabIndex={-1} ref={title}>
        {say(kit, "draft.merge-title")}
      </h3>
      <p>{sayCount(kit, "draft.merge-count", comparison.differences.length)}</p>
      <p>{say(kit, base ? "draft.merge-known" : "draft.merge-unknown")}</p>
      {groups.map(
        ([group, found]) =>
          found.length > 0 && (
            <section key={group}>
              <h4>{say(kit, `draft.merge-${group}-${base ? "known" : "unknown"}`)}</h4>
              {found.map((each) => (
                <Choosing
                  key={each.id}
                  words={words}
                  difference={each}
                  side={sideOf(each)}
                  isMissed={isAsked && !sideOf(each)}
                  onChoose={(side) => setChoices((before) => ({ ...before, [each.id]: side }))}
                />
              ))}
            </section>
          ),
      )}
      <p className="actions">
        <button type="submit">{say(kit, "draft.merge-do")}</button>{" "}
        <button type="button" className="second" onClick={onApart}>
          {say(kit, "draft.merge-apart")}
        </button>{" "}
        <button type="button" className="second" onClick={onCancel}>
          {say(kit, "draft.cancel")}
        </button>
      </p>
    </form>
  );
}

interface ChoosingProps {
  readonly words: Words;
  readonly difference: Difference;
  readonly side: Side | undefined;
  readonly isMissed: boolean;
  readonly onChoose: (side: Side) => void;
}

function Choosing({ words, difference, side, isMissed, onChoose }: ChoosingProps): ReactNode {
  const id = useId();
  const sides: readonly Side[] = difference.canHaveBoth ? ["mine", "theirs", "both"] : ["mine", "theirs"];
  return (
    <fieldset className="difference" data-open={side ? undefined : ""} aria-describedby={isMissed ? `${id}-missed` : undefined}>
      <legend>{labelOf(words, difference)}</legend>
      {isMissed && (
        <p className="missed" id={`${id}-missed`}>
          {say(words.kit, "draft.merge-choose")}
        </p>
      )}
      {sides.map((each) => (
        <label key={each}>
          <input type="radio" name={id} checked={side === each} onChange={() => onChoose(each)} />
          <span className="whose">{say(words.kit, `draft.side-${each}`)}</span>
          {each !== "both" && <span className="answer">{valueOf(words, difference, each)}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** The question, after the section and the item that it is in: “Partijen, Gent: Aandeel”. */
export function labelOf(words: Words, { pattern, item }: Pick<Difference, "pattern" | "item">): string {
  const { kit } = words;
  if (pattern === "id") return kit.names["id"] ?? pattern;
  if (pattern.startsWith("README/")) {
    const key = pattern.slice("README/".length);
    const chapter = kit.chapters.find(({ part, heading }) => `${part}/${heading}` === key);
    return chapter ? [chapter.part_said, chapter.heading && chapter.said].filter(Boolean).join(": ") : key || say(kit, "print.text");
  }
  const found = placed(kit, pattern);
  const isItem = pattern.endsWith("[]");
  const name = item === undefined ? "" : shortened(itemName(words, item));
  const title = isItem ? "" : (found?.question?.title ?? kit.names[pattern] ?? pattern);
  const above = [found?.section.title, found?.nested].filter(Boolean).join(", ");
  if (!above || above === title) return title;
  const place = name && !(isItem && typeof item === "string") ? `${above}, ${name}` : above;
  return title ? `${place}: ${title}` : place;
}

function valueOf(words: Words, difference: Difference, side: "mine" | "theirs"): string {
  const value = difference[side];
  if (value === undefined) return say(words.kit, "draft.nothing");
  if (difference.pattern.startsWith("README/")) return String(value);
  const pattern = isMapping(value) ? difference.pattern : difference.pattern.replace(/\[\]$/, "");
  return shown(words, pattern, value);
}

/** Answers without a question, and how the questions differ from those of the last time. */

import { type ReactNode, useEffect, useRef } from "react";
import type { Draft, Settled, Unasked } from "../core/index.ts";
import { patternOf, shortened } from "../core/index.ts";
import { CopyButton } from "../send/copy_button.tsx";
import { nameOfOrganisation, shown, type Words } from "../print/shown.ts";
import { say, sayCount } from "../ui/texts.ts";

interface NewsProps {
  readonly words: Words;
  readonly news: Settled;
  readonly onRead: () => void;
}

export function NewsPanel({ words: { kit }, news, onRead }: NewsProps): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["added", news.added],
    ["gone", news.gone.map((each) => each.title)],
    ["back", news.back.map((each) => each.title)],
  ];
  return (
    <div className="notice news">
      <h3 tabIndex={-1} ref={title}>
        {say(kit, "draft.news-title")}
      </h3>
      {lists.map(
        ([key, titles]) =>
          titles.length > 0 && (
            <div key={key}>
              <p>{sayCount(kit, `draft.news-${key}`, titles.length)}</p>
              <ul>
                {titles.map((each, index) => (
                  <li key={index}>{each}</li>
                ))}
              </ul>
            </div>
          ),
      )}
      <button type="button" className="second" onClick={onRead}>
        {say(kit, "draft.news-read")}
      </button>
    </div>
  );
}

interface UnaskedProps {
  readonly words: Words;
  readonly draft: Draft;
  readonly onForget: (answer: Unasked) => void;
}

export function UnaskedPanel({ words, draft, onForget }: UnaskedProps): ReactNode {
  const { kit } = words;
  const title = useRef<HTMLHeadingElement>(null);
  if (draft.unasked.length === 0) return null;
  return (
    <section className="unasked" aria-labelledby="unasked-title">
      <h3 id="unasked-title" tabIndex={-1} ref={title}>
        {say(kit, "draft.unasked-title")}
      </h3>
      <p>{say(kit, "draft.unasked")}</p>
      <dl>
        {draft.unasked.map((each, index) => {
          const name = [nameOfOrganisation(words, each.about), each.title].filter(Boolean).join(": ");
          const label = shortened(name);
          const value = textOf(words, each);
          return (
            <div key={index}>
              <dt>{name}</dt>
              <dd>
                <span className="answer">{value}</span>
                <span className="actions">
                  <CopyButton kit={kit} text={value} about={label} />{" "}
                  <button
                    type="button"
                    className="second"
                    aria-label={say(kit, "draft.forget-what", { what: label })}
                    onClick={() => {
                      title.current?.focus();
                      onForget(each);
                    }}
                  >
                    {say(kit, "draft.forget")}
                  </button>
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** The answer in words; an answer to a question that nobody knows any more is shown as it is kept. */
function textOf(words: Words, { path, value }: Unasked): string {
  if (path[0] === "README") return String(value);
  const found = shown(words, patternOf(path), value);
  return found === "[object Object]" ? JSON.stringify(value) : found;
}

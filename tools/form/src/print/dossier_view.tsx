/**
 * The dossier as it will be read: every answer that there is or must be, in the order of the questions,
 * and the texts. It stands on the page when asked for, and alone on paper.
 */

import type { ReactNode } from "react";
import type { Draft, Section } from "../core/index.ts";
import { Decimal, isMapping, LEAD, readable, saysTheSame, textKey } from "../core/index.ts";
import { whenShown } from "../draft/when.ts";
import { say } from "../ui/texts.ts";
import { Prose } from "./markdown.tsx";
import { itemName, shown, type Words } from "./shown.ts";

interface ViewProps {
  readonly words: Words;
  readonly draft: Draft;
}

export function DossierView({ words, draft }: ViewProps): ReactNode {
  const { kit } = words;
  const { data } = draft.dossier;
  const title = typeof data["title"] === "string" && data["title"] ? data["title"] : draft.dossier.id;
  const isSingle = (section: Section): boolean => section.questions[0]?.field === "" && !section.is_list;
  const told = kit.sections.filter(({ field, required }) => required || data[field] !== undefined);
  const facts = told.filter(isSingle).filter(({ field }) => field !== "title");
  const others = told.filter((section) => !isSingle(section));
  return (
    <section className="dossier" aria-labelledby="dossier-title">
      <h2 id="dossier-title">{title || say(kit, "draft.nameless")}</h2>
      <p className="meta">
        {say(kit, "print.call", { call: kit.call.title })}. {stateOf(words, draft)}
      </p>
      <dl className="facts">
        {facts.map((section) => (
          <Fact key={section.field} name={section.title}>
            {answered(words, section.field, data[section.field])}
          </Fact>
        ))}
      </dl>
      {others.map((section) => (
        <section key={section.field}>
          <h3>{section.title}</h3>
          <SectionView words={words} section={section} path={section.field} value={data[section.field]} />
        </section>
      ))}
      <section>
        <h3>{say(kit, "print.text")}</h3>
        <Prose text={draft.dossier.texts[LEAD] ?? ""} />
        {kit.chapters.map((chapter) => {
          const text = draft.dossier.texts[textKey(chapter.part, chapter.heading)] ?? "";
          return (
            <div key={textKey(chapter.part, chapter.heading)}>
              {chapter.is_first && <h4>{chapter.part_title}</h4>}
              {chapter.heading && <h5>{chapter.title}</h5>}
              {text.trim() ? <Prose text={text} /> : <Empty words={words} />}
            </div>
          );
        })}
      </section>
    </section>
  );
}

function stateOf({ kit }: Words, draft: Draft): string {
  const sent = draft.sent.at(-1);
  if (!sent) return say(kit, "print.draft");
  const last = draft.shared.at(-1);
  const isSame = last !== undefined && saysTheSame(last, draft.dossier);
  const said = say(kit, "print.sent", { when: whenShown(sent.at, kit) });
  return isSame ? said : `${said}. ${say(kit, "print.changed-since")}`;
}

interface SectionProps {
  readonly words: Words;
  readonly section: Section;
  readonly path: string;
  readonly value: unknown;
}

function SectionView({ words, section, path, value }: SectionProps): ReactNode {
  const { nested } = section;
  const isAbsent = value === undefined || (Array.isArray(value) && value.length === 0);
  if (isAbsent) return <Empty words={words} />;
  if (section.is_list) return <Rows words={words} section={section} path={`${path}[]`} value={value} />;
  const found = isMapping(value) ? value : {};
  return (
    <>
      <dl className="facts">
        {section.questions.map(({ field, title }) => (
          <Fact key={field} name={title}>
            {answered(words, `${path}.${field}`, found[field])}
          </Fact>
        ))}
      </dl>
      {nested && (
        <>
          <h4>{nested.title}</h4>
          <SectionView words={words} section={nested} path={`${path}.${nested.field}`} value={found[nested.field]} />
        </>
      )}
    </>
  );
}

/** A table with a row for each item, and the sum of what can be added up. */
function Rows({ words, section, path, value }: SectionProps): ReactNode {
  const items = Array.isArray(value) ? value.filter(isMapping) : [];
  const key = section.each?.key;
  const questions = section.questions.filter(({ field }) => field !== key);
  const sums = questions.map(({ field, form }) => (form === "money" ? sumOf(items, field) : undefined));
  const format = (amount: Decimal): string => readable(amount, words.kit.formats);
  return (
    <table className="rows">
      <caption className="unseen">{section.title}</caption>
      <thead>
        <tr>
          {key && <th scope="col">{words.kit.names[`${path}.${key}`] ?? section.title}</th>}
          {questions.map(({ field, title, form }) => (
            <th key={field} scope="col" className={form === "money" ? "number" : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr key={index}>
            {key && <th scope="row">{itemName(words, { [key]: item[key] })}</th>}
            {questions.map(({ field, title, form }) => (
              <td key={field} data-label={title} className={form === "money" ? "number" : undefined}>
                {shown(words, `${path}.${field}`, item[field])}
              </td>
            ))}
          </tr>
        ))}
        {sums.some(Boolean) && items.length > 1 && (
          <tr className="whole">
            {questions.map(({ field, title }, index) => {
              const sum = sums[index];
              return (
                <td key={field} className={sum ? "number" : undefined} data-label={sum ? title : undefined}>
                  {index === 0 && say(words.kit, "print.total")}
                  {sum && say(words.kit, "wizard.euro", { amount: format(sum) })}
                </td>
              );
            })}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function sumOf(items: readonly Readonly<Record<string, unknown>>[], field: string): Decimal | undefined {
  const amounts = items.map((item) => Decimal.parse(String(item[field] ?? "0")));
  const known = amounts.filter((each) => each !== undefined);
  return known.length === amounts.length ? Decimal.sum(known) : undefined;
}

function answered(words: Words, pattern: string, value: unknown): ReactNode {
  return shown(words, pattern, value) || <Empty words={words} />;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Empty({ words }: { readonly words: Words }): ReactNode {
  return <span className="absent">{say(words.kit, "print.empty")}</span>;
}

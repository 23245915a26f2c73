/** The texts of the dossier, part by part, with the words counted as the rules count them. */

import type { ReactNode } from "react";
import { memo, useMemo } from "react";
import type { Chapter } from "../core/index.ts";
import { keyOf, textKey, wordsOf } from "../core/index.ts";
import { Faults } from "./faults.tsx";
import { Field } from "./field.tsx";
import { useFact, useFaults, useFilling } from "./filling.tsx";
import type { Group } from "./groups.ts";
import { groupsOf } from "./groups.ts";
import { idOf } from "./places.ts";
import { say, sayCount } from "./texts.ts";

/** All texts; each is drawn again only when it changes. */
export const Chapters = memo(function Chapters(): ReactNode {
  const { kit } = useFilling();
  return groupsOf(kit, () => false).map((group) => <Part key={group.id} group={group} />);
});

function Part({ group }: { group: Group }): ReactNode {
  const { kit } = useFilling();
  const [first] = group.chapters;
  const path = ["README", first?.part ?? ""];
  const faults = useFaults([...path, ""]);
  const written = useFact(({ texts }) =>
    group.chapters.map((each) => texts[textKey(each.part, each.heading)] ?? "").join("\n\n"),
  );
  const count = useMemo(() => wordsOf(written), [written]);
  return (
    <section
      aria-label={`${say(kit, "page.texts")}: ${group.title}`}
      className="group"
      data-at={keyOf([...path, ""])}
    >
      <h2 id={group.id} tabIndex={-1}>
        {group.title}
      </h2>
      <div className="help">
        {first?.heading && first.part_help && <p>{first.part_help}</p>}
        {first?.wanted && <p>{first.wanted}</p>}
        <p>{say(kit, "field.markdown")}</p>
      </div>
      {group.chapters.map((chapter) => (
        <Text key={chapter.heading} chapter={chapter} />
      ))}
      <p className="echo">{sayCount(kit, "field.words", count)}</p>
      {first?.heading && <Faults id={`${idOf(path, kit)}-faults`} faults={faults} />}
    </section>
  );
}

function Text({ chapter }: { chapter: Chapter }): ReactNode {
  const { write } = useFilling();
  const key = textKey(chapter.part, chapter.heading);
  const text = useFact(({ texts }) => texts[key] ?? "");
  const path = ["README", chapter.part, chapter.heading];
  return (
    <Field path={path} title={chapter.said} help={chapter.help} example={chapter.example}>
      {(control) => (
        <textarea
          {...control}
          rows={6}
          value={text}
          onChange={(event) => write(key, event.target.value)}
        />
      )}
    </Field>
  );
}

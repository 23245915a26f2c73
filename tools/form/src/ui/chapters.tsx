/** The texts of the dossier, part by part, with the words counted as the rules count them. */

import type { ReactNode } from "react";
import type { Chapter } from "../core/index.ts";
import { keyOf, textKey, wordsOf } from "../core/index.ts";
import { Faults } from "./faults.tsx";
import { Field } from "./field.tsx";
import { useFaults, useFilling } from "./filling.tsx";
import type { Group } from "./groups.ts";
import { groupsOf } from "./groups.ts";
import { idOf } from "./places.ts";
import { say, sayCount } from "./texts.ts";

export function Chapters(): ReactNode {
  const { kit } = useFilling();
  return groupsOf(kit, () => false).map((group) => <Part key={group.id} group={group} />);
}

function Part({ group }: { group: Group }): ReactNode {
  const { kit, dossier } = useFilling();
  const [first] = group.chapters;
  const path = ["README", first?.part ?? ""];
  const faults = useFaults([...path, ""]);
  const written = group.chapters.map((each) => dossier.texts[textKey(each.part, each.heading)] ?? "");
  const count = wordsOf(written.join("\n\n"));
  return (
    <section aria-labelledby={group.id} className="group" data-at={keyOf([...path, ""])}>
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
  const { dossier, write } = useFilling();
  const key = textKey(chapter.part, chapter.heading);
  const path = ["README", chapter.part, chapter.heading];
  return (
    <Field path={path} title={chapter.said} help={chapter.help} example={chapter.example}>
      {(control) => (
        <textarea
          {...control}
          rows={6}
          value={dossier.texts[key] ?? ""}
          onChange={(event) => write(key, event.target.value)}
        />
      )}
    </Field>
  );
}

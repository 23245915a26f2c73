/** How the library's pieces are put together on the page: the form in groups, the fields of an item. */

import type { ObjectFieldTemplateProps } from "@rjsf/utils";
import type { ReactNode } from "react";
import type { Section } from "../core/index.ts";
import { keyOf } from "../core/index.ts";
import { Faults } from "./faults.tsx";
import { Demands } from "./field.tsx";
import { useDossier, useFaults, useFilling } from "./filling.tsx";
import { FolderName } from "./folder_name.tsx";
import { groupsOf, isSingle } from "./groups.ts";
import { idOf } from "./places.ts";
import { isAskedNow } from "./progress.ts";
import { say } from "./texts.ts";

export function ObjectTemplate(props: ObjectFieldTemplateProps): ReactNode {
  const isWhole = props.fieldPathId.path.length === 0;
  if (isWhole) return <Groups {...props} />;
  return props.properties.filter((each) => !each.hidden).map((each) => each.content);
}

function Groups({ properties }: ObjectFieldTemplateProps): ReactNode {
  const { kit } = useFilling();
  const dossier = useDossier();
  const contents = new Map(properties.map((each) => [each.name, each.content]));
  const groups = groupsOf(kit, (section) => isAskedNow(section, kit, dossier));
  return groups
    .filter((group) => group.sections.length > 0)
    .map((group) => (
      <section key={group.id} aria-labelledby={group.id} className="group">
        <h2 id={group.id} tabIndex={-1}>
          {group.title}
        </h2>
        {group.sections.map((section) => (
          <SectionFrame key={section.field} section={section}>
            {contents.get(section.field)}
          </SectionFrame>
        ))}
      </section>
    ));
}

interface SectionFrameProps {
  readonly section: Section;
  readonly children: ReactNode;
}

/** A section that is more than one answer, with what it is about and what the call demands of it. */
function SectionFrame({ section, children }: SectionFrameProps): ReactNode {
  const { kit } = useFilling();
  const faults = useFaults([section.field]);
  if (section.field === "title") {
    return (
      <>
        {children}
        <FolderName />
      </>
    );
  }
  if (isSingle(section)) return children;
  return (
    <div className="section" data-at={keyOf([section.field])}>
      <div className="help">
        <p>{section.help}</p>
        <Demands demands={section.demands} />
        {!section.required && <p>{say(kit, "field.optional-section")}</p>}
      </div>
      {children}
      {!section.is_list && <Faults id={`${idOf([section.field], kit)}-faults`} faults={faults} />}
    </div>
  );
}

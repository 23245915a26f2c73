/** What all widgets have in common: which question they show, at which place, and what is asked. */

import type { WidgetProps } from "@rjsf/utils";
import type { Path, Question, Section } from "../core/index.ts";
import { isMapping, valueAt } from "../core/index.ts";
import type { Asked } from "./field.tsx";
import { useFact } from "./filling.tsx";
import { isRequired } from "./form_schema.ts";
import { pathOf } from "./places.ts";

/** What a widget of ours needs of what the library hands it. */
export type Answering = Pick<WidgetProps, "id" | "value" | "onChange" | "options">;

export interface Place {
  readonly path: Path;
  readonly question: Question;
  readonly asked: Asked;
}

/** The question that a widget was made for. */
export function usePlace(props: Answering): Place {
  const { question, section } = props.options as unknown as { question: Question; section: Section };
  const path = pathOf(props.id);
  const isOptional = useFact(({ data }) => {
    const item = question.field ? valueAt(data, path.slice(0, -1)) : undefined;
    return !isRequired(question, isMapping(item) ? item : {});
  });
  const { title, help, example } = question;
  const demands = question.field ? [] : section.demands;
  return { path, question, asked: { path, title, help, example, demands, isOptional } };
}

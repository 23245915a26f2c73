/** Answers that are chosen: one of a few, one of many, several, or a party of this dossier. */


import type { ReactNode } from "react";
import type { Choice as Offered, Question } from "../core/index.ts";
import { isMapping } from "../core/index.ts";
import type { Control } from "./field.tsx";
import { Field } from "./field.tsx";
import { useFact, useFilling } from "./filling.tsx";
import { say } from "./texts.ts";
import type { Answering } from "./widget.tsx";
import { usePlace } from "./widget.tsx";

/** Up to so many are shown all at once. */
const FEW = 5;

export function Choice(props: Answering): ReactNode {
  const { question, asked } = usePlace(props);
  const offered = useOffered(question, props.value);
  if (offered.length > FEW || asked.isOptional || question.choices_from) {
    return (
      <Field {...asked}>
        {(control) => <Select control={control} offered={offered} value={props.value} onChange={props.onChange} />}
      </Field>
    );
  }
  return (
    <Field {...asked} isGroup>
      {(control) => (
        <Boxes
          control={control}
          offered={offered}
          type="radio"
          chosen={[props.value]}
          onToggle={(id) => props.onChange(id)}
        />
      )}
    </Field>
  );
}

export function Choices(props: Answering): ReactNode {
  const { question, asked } = usePlace(props);
  const chosen: readonly unknown[] = Array.isArray(props.value) ? props.value : [];
  const offered = useOffered(question, ...chosen);
  // In the order in which they were chosen, as in a file that was written by hand.
  const toggle = (id: string): void => {
    const others = chosen.filter((each) => each !== id);
    props.onChange(others.length < chosen.length ? others : [...chosen, id]);
  };
  return (
    <Field {...asked} isGroup>
      {(control) => (
        <Boxes control={control} offered={offered} type="checkbox" chosen={chosen} onToggle={toggle} />
      )}
    </Field>
  );
}

interface BoxesProps {
  readonly control: Control;
  readonly offered: readonly Offered[];
  readonly type: "radio" | "checkbox";
  readonly chosen: readonly unknown[];
  readonly onToggle: (id: string) => void;
}

function Boxes({ control, offered, type, chosen, onToggle }: BoxesProps): ReactNode {
  const isLong = offered.length > FEW;
  return (
    <div className={isLong ? "boxes columns" : "boxes"}>
      {offered.map((each, index) => {
        const id = `${control.id}-${index + 1}`;
        return (
          <div key={each.id} className="box">
            <input
              id={id}
              type={type}
              name={control.id}
              checked={chosen.includes(each.id)}
              aria-describedby={each.description ? `${id}-about` : undefined}
              onChange={() => onToggle(each.id)}
            />
            <label htmlFor={id}>{each.title}</label>
            {each.description && (
              <p className="note" id={`${id}-about`}>
                {each.description}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

type SelectProps = Pick<Answering, "value" | "onChange"> & {
  readonly control: Control;
  readonly offered: readonly Offered[];
};

function Select({ control, offered, value, onChange }: SelectProps): ReactNode {
  const { kit } = useFilling();
  return (
    <select
      {...control}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{say(kit, "field.choose")}</option>
      {offered.map((each) => (
        <option key={each.id} value={each.id}>
          {each.title}
        </option>
      ))}
    </select>
  );
}

/** What there is to choose from now, and what was chosen although it is not offered any more. */
function useOffered(question: Question, ...chosen: readonly unknown[]): readonly Offered[] {
  const { kit, names } = useFilling();
  const parties = useFact(({ data }) => (question.choices_from === "parties" ? idsOf(data["parties"]) : ""));
  const known = ((): readonly Offered[] => {
    if (question.choices_from === "parties") {
      const ids = [...new Set(parties.split(" ").filter(Boolean))];
      return ids.map((id) => ({ id, title: names.byId(id)?.name ?? id, description: "" }));
    }
    if (question.choices_from === null) return question.choices;
    return kit[question.choices_from].map(({ id, title }) => ({ id, title, description: "" }));
  })();
  const ids = new Set(known.map((each) => each.id));
  const others = chosen.filter((id) => typeof id === "string" && !ids.has(id)) as string[];
  return [...known, ...others.map((id) => ({ id, title: names.byId(id)?.name ?? id, description: "" }))];
}

/** The ids of the parties, in one text. */
function idsOf(parties: unknown): string {
  const items: readonly unknown[] = Array.isArray(parties) ? parties : [];
  const ids = items.map((party) => (isMapping(party) ? party["organisation"] : undefined));
  return ids.filter((id) => typeof id === "string").join(" ");
}

/** An organisation by its name: typed, offered, and asked back where the name is not quite right. */


import type { ReactNode } from "react";
import { useState } from "react";
import { slug } from "../core/index.ts";
import * as answers from "./answers.ts";
import { Combobox } from "./combobox.tsx";
import { Field } from "./field.tsx";
import { useFilling } from "./filling.tsx";
import type { Candidate, Directory } from "./organisations.ts";
import { goTo } from "./places.ts";
import { whenReleased } from "./pressing.ts";
import { say, sayCount } from "./texts.ts";
import { useTyped } from "./typed.ts";
import type { Answering } from "./widget.tsx";
import { usePlace } from "./widget.tsx";

export function Organisation(props: Answering): ReactNode {
  const { kit, names, announce } = useFilling();
  const { asked } = usePlace(props);
  const [isLeft, setLeft] = useState(true);
  const reading = {
    show: (value: unknown) => names.byId(String(value))?.name ?? answers.shownText(value),
    // A name that nobody has is kept as the id that it would be, for the rules to tell.
    read: (typed: string) => names.exactly(typed)?.id ?? (slug(typed) || answers.text(typed)),
  };
  const [typed, type] = useTyped(props.value, reading, props.onChange);
  const found = names.byId(String(props.value));
  const options = names.find(typed);
  return (
    <Field {...asked} echo={found?.kind}>
      {(control) => (
        <>
          <Combobox
            control={control}
            typed={typed}
            options={options}
            label={asked.title}
            onType={(text) => {
              setLeft(false);
              type(text);
              const count = names.find(text).length;
              if (text.trim()) announce(count ? sayCount(kit, "field.found", count) : say(kit, "field.found.none"));
            }}
            onTake={(option) => props.onChange(option.id)}
            onLeave={() => whenReleased(() => setLeft(true))}
          />
          {isLeft && typed && !found && (
            <Meant
              candidates={meant(names, typed)}
              typed={typed}
              onTake={(id) => {
                props.onChange(id);
                goTo(control.id);
              }}
            />
          )}
        </>
      )}
    </Field>
  );
}

function meant(names: Directory, typed: string): readonly Candidate[] {
  const begun = names.find(typed);
  return begun.length > 0 ? begun.slice(0, 3) : names.near(typed);
}

interface MeantProps {
  readonly candidates: readonly Candidate[];
  readonly typed: string;
  readonly onTake: (id: string) => void;
}

function Meant({ candidates, typed, onTake }: MeantProps): ReactNode {
  const { kit } = useFilling();
  if (candidates.length === 0) {
    return <p className="meant">{say(kit, "field.unknown-organisation", { name: typed })}</p>;
  }
  return (
    <p className="meant">
      {say(kit, "field.mean")}{" "}
      {candidates.map((each) => (
        <button key={each.id} type="button" className="plain-button" onClick={() => onTake(each.id)}>
          {each.name}
        </button>
      ))}
    </p>
  );
}

/** The frame around every question: its name, help and example, the control, and what is wrong. */

import type { ReactNode } from "react";
import type { Diagnostic, Path } from "../core/index.ts";
import { keyOf } from "../core/index.ts";
import { Faults } from "./faults.tsx";
import { useFaults, useFilling } from "./filling.tsx";
import { idOf } from "./places.ts";
import { say } from "./texts.ts";

/** What a control must carry, so that it has its name, its help and its faults for everybody. */
export interface Control {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
  readonly "aria-required": true | undefined;
}

export interface Asked {
  readonly path: Path;
  readonly title: string;
  readonly help?: string;
  readonly example?: string;
  readonly demands?: readonly string[];
  readonly isOptional?: boolean;
  /** Several controls below one name, such as a row of boxes. */
  readonly isGroup?: boolean;
  /** What was understood, shown below the control. */
  readonly echo?: ReactNode;
}

export function Field(props: Asked & { children: (control: Control) => ReactNode }): ReactNode {
  const { kit } = useFilling();
  const faults = useFaults(props.path);
  const id = idOf(props.path, kit);
  const frame = { className: "question", "data-at": keyOf(props.path) };
  const control = controlOf(id, props, faults);
  const inner = (
    <>
      <Help id={id} asked={props} />
      {props.children(control)}
      <Echo id={id} echo={props.echo} />
      <Faults id={`${id}-faults`} faults={faults} />
    </>
  );
  if (!props.isGroup) {
    return (
      <div {...frame}>
        <label htmlFor={id}>
          <Name asked={props} />
        </label>
        {inner}
      </div>
    );
  }
  return (
    <fieldset {...frame} id={id} aria-describedby={control["aria-describedby"]}>
      <legend>
        <Name asked={props} />
      </legend>
      {inner}
    </fieldset>
  );
}

function controlOf(id: string, asked: Asked, faults: readonly Diagnostic[]): Control {
  const described = [
    isHelped(asked) ? `${id}-help` : "",
    asked.echo ? `${id}-echo` : "",
    faults.length > 0 ? `${id}-faults` : "",
  ].filter(Boolean);
  return {
    id,
    "aria-describedby": described.join(" ") || undefined,
    "aria-invalid": faults.some((each) => each.severity === "error") || undefined,
    "aria-required": asked.isOptional ? undefined : true,
  };
}

function isHelped(asked: Asked): boolean {
  return Boolean(asked.help || asked.example || asked.demands?.length);
}

function Name({ asked }: { asked: Asked }): ReactNode {
  const { kit } = useFilling();
  return (
    <>
      {asked.title}
      {asked.isOptional && <span className="optional"> ({say(kit, "field.optional")})</span>}
    </>
  );
}

function Help({ id, asked }: { id: string; asked: Asked }): ReactNode {
  const { kit } = useFilling();
  if (!isHelped(asked)) return null;
  return (
    <div className="help" id={`${id}-help`}>
      {asked.help && <p>{asked.help}</p>}
      <Demands demands={asked.demands ?? []} />
      {asked.example && <p>{say(kit, "wizard.example", { example: asked.example })}</p>}
    </div>
  );
}

/** What the call demands here. */
export function Demands({ demands }: { demands: readonly string[] }): ReactNode {
  if (demands.length === 0) return null;
  return (
    <ul className="plain">
      {demands.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

function Echo({ id, echo }: { id: string; echo: ReactNode }): ReactNode {
  return echo ? (
    <p className="echo" id={`${id}-echo`}>
      {echo}
    </p>
  ) : null;
}

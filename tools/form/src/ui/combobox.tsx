/**
 * A box to type in with a list of what it may mean, by the pattern of the ARIA guide: the focus
 * stays in the box, the arrows walk through the list, Enter takes, Escape closes.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */

import type { KeyboardEvent, ReactNode } from "react";
import { useEffect, useId, useRef, useState } from "react";
import type { Control } from "./field.tsx";

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface ComboboxProps {
  readonly control: Control;
  readonly typed: string;
  readonly options: readonly Option[];
  readonly label: string;
  readonly onType: (typed: string) => void;
  readonly onTake: (option: Option) => void;
  readonly onLeave: () => void;
}

export function Combobox(props: ComboboxProps): ReactNode {
  const { control, typed, options, label } = props;
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useId();
  const isShown = isOpen && options.length > 0;
  const shown = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (isShown) shown.current?.scrollIntoView({ block: "nearest" });
  }, [isShown, options.length]);
  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const take = (option: Option): void => {
    props.onTake(option);
    close();
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = options[active];
    if (step) {
      event.preventDefault();
      setActive(isShown ? (active + step + options.length) % options.length : step > 0 ? 0 : options.length - 1);
      setOpen(true);
    } else if (event.key === "Enter" && isShown && chosen) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === "Escape" && isShown) {
      event.preventDefault();
      close();
    }
  };
  return (
    <div className="combobox">
      <input
        {...control}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={list}
        aria-activedescendant={isShown && active >= 0 ? `${list}-${active}` : undefined}
        value={typed}
        onChange={(event) => {
          props.onType(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={press}
        onBlur={() => {
          close();
          props.onLeave();
        }}
      />
      <ul ref={shown} id={list} role="listbox" aria-label={label} hidden={!isShown}>
        {options.map((option, index) => (
          <li
            key={option.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            {option.name} <span className="meta">{option.kind}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

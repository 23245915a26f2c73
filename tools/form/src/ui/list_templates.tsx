/** A list of parties, costs or results: its items, each with a name, and how one comes and goes. */

import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps, RJSFSchema } from "@rjsf/utils";
import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import type { Path } from "../core/index.ts";
import { isMapping, keyOf, valueAt } from "../core/index.ts";
import { Balance } from "./balance.tsx";
import { Faults } from "./faults.tsx";
import { useFact, useFaults, useFilling, useRemoved } from "./filling.tsx";
import { nameOf } from "./placement.ts";
import { goTo, idOf } from "./places.ts";
import { say } from "./texts.ts";

export function ListTemplate(props: ArrayFieldTemplateProps): ReactNode {
  const { kit } = useFilling();
  const { path } = props.fieldPathId;
  const id = idOf(path, kit);
  const faults = useFaults(path);
  const title = String((props.schema.items as RJSFSchema).title);
  useFocusOnNew(id, props.items.length);
  return (
    <div className="list" id={id} data-at={keyOf(path)} tabIndex={-1}>
      {props.items}
      <PutBack path={path} />
      <p>
        <button type="button" className="second" id={`${id}-add`} onClick={() => props.onAddClick()}>
          {say(kit, "field.add", { item: title })}
        </button>
      </p>
      <Balance field={String(path[0])} />
      <Faults id={`${id}-faults`} faults={faults} />
    </div>
  );
}

/** Whoever adds an item goes on in it; the button that was pressed is where the focus was. */
function useFocusOnNew(id: string, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    const isAdded = count === before.current + 1 && document.activeElement?.id === `${id}-add`;
    before.current = count;
    if (isAdded) goTo(`${id}-${count - 1}`);
  }, [id, count]);
}

export function ItemTemplate(props: ArrayFieldItemTemplateProps): ReactNode {
  const { kit, names, store } = useFilling();
  const { fieldPathId, onRemoveItem } = props.buttonsProps;
  const { path } = fieldPathId;
  const id = idOf(path, kit);
  const faults = useFaults(path);
  const title = say(kit, "field.item", { item: String(props.schema.title), number: props.index + 1 });
  const number = String(props.index + 1);
  const name = useFact(({ data }) => nameOf(valueAt(data, path), props.index, names));
  const remove = (): void => {
    const list = path.slice(0, -1);
    const item = valueAt(store.state().dossier.data, path);
    const isEmpty = !isMapping(item) || Object.keys(item).length === 0;
    store.tell({ removed: isEmpty ? undefined : { path: list, index: props.index, item, title } });
    onRemoveItem();
    requestAnimationFrame(() => goTo(`${idOf(list, kit)}-back`));
  };
  return (
    <fieldset className="item" id={id} data-at={keyOf(path)}>
      <legend>{name === number ? title : `${title}: ${name}`}</legend>
      {props.children}
      <Faults id={`${id}-faults`} faults={faults} />
      <p className="remove">
        <button type="button" className="plain-button" onClick={remove}>
          {say(kit, "field.remove", { item: title })}
        </button>
      </p>
    </fieldset>
  );
}

function PutBack({ path }: { path: Path }): ReactNode {
  const { kit, store, answer } = useFilling();
  const removed = useRemoved();
  const id = idOf(path, kit);
  if (!removed || keyOf(removed.path) !== keyOf(path)) return null;
  const putBack = (): void => {
    const list = valueAt(store.state().dossier.data, path);
    const items: readonly unknown[] = Array.isArray(list) ? list : [];
    answer(path, [...items.slice(0, removed.index), removed.item, ...items.slice(removed.index)]);
    store.tell({ removed: undefined });
    requestAnimationFrame(() => goTo(`${id}-${removed.index}`));
  };
  return (
    <p className="notice" id={`${id}-back`}>
      {say(kit, "field.removed", { item: removed.title })}{" "}
      <button type="button" className="plain-button" onClick={putBack}>
        {say(kit, "field.put-back")}
      </button>
    </p>
  );
}

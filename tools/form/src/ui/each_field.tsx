/**
 * A list with exactly one item for each of something: an answer to every recommendation, a decision
 * of every party that signs. Nobody adds items; what belongs to something that is no longer there
 * stays until it is taken away, and is judged like all the rest.
 */

import type { FieldProps } from "@rjsf/utils";
import type { ReactNode } from "react";
import type { Dossier, Each, Path, Section } from "../core/index.ts";
import { isMapping, keyOf, valueAt } from "../core/index.ts";
import { Faults } from "./faults.tsx";
import type { Filling } from "./filling.tsx";
import { useDossier, useFaults, useFilling } from "./filling.tsx";
import { idOf } from "./places.ts";
import { say } from "./texts.ts";
import { widgets } from "./widgets.ts";

type Item = Readonly<Record<string, unknown>>;

type Known = Pick<Filling, "kit" | "names"> & { readonly dossier: Dossier };

/** One item, or the place where it comes; `isGone` where what it belonged to is not there. */
interface Row {
  readonly owner: string;
  readonly title: string;
  readonly index: number;
  readonly item: Item | undefined;
  readonly isGone: boolean;
}

export function EachField(props: FieldProps): ReactNode {
  const filling = useFilling();
  const dossier = useDossier();
  const { section } = props.uiSchema?.["ui:options"] as unknown as { section: Section };
  const { path } = props.fieldPathId;
  const faults = useFaults(path);
  const id = idOf(path, filling.kit);
  const { each } = section;
  if (!each) return null;
  const items = itemsAt(dossier.data, path);
  const rows = rowsOf(each, items, { ...filling, dossier });
  const change = (changed: readonly Item[]): void => {
    props.onChange(changed.length > 0 ? changed : undefined, [...path]);
  };
  return (
    <div className="list" id={id} data-at={keyOf(path)} tabIndex={-1}>
      {path.length > 1 && <h3>{section.title}</h3>}
      {path.length > 1 && <p className="help">{section.help}</p>}
      {rows.length === 0 && <p className="empty">{say(filling.kit, `field.none-yet.${each.of}`)}</p>}
      {rows.map((row) => (
        <OneRow
          key={row.owner}
          row={row}
          section={section}
          path={[...path, row.index]}
          onAnswer={(field, value) => change(answered(items, row, each.key, field, value))}
          onRemove={() => change(items.filter((item) => item !== row.item))}
        />
      ))}
      <Faults id={`${id}-faults`} faults={faults} />
    </div>
  );
}

interface OneRowProps {
  readonly row: Row;
  readonly section: Section;
  readonly path: Path;
  readonly onAnswer: (field: string, value: unknown) => void;
  readonly onRemove: () => void;
}

function OneRow({ row, section, path, onAnswer, onRemove }: OneRowProps): ReactNode {
  const { kit } = useFilling();
  const faults = useFaults(path);
  const id = idOf(path, kit);
  return (
    <fieldset className="item" id={id} data-at={keyOf(path)}>
      <legend>{row.title}</legend>
      {section.questions.map((question) => {
        const Widget = widgets[question.form];
        return (
          <Widget
            key={question.field}
            id={idOf([...path, question.field], kit)}
            value={row.item?.[question.field]}
            options={{ question, section }}
            onChange={(value: unknown) => onAnswer(question.field, value)}
          />
        );
      })}
      <Faults id={`${id}-faults`} faults={faults} />
      {row.isGone && (
        <p className="remove">
          <button type="button" className="plain-button" onClick={onRemove}>
            {say(kit, "field.remove", { item: row.title })}
          </button>
        </p>
      )}
    </fieldset>
  );
}

function itemsAt(data: unknown, path: Path): readonly Item[] {
  const list = valueAt(data, path);
  return Array.isArray(list) ? list.filter(isMapping) : [];
}

/** The rows in the order of what they belong to; those that are to come count on after the others. */
function rowsOf(each: Each, items: readonly Item[], filling: Known): readonly Row[] {
  let next = items.length;
  const owners = ownersOf(each, filling);
  const rows = owners.map(({ owner, title }): Row => {
    const found = items.findIndex((item) => item[each.key] === owner);
    const index = found < 0 ? next++ : found;
    return { owner, title, index, item: items[found], isGone: false };
  });
  const known = new Set(owners.map((row) => row.owner));
  const gone = items.flatMap((item, index): readonly Row[] => {
    const owner = String(item[each.key] ?? "");
    const title = filling.names.byId(owner)?.name ?? owner;
    return known.has(owner) ? [] : [{ owner: `${owner} ${index}`, title, index, item, isGone: true }];
  });
  return [...rows, ...gone];
}

function ownersOf(each: Each, { kit, dossier, names }: Known): readonly { owner: string; title: string }[] {
  if (each.of === "recommendations") {
    const earlier = kit.earlier.find((one) => one.id === dossier.data["resubmission_of"]);
    return (earlier?.recommendations ?? []).map(({ id, text }) => ({ owner: id, title: text }));
  }
  const signing = itemsAt(dossier.data, ["parties"]).filter((party) => each.roles.includes(String(party["role"])));
  const ids = new Set(signing.map((party) => party["organisation"]));
  return [...ids].flatMap((id) =>
    typeof id === "string" ? [{ owner: id, title: names.byId(id)?.name ?? id }] : [],
  );
}

/** The list with an answer in the item of a row; an item in which nothing is left goes. */
function answered(
  items: readonly Item[],
  row: Row,
  key: string,
  field: string,
  value: unknown,
): readonly Item[] {
  const { [field]: _before, ...others } = row.item ?? { [key]: row.owner };
  const item = value === undefined ? others : { ...others, [field]: value };
  const isEmpty = Object.keys(item).every((name) => name === key);
  if (!row.item) return isEmpty ? items : [...items, item];
  return items.flatMap((each) => (each !== row.item ? [each] : isEmpty ? [] : [item]));
}

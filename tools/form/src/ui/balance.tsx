/** What is shared out and what is left, while amounts are typed; whether sums are right is judged. */

import type { ReactNode } from "react";
import type { Data, Dossier } from "../core/index.ts";
import { Decimal, isMapping } from "../core/index.ts";
import * as answers from "./answers.ts";
import type { Filling } from "./filling.tsx";
import { useDossier, useFilling } from "./filling.tsx";
import { say } from "./texts.ts";

type Known = Pick<Filling, "kit" | "names"> & { readonly dossier: Dossier };

/** Parts that together should be a whole. */
interface Sum {
  readonly title: string;
  readonly parts: Decimal;
  readonly whole: Decimal;
}

export function Balance({ field }: { field: string }): ReactNode {
  const filling = { ...useFilling(), dossier: useDossier() };
  const sums = sumsOf(field, filling).filter(({ parts, whole }) => !parts.isZero || !whole.isZero);
  if (sums.length === 0) return null;
  return (
    <dl className="balance">
      {sums.map((sum) => (
        <div key={sum.title}>
          <dt>{sum.title}</dt>
          <dd>
            <InWords sum={sum} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function InWords({ sum }: { sum: Sum }): ReactNode {
  const { kit } = useFilling();
  const { parts, whole } = sum;
  const left = whole.minus(parts);
  const amount = answers.readable(left.abs, kit);
  const of = { sum: answers.readable(parts, kit), whole: answers.readable(whole, kit) };
  return (
    <>
      {say(kit, "field.sum", of)}{" "}
      {!left.isZero && (
        <strong>{say(kit, left.isNegative ? "field.sum-over" : "wizard.left", { amount })}</strong>
      )}
    </>
  );
}

function sumsOf(field: string, filling: Known): readonly Sum[] {
  if (field === "parties") return ["share", "own_contribution"].flatMap((name) => ofParties(name, filling));
  return field === "budget" ? ofCosts(filling) : [];
}

function ofParties(name: string, { kit, dossier: { data } }: Known): readonly Sum[] {
  const section = kit.sections.find((each) => each.field === "parties");
  const question = section?.questions.find((each) => each.field === name);
  if (!question) return [];
  const whole = amountOf(data[name === "share" ? "requested" : name]);
  return [{ title: question.title, parts: sumOf(itemsOf(data, "parties"), name), whole }];
}

/** The whole budget, and for each party what it bears of all that it gets and pays. */
function ofCosts({ kit, dossier: { data }, names }: Known): readonly Sum[] {
  const lines = itemsOf(data, "budget");
  const section = kit.sections.find((each) => each.field === "budget");
  const whole = amountOf(data["requested"]).plus(amountOf(data["own_contribution"]));
  const all = { title: section?.title ?? "", parts: sumOf(lines, "amount"), whole };
  const parties = itemsOf(data, "parties").filter((party) => typeof party["organisation"] === "string");
  const each = parties.map((party): Sum => {
    const id = String(party["organisation"]);
    const borne = lines.filter((line) => line["organisation"] === id);
    const due = amountOf(party["share"]).plus(amountOf(party["own_contribution"]));
    return { title: names.byId(id)?.name ?? id, parts: sumOf(borne, "amount"), whole: due };
  });
  return [all, ...each];
}

function itemsOf(data: Data, field: string): readonly Data[] {
  const list = data[field];
  return Array.isArray(list) ? list.filter(isMapping) : [];
}

function sumOf(items: readonly Data[], field: string): Decimal {
  return Decimal.sum(items.map((item) => amountOf(item[field])));
}

/** An amount that can be read; nothing for what cannot. */
function amountOf(value: unknown): Decimal {
  return (typeof value === "string" ? Decimal.parse(value) : undefined) ?? Decimal.ZERO;
}

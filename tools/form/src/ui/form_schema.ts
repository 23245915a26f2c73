/**
 * What React JSON Schema Form renders, made from the call's own schema and the kit's order of
 * questions. Of the schema come the shape and what is a list; of the kit come the order, the words
 * and how each answer is given. What the schema does not have is not asked. Nothing is judged by
 * this: the core judges by the whole schema.
 */

import type { RJSFSchema, UiSchema } from "@rjsf/utils";
import type { Kit, Question, Schema, Section } from "../core/index.ts";
import { isMapping, plainSchema } from "../core/index.ts";

export interface Rendered {
  readonly schema: RJSFSchema;
  readonly uiSchema: UiSchema;
}

/** The form of a call. */
export function rendered(kit: Kit, callSchema: Schema): Rendered {
  const properties: Record<string, RJSFSchema> = {};
  const uiSchema: UiSchema = {};
  for (const section of kit.sections) {
    const node = propertyOf(callSchema, callSchema, section.field);
    if (!node) continue;
    properties[section.field] = schemaOf(section, node, callSchema, kit.language);
    uiSchema[section.field] = uiOf(section);
  }
  return { schema: { type: "object", properties }, uiSchema };
}

function schemaOf(section: Section, node: Schema, root: Schema, language: string): RJSFSchema {
  const [first] = section.questions;
  if (first && first.field === "") return leaf(node);
  const inner = section.is_list ? (node.items && plainSchema(node.items, root)) : node;
  const fields = section.questions.map((question) => question.field);
  const nested = section.nested ? [section.nested.field] : [];
  const properties = Object.fromEntries(
    [...fields, ...nested].flatMap((field) => {
      const found = inner && propertyOf(root, inner, field);
      return found ? [[field, leaf(found)]] : [];
    }),
  );
  const title = inner ? titleOf(inner, language) : "";
  const item: RJSFSchema = { type: "object", title, properties };
  return section.is_list ? { type: "array", items: item } : item;
}

/** What one item of a list is called. */
function titleOf(node: Schema, language: string): string {
  const texts: Readonly<Record<string, unknown>> = { ...node };
  const translated = texts[`x-${language}`];
  const title = isMapping(translated) ? translated["title"] : texts["title"];
  return typeof title === "string" ? title : "";
}

/** An answer is text until the core reads it; what is several answers in the schema is so here. */
function leaf(node: Schema): RJSFSchema {
  return node.type === "array" ? { type: "array", items: { type: "string" } } : { type: "string" };
}

function uiOf(section: Section): UiSchema {
  const [first] = section.questions;
  if (first && first.field === "") return uiOfQuestion(section, first);
  if (section.is_list && section.each) return { "ui:field": "each", "ui:options": { section } };
  if (section.is_list) {
    return { "ui:options": { section }, items: (item: unknown) => uiOfItem(section, item) };
  }
  return uiOfFields(section, section.questions);
}

function uiOfFields(section: Section, questions: readonly Question[]): UiSchema {
  const fields = section.questions.map((question) => [
    question.field,
    questions.includes(question) ? uiOfQuestion(section, question) : { "ui:widget": "hidden" },
  ]);
  const nested = section.nested
    ? { [section.nested.field]: { "ui:field": "each", "ui:options": { section: section.nested } } }
    : {};
  return { "ui:options": { section }, ...Object.fromEntries(fields), ...nested };
}

function uiOfQuestion(section: Section, question: Question): UiSchema {
  return { "ui:options": { widget: question.form, question, section } };
}

const made = new WeakMap<Section, Map<string, UiSchema>>();

/** One object for all items that are asked the same, so that the form sees that nothing changed. */
function uiOfItem(section: Section, item: unknown): UiSchema {
  const questions = section.questions.filter((question) => isAsked(question, item));
  const key = questions.map((question) => question.field).join(" ");
  const known = made.get(section) ?? new Map<string, UiSchema>();
  made.set(section, known);
  const found = known.get(key) ?? uiOfFields(section, questions);
  known.set(key, found);
  return found;
}

/** Whether a party is asked this: by its role, or because an answer is there that must be seen. */
export function isAsked(question: Question, item: unknown): boolean {
  if (!isMapping(item)) return true;
  const given = item[question.field];
  return given !== undefined || !question.not_of.includes(String(item["role"]));
}

/** Whether this item must have an answer to this question. */
export function isRequired(question: Question, item: unknown): boolean {
  if (!question.required_of) return question.required;
  return isMapping(item) && question.required_of.includes(String(item["role"]));
}

function propertyOf(root: Schema, node: Schema, field: string): Schema | undefined {
  const found = node.properties?.[field];
  return found && plainSchema(found, root);
}

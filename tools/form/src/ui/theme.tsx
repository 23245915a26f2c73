/** The library's form with our own controls and templates: plain elements with the site's styles. */

import RjsfForm from "@rjsf/core/lib/components/Form.js";
import type { FormProps } from "@rjsf/core/lib/components/Form.js";
import type {
  FieldTemplateProps,
  RegistryFieldsType,
  RegistryWidgetsType,
  TemplatesType,
} from "@rjsf/utils";
import type { ReactNode } from "react";
import type { Data } from "../core/index.ts";
import { isMapping } from "../core/index.ts";
import { EachField } from "./each_field.tsx";
import type { Rendered } from "./form_schema.ts";
import { ItemTemplate, ListTemplate } from "./list_templates.tsx";
import { PREFIX, SEPARATOR } from "./places.ts";
import { ObjectTemplate } from "./templates.tsx";
import { SILENT } from "./validator.ts";
import { widgets } from "./widgets.ts";

/** Every control has its own frame, with its name and its faults. */
function Bare({ children, hidden }: FieldTemplateProps): ReactNode {
  return hidden ? null : children;
}

const TEMPLATES: Partial<TemplatesType> = {
  FieldTemplate: Bare,
  ObjectFieldTemplate: ObjectTemplate,
  ArrayFieldTemplate: ListTemplate,
  ArrayFieldItemTemplate: ItemTemplate,
};
const FIELDS = { each: EachField } as RegistryFieldsType;
const NOTHING_BY_ITSELF: NonNullable<FormProps["experimental_defaultFormStateBehavior"]> = {
  emptyObjectFields: "skipDefaults",
  arrayMinItems: { populate: "never" },
  constAsDefaults: "never",
};

interface QuestionsProps {
  readonly rendered: Rendered;
  readonly data: Data;
  readonly onChange: (data: unknown) => void;
}

/** All questions of the call. */
export function Questions({ rendered, data, onChange }: QuestionsProps): ReactNode {
  return (
    <RjsfForm
      tagName="div"
      idPrefix={PREFIX}
      idSeparator={SEPARATOR}
      schema={rendered.schema}
      uiSchema={rendered.uiSchema}
      formData={data}
      validator={SILENT}
      noValidate
      noHtml5Validate
      templates={TEMPLATES}
      fields={FIELDS}
      widgets={widgets as unknown as RegistryWidgetsType}
      experimental_defaultFormStateBehavior={NOTHING_BY_ITSELF}
      onChange={(event: { formData?: unknown }) => onChange(event.formData)}
    >
      {/* No button of the library's own. */}
      <></>
    </RjsfForm>
  );
}

/**
 * What was answered, without what was emptied; an item of a list stays while it is still empty.
 */
export function cleaned(data: unknown): Data {
  return (inside(data) ?? {}) as Data;
}

function inside(value: unknown): unknown {
  if (value === "" || value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => inside(item) ?? (isMapping(item) ? {} : undefined));
    const kept = items.filter((item) => item !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, inside(each)] as const);
  const kept = entries.filter(([, each]) => each !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

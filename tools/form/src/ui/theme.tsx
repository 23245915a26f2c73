/** The library's form, with nothing that it would do by itself; see `registry.tsx` for its look. */

import type { FormProps } from "@rjsf/core/lib/components/Form.js";
import RjsfForm from "@rjsf/core/lib/components/Form.js";
import type { ReactNode } from "react";
import type { Data } from "../core/index.ts";
import { isMapping } from "../core/index.ts";
import type { Rendered } from "./form_schema.ts";
import { PREFIX, SEPARATOR } from "./places.ts";
import { SILENT } from "./validator.ts";

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

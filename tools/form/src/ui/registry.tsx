/**
 * What the library renders with: our own controls and templates, and of its own only the four fields
 * that walk through the schema. The build puts this in the place of the library's default registry,
 * which brings a control for every form there is.
 */

import ArrayField from "@rjsf/core/lib/components/fields/ArrayField.js";
import ObjectField from "@rjsf/core/lib/components/fields/ObjectField.js";
import SchemaField from "@rjsf/core/lib/components/fields/SchemaField.js";
import StringField from "@rjsf/core/lib/components/fields/StringField.js";
import type { FieldTemplateProps } from "@rjsf/utils";
import type { ReactNode } from "react";
import { EachField } from "./each_field.tsx";
import { ItemTemplate, ListTemplate } from "./list_templates.tsx";
import { PREFIX, SEPARATOR } from "./places.ts";
import { ObjectTemplate } from "./templates.tsx";
import { widgets } from "./widgets.ts";

/** Every control has its own frame, with its name and its faults. */
function Bare({ children, hidden }: FieldTemplateProps): ReactNode {
  return hidden ? null : children;
}

function Nothing(): ReactNode {
  return null;
}

export default function registry(): object {
  return {
    fields: { ArrayField, ObjectField, SchemaField, StringField, each: EachField },
    templates: {
      ArrayFieldItemTemplate: ItemTemplate,
      ArrayFieldTemplate: ListTemplate,
      ButtonTemplates: { SubmitButton: Nothing },
      DescriptionFieldTemplate: Nothing,
      ErrorListTemplate: Nothing,
      FieldErrorTemplate: Nothing,
      FieldHelpTemplate: Nothing,
      FieldTemplate: Bare,
      ObjectFieldTemplate: ObjectTemplate,
      UnsupportedFieldTemplate: Nothing,
    },
    widgets,
    rootSchema: {},
    formContext: {},
    translateString: (key: string) => key,
    globalFormOptions: {
      idPrefix: PREFIX,
      idSeparator: SEPARATOR,
      useFallbackUiForUnsupportedType: false,
    },
  };
}

/** Which control asks which form of answer. */

import type { ReactNode } from "react";
import type { Form } from "../core/index.ts";
import { Choice, Choices } from "./choice_widgets.tsx";
import { Digest } from "./digest_widget.tsx";
import { Organisation } from "./organisation_widget.tsx";
import {
  Address,
  Day,
  Licence,
  LongText,
  Mailbox,
  Money,
  Numbers,
  Text,
  Texts,
  Year,
} from "./text_widgets.tsx";
import type { Answering } from "./widget.tsx";

export const widgets: Readonly<Record<Form, (props: Answering) => ReactNode>> = {
  text: Text,
  "long-text": LongText,
  day: Day,
  money: Money,
  year: Year,
  choice: Choice,
  choices: Choices,
  organisation: Organisation,
  party: Choice,
  licence: Licence,
  digest: Digest,
  mailbox: Mailbox,
  address: Address,
  texts: Texts,
  numbers: Numbers,
};

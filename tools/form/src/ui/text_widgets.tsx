/** Answers that are typed in one box: words, amounts, days, addresses, lists with commas. */


import type { HTMLAttributes, ReactNode } from "react";
import type { Kit } from "../core/index.ts";
import * as answers from "./answers.ts";
import { Field } from "./field.tsx";
import { useFilling } from "./filling.tsx";
import type { Reading } from "./typed.ts";
import { useTyped } from "./typed.ts";
import type { Answering } from "./widget.tsx";
import { usePlace } from "./widget.tsx";

type Attributes = Pick<HTMLAttributes<HTMLInputElement>, "inputMode" | "spellCheck" | "className">;

interface Box {
  readonly reading: (kit: Kit) => Reading;
  readonly attributes?: Attributes;
  /** What was understood; undefined where it is what was typed. */
  readonly echo?: (value: unknown, kit: Kit) => string | undefined;
}

/** A widget for one line. */
function line(box: Box): (props: Answering) => ReactNode {
  return function Line(props) {
    const { kit } = useFilling();
    const { asked } = usePlace(props);
    const [typed, type] = useTyped(props.value, box.reading(kit), props.onChange);
    return (
      <Field {...asked} echo={box.echo?.(props.value, kit)}>
        {(control) => (
          <input
            {...control}
            {...box.attributes}
            type="text"
            autoComplete="off"
            value={typed}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
    );
  };
}

const AS_TYPED: Reading = { show: answers.shownText, read: answers.text };

export const Text = line({ reading: () => AS_TYPED });
export const Licence = line({ reading: () => AS_TYPED, attributes: { spellCheck: false, className: "middling" } });
export const Mailbox = line({ reading: () => AS_TYPED, attributes: { inputMode: "email", spellCheck: false } });
export const Address = line({
  reading: () => ({ show: answers.shownText, read: answers.address }),
  attributes: { inputMode: "url", spellCheck: false },
});
export const Year = line({
  reading: () => ({ show: answers.shownText, read: answers.year }),
  attributes: { inputMode: "numeric", className: "short" },
});
export const Money = line({
  reading: (kit) => ({ show: (value) => answers.shownAmount(value, kit), read: answers.amount }),
  attributes: { inputMode: "decimal", className: "short" },
  echo: answers.amountInWords,
});
export const Day = line({
  reading: (kit) => ({ show: (value) => answers.shownDay(value, kit), read: answers.day }),
  attributes: { className: "middling" },
  echo: answers.dayInWords,
});
export const Texts = line({
  reading: () => ({ show: answers.shownTexts, read: answers.texts }),
  echo: answers.textsInWords,
});
export const Numbers = line({
  reading: () => ({ show: answers.shownNumbers, read: answers.numbers }),
  attributes: { inputMode: "numeric", spellCheck: false },
});

/** A widget for a few sentences. */
export function LongText(props: Answering): ReactNode {
  const { asked } = usePlace(props);
  const [typed, type] = useTyped(props.value, AS_TYPED, props.onChange);
  return (
    <Field {...asked}>
      {(control) => (
        <textarea {...control} rows={3} value={typed} onChange={(event) => type(event.target.value)} />
      )}
    </Field>
  );
}

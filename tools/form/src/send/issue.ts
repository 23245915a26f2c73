/**
 * The forge's form for an issue, with the files of a dossier in it. The fields are those that
 * `gzg issue-form` makes; GitHub fills them in from the address
 * (https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue).
 */

import { escaped } from "./forge_addresses.ts";

export function issueAddress(form: string, title: string, record?: string, readme?: string): string {
  const fields = { title, submission_yml: record, readme_md: readme };
  const filled = Object.entries(fields).filter(([, text]) => text !== undefined);
  return [form, ...filled.map(([name, text]) => `${name}=${escaped(text ?? "")}`)].join("&");
}

/** Sentences with `{placeholders}`, filled as Python's `str.format` fills those of the kit. */

/** The sentence with its placeholders filled; `{{` and `}}` are braces. */
export function filledIn(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{|\}\}|\{([A-Za-z_]+)\}/g, (found, name: string | undefined) => {
    if (name === undefined) return found[0] ?? "";
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in “${template}”`);
    return value;
  });
}

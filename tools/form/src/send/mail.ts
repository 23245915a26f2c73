/** A mail that somebody sends with their own program: an address that begins one. */

/** The `mailto:` for a mailbox; a file cannot be in it, so the text asks to add that. */
export function mailAddress(mailbox: string, subject: string, text: string): string {
  const body = encodeURIComponent(text.replaceAll("\n", "\r\n"));
  return `mailto:${encodeURIComponent(mailbox).replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${body}`;
}

/** Gives somebody a file to keep, made here; nothing goes over the network. */

const KEPT_FOR = 60_000;

export function download(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // A browser may still ask where to put it.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
}

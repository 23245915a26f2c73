// On the search page the link to the other language takes the words and the selection along.
// A value is put in the other language's words where those differ. Without this script the link
// leads to the search page with nothing chosen.

const form = document.querySelector("#search");
const link = document.querySelector("[data-language-switch]");
const target = new URL(link.href);
const words = JSON.parse(link.dataset.words);

function lead() {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value.trim()) asked.append(name, words[name]?.[value] ?? value.trim());
  }
  target.search = asked.toString();
  link.href = target.href;
}

for (const kind of ["pointerdown", "focus", "click"]) link.addEventListener(kind, lead);

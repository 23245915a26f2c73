// The page for a wrong address: the words of that address go into the search fields, and what
// they find is offered. Without this script the fields are empty and work all the same.

const MOST = 5;
const parts = location.pathname.split("/").filter(Boolean);
const page = document.querySelector(".not-found");
const sections = [...page.querySelectorAll("section")];
const root = (section) => new URL(section.dataset.home, location).pathname;

function wordsOfAddress() {
  let last = parts.at(-1) ?? "";
  try {
    last = decodeURIComponent(last);
  } catch {
    // Not every address can be decoded; its letters are words all the same.
  }
  return last.replace(/\.html?$/, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ");
}

async function suggest(section, words) {
  const pagefind = await import(new URL(page.dataset.index, document.baseURI));
  const answer = await pagefind.search(words);
  const found = await Promise.all(answer.results.slice(0, MOST).map((one) => one.data()));
  if (!found.length) return;
  const entries = found.map((data) => {
    const link = document.createElement("a");
    link.href = data.url;
    link.textContent = data.meta.title;
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  section.querySelector(".perhaps ul").append(...entries);
  section.querySelector(".perhaps").hidden = false;
}

const words = wordsOfAddress();
for (const field of page.querySelectorAll("input")) field.value ||= words;
// The most precise home that the address is below: `/en/` before `/`.
const asked = sections
  .filter((section) => location.pathname.startsWith(root(section)))
  .sort((one, other) => root(other).length - root(one).length)[0];
if (asked && words) {
  // Pagefind takes the index of the language that the document is in.
  document.documentElement.lang = asked.lang;
  if (asked !== sections[0]) page.prepend(asked);
  suggest(asked, words).catch((error) => console.info(error));
}

// Two small things that a page does by itself: it says whether a call is open, from the visitor's
// clock, and "/" leads to the search field. Without this script the dates say the first.

for (const badge of document.querySelectorAll("[data-opens][data-closes]")) {
  const { opens, closes, before, during, after } = badge.dataset;
  const now = Date.now();
  const isBefore = opens && now < Date.parse(opens);
  const isAfter = closes && now > Date.parse(closes);
  if (!isBefore && !isAfter && !closes && badge.dataset.endless === undefined) continue;
  badge.textContent = isBefore ? before : isAfter ? after : during;
  badge.classList.add(isBefore ? "before" : isAfter ? "closed" : "open");
  badge.hidden = false;
  const start = isAfter && badge.closest("article > .lead") && document.querySelector(".start");
  if (start) start.hidden = true; // Nobody starts on a call that is closed.
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector("#words") ?? document.querySelector("[data-shortcut]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

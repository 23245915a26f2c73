/**
 * What appears on the page moves what is below it. While a finger or a mouse button is down nothing
 * may appear, or the press would end on something else than where it began.
 */

let isDown = false;
let waiting: (() => void)[] = [];

function release(): void {
  isDown = false;
  const actions = waiting;
  waiting = [];
  // The click itself comes after the release.
  setTimeout(() => actions.forEach((action) => action()));
}

document.addEventListener("pointerdown", () => (isDown = true), true);
document.addEventListener("pointerup", release, true);
document.addEventListener("pointercancel", release, true);

/** Does something now, or as soon as nothing is pressed. */
export function whenReleased(action: () => void): void {
  if (isDown) waiting.push(action);
  else action();
}

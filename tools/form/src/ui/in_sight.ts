/**
 * What has the focus stays in sight. On a phone the bar with what is missing lies over the bottom of
 * the page; a remark that appears above an answer, or a bar that grows, would push it behind there.
 */

import type { RefObject } from "react";
import { useEffect, useRef } from "react";
import { whenReleased } from "./pressing.ts";

/** How high the bar is, for what scrolls to an answer. */
const HEIGHT = "--bar";

/** Keeps what has the focus inside an element out from behind its bar, however either grows. */
export function useFocusInSight(bar: string): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = around.current;
    if (!element) return;
    const look = (): void => whenReleased(() => bringForward(element, bar));
    const soon = (): number => requestAnimationFrame(look);
    const sizes = new ResizeObserver(() => {
      const height = element.querySelector(bar)?.getBoundingClientRect().height ?? 0;
      document.documentElement.style.setProperty(HEIGHT, `${height}px`);
      soon();
    });
    [element, ...element.children].forEach((each) => sizes.observe(each));
    element.addEventListener("focusin", soon);
    return () => {
      sizes.disconnect();
      element.removeEventListener("focusin", soon);
    };
  }, [bar]);
  return around;
}

/** Scrolls only where the bar lies over what has the focus: whoever scrolled away stays there. */
function bringForward(element: HTMLElement, selector: string): void {
  const focused = document.activeElement;
  const bar = element.querySelector(selector);
  if (!focused || !bar || !element.contains(focused) || bar.contains(focused)) return;
  const above = bar.getBoundingClientRect();
  const box = focused.getBoundingClientRect();
  const isOver = box.bottom > above.top && box.top < above.bottom && box.right > above.left && box.left < above.right;
  if (isOver) focused.scrollIntoView({ block: "nearest", behavior: "instant" });
}

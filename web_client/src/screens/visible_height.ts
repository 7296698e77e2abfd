/**
 * The room is as high as what can be seen of it. Browsers that shrink the page for the keyboard need nothing; on iOS
 * the keyboard lies over the page, and only visualViewport knows. Sets two properties on the root, nothing else.
 */
import { useEffect } from "preact/hooks";

export function useVisibleHeight(): void {
  useEffect(() => {
    const seen = globalThis.visualViewport;
    const root = document.documentElement.style;
    if (seen === null || seen === undefined) return undefined;
    const fit = () => {
      // Pinched to zoom: leave the page alone, or it would shrink under the fingers.
      if (seen.scale > 1.01) return;
      root.setProperty("--seen-height", `${seen.height}px`);
      root.setProperty("--seen-top", `${seen.offsetTop}px`);
    };
    fit();
    seen.addEventListener("resize", fit);
    seen.addEventListener("scroll", fit);
    return () => {
      seen.removeEventListener("resize", fit);
      seen.removeEventListener("scroll", fit);
      root.removeProperty("--seen-height");
      root.removeProperty("--seen-top");
    };
  }, []);
}

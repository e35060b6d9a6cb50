/** What is looked at in the pane itself: by axe, in three themes, and for whether all of it has room. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Frame, Page } from "playwright-core";

/** The themes as the browser is told of them; nothing moves, so that what is looked at has come to rest. */
export const THEMES = {
  light: { colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" },
  dark: { colorScheme: "dark", forcedColors: "none", reducedMotion: "reduce" },
  "high contrast": { colorScheme: "dark", forcedColors: "active", reducedMotion: "reduce" },
} as const satisfies Readonly<Record<string, Parameters<Page["emulateMedia"]>[0]>>;

const AXE = readFileSync(path.join(process.cwd(), "node_modules/axe-core/axe.min.js"), "utf8");

interface Axe {
  readonly run: (
    root: Document,
    options: object,
  ) => Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly impact?: string | null;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }[];
  }>;
}
declare const axe: Axe;

/** Puts axe into the pane's page, for as long as that stays open. */
export const bringAxe = (frame: Frame): Promise<unknown> => frame.evaluate(AXE);

/** Everything that axe finds wrong, of whatever weight, one line an element. */
export async function findings(frame: Frame): Promise<readonly string[]> {
  await atRest(frame);
  return frame.evaluate(async () => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${impact ?? ""} ${id}: ${html} ${failureSummary ?? ""}`),
    );
  });
}

/** Colours of a new theme are drawn and no transition is under way. */
export const atRest = (frame: Frame): Promise<void> =>
  frame.evaluate(async () => {
    const drawn = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    await drawn();
    await drawn();
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });

/**
 * What does not find room in the pane's width: the page or a part of it scrolls sideways, or something is cut off at the
 * right. A wide table of figures alone scrolls by itself, in a region that has a name and takes the focus.
 */
export const overflow = (frame: Frame): Promise<readonly string[]> =>
  frame.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>("html, body, #pane *")].filter(
      (element) => element.checkVisibility() && !element.closest("[role=region][tabindex='0']"),
    );
    const scrolls = ({ scrollWidth, clientWidth }: HTMLElement): boolean => scrollWidth > clientWidth + 1;
    const name = (element: HTMLElement): string => element.outerHTML.slice(0, 160);
    return shown.flatMap((element) => {
      const { overflowX, textOverflow, position } = getComputedStyle(element);
      if (element.tagName === "HTML" || (overflowX !== "visible" && textOverflow !== "ellipsis"))
        if (scrolls(element)) return [`scrolls: ${name(element)}`];
      const { right, width } = element.getBoundingClientRect();
      return width > 1 && position !== "fixed" && right > innerWidth + 1 ? [`cut off: ${name(element)}`] : [];
    });
  });

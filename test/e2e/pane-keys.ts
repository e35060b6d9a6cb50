/** The pane without a mouse: what Tab leads to, how that is called, and whether one sees where the focus is. */
import type { Frame, Locator, Page } from "playwright-core";
import { atRest } from "./pane-looks";
import type { WorkbenchPage } from "./workbench-page";

/** More stops than any view has. */
const MOST_STOPS = 250;

interface Stop {
  readonly element: HTMLElement;
  /** Outlines, borders, shadows and grounds of the element and what it stands in, while it has the focus. */
  readonly look: string;
}

/** What the page under test remembers between two keys. */
interface Walk {
  stops: Stop[];
  unseen: string[];
  look: (element: HTMLElement) => string;
}
declare const walk: Walk;

interface Axe {
  readonly setup: (root: Document) => void;
  readonly teardown: () => void;
  readonly commons: { readonly text: { readonly accessibleText: (element: Element) => string } };
}
declare const axe: Axe;

/** The next Tab leads to the pane's first control. */
export async function goToTop(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    getSelection()?.removeAllRanges();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });
}

export interface Walked {
  /** How many controls were reached. */
  readonly stops: number;
  /** Controls that can be used but were not reached. */
  readonly unreached: readonly string[];
  readonly unnamed: readonly string[];
  /** Controls that look the same with the focus as without it. */
  readonly unseen: readonly string[];
}

/** Presses Tab from the top of the pane until the focus leaves it. */
export async function walkByTab({ page }: WorkbenchPage, frame: Frame): Promise<Walked> {
  await begin(frame);
  await goToTop(frame);
  for (let i = 0; i < MOST_STOPS; i++) {
    await page.keyboard.press("Tab");
    if (await noteStop(frame)) return outcome(frame);
  }
  throw new Error(`Tab does not lead out of the pane in ${MOST_STOPS} steps.`);
}

const begin = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    const parts = [null, "::before", "::after"];
    const look = (element: HTMLElement): string => {
      const around = [element, element.parentElement, element.parentElement?.parentElement];
      return around
        .flatMap((one) => (one ? parts.map((part) => getComputedStyle(one, part)) : []))
        .map((style) => {
          const outline = style.outlineStyle === "none" ? "" : `${style.outlineWidth} ${style.outlineColor}`;
          return [outline, style.boxShadow, style.border, style.backgroundColor, style.transform].join();
        })
        .join("|");
    };
    Object.assign(globalThis, { walk: { stops: [], unseen: [], look } satisfies Walk });
  });

/** Notes which control has the focus, and compares the one before with what it looked like; true outside the pane. */
async function noteStop(frame: Frame): Promise<boolean> {
  await atRest(frame);
  return frame.evaluate(() => {
    const { stops, unseen, look } = walk;
    const focused = document.activeElement as HTMLElement;
    const before = stops.at(-1);
    if (before && before.element !== focused && before.look === look(before.element))
      unseen.push(before.element.outerHTML.slice(0, 200));
    const isOutside = focused === document.body || !document.hasFocus() || focused === stops[0]?.element;
    if (!isOutside) stops.push({ element: focused, look: look(focused) });
    return isOutside;
  });
}

const outcome = (frame: Frame): Promise<Walked> =>
  frame.evaluate(() => {
    const controls = "a[href], button, input, select, textarea, summary, [tabindex]";
    const reached = new Set(walk.stops.map(({ element }) => element));
    const html = (element: Element): string => element.outerHTML.slice(0, 200);
    const unreached = [...document.querySelectorAll<HTMLElement>(controls)].filter(
      (element) =>
        element.tabIndex >= 0 &&
        !element.matches(":disabled") &&
        element.checkVisibility({ visibilityProperty: true }) &&
        !reached.has(element),
    );
    axe.setup(document);
    const unnamed = [...reached].filter((element) => axe.commons.text.accessibleText(element).trim() === "");
    axe.teardown();
    return {
      stops: reached.size,
      unreached: unreached.map(html),
      unnamed: unnamed.map(html),
      unseen: walk.unseen,
    };
  });

/** Presses a key until a control has the focus. */
export async function keyTo(
  page: Page,
  key: "Tab" | "Shift+Tab" | "ArrowRight",
  control: Locator,
): Promise<void> {
  for (let i = 0; i < MOST_STOPS; i++) {
    // Arrow keys lead on from a control that has the focus already.
    if (i > 0 || !key.startsWith("Arrow")) await page.keyboard.press(key);
    if ((await control.count()) === 1 && (await hasFocus(control))) return;
  }
  throw new Error(`${key} does not lead to ${String(control)}.`);
}

export const hasFocus = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => element === element.ownerDocument.activeElement);

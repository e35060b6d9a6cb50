import { act } from "react";
import type { Day } from "../../src/domain/period";
import type { Load, SeriesId } from "../../src/domain/series";
import { createEdition, type Edition } from "../../src/load/edition";
import { Ledger } from "../../src/functions/bridge/ledger";
import { FUNCTIONS } from "../../src/functions/index";
import { makeDoor } from "../../src/pane/door";
import type { PaneHost } from "../../src/pane/pane-host";
import { startPane } from "../../src/pane/start";
import { makeDesk } from "../../src/workbook/refresh/desk";
import { embeddedFigures } from "../../src/workbench/connect";

/** A pane in the document of a test, and how to use it as a person does. */
export interface DrawnPane {
  readonly root: HTMLElement;
  readonly edition: Edition;
  /** Texts that the pane kept in the workbook. */
  readonly kept: readonly string[];
  /** A function asks for a series for the first time. */
  readonly enter: (id: string) => Promise<void>;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly type: (label: string, text: string) => Promise<void>;
  readonly choose: (label: string, value: string) => Promise<void>;
  readonly control: (name: string | RegExp) => HTMLElement;
  readonly text: () => string;
  readonly until: (condition: () => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

const PATIENCE_MS = 8000;
const CONTROLS = "button, input, select, textarea, a[href], [role=tab]";

/** What a test wants otherwise; `newest` is where newer figures come from. */
type Changes = Partial<PaneHost> & { readonly newest?: Load };

export async function drawPane({ newest, ...changes }: Changes = {}): Promise<DrawnPane> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const load = embeddedFigures();
  const edition = createEdition(load);
  const kept: string[] = [];
  const root = document.createElement("div");
  document.body.append(root);
  const parts = {
    ready: Promise.resolve(),
    load,
    functions: () => Promise.resolve(FUNCTIONS),
    today: () => "2026-11-23" as Day,
    keep: () => Promise.resolve(void kept.push(JSON.stringify(edition.toJSON()))),
    namespace: "DIGITRADE",
    ...changes,
  };
  const desk = makeDesk({ ...parts, edition, newest: newest ?? load, ledger: () => new Ledger() });
  const host: PaneHost = {
    ...parts,
    figures: edition,
    subscribe: (listener) => edition.subscribe(listener),
    origin: "https://localhost",
    product: "DigiTrade 0.1.0",
    door: makeDoor(),
    desk: () => Promise.resolve(desk),
    ...changes,
  };
  const close = await act(async () => startPane(root, host));

  const control = (name: string | RegExp): HTMLElement => {
    const all = [...root.querySelectorAll<HTMLElement>(CONTROLS)];
    // The name first: to say what is shown, jsdom matches every rule of the page with every element above.
    const found = all.find((element) => {
      const given = nameOf(element);
      return (typeof name === "string" ? given === name : name.test(given)) && isShown(element);
    });
    if (found) return found;
    const shown = all.filter(isShown).map(nameOf);
    throw new Error(`No control is named ${String(name)}; there are: ${shown.join(" | ")}`);
  };
  const set = async (label: string, value: string, event: string): Promise<void> => {
    const element = control(label);
    // React listens to what changes behind its own property.
    const property = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value");
    await act(async () => {
      property?.set?.call(element, value);
      element.dispatchEvent(new Event(event, { bubbles: true }));
      await Promise.resolve();
    });
  };
  return {
    root,
    edition,
    kept,
    enter: (id) =>
      act(async () => {
        await edition.load(id as SeriesId);
      }),
    control,
    press: (name) =>
      act(async () => {
        control(name).click();
        await Promise.resolve();
      }),
    type: (label, text) => set(label, text, "input"),
    choose: (label, value) => set(label, value, "change"),
    text: () => root.textContent,
    until: async (condition) => {
      const end = Date.now() + PATIENCE_MS;
      while (!condition()) {
        if (Date.now() > end) throw new Error(`Never true: ${String(condition)}\n${root.textContent}`);
        await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
      }
    },
    close: async () => {
      await act(async () => {
        close();
        await Promise.resolve();
      });
      root.remove();
    },
  };
}

const isShown = (element: HTMLElement): boolean => {
  for (let at: HTMLElement | null = element; at; at = at.parentElement)
    if (getComputedStyle(at).display === "none") return false;
  return true;
};

/** The accessible name, as far as the pane uses its sources. */
function nameOf(element: HTMLElement): string {
  const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
  // A tab holds its name twice, once out of sight, so that its width stays when it turns bold.
  const seen = element.cloneNode(true) as HTMLElement;
  for (const hidden of seen.querySelectorAll("[class*=reserved-space]")) hidden.remove();
  const named =
    element.getAttribute("aria-label") ?? (labels.length > 0 ? labels.join(" ") : seen.textContent);
  return named.trim();
}

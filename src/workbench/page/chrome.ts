import type { FunctionMetadata } from "../sheet/function-table";
import type { Dictionary } from "./dictionary";
import { element } from "./element";

/** The bar above the grid. */
export interface Chrome {
  /** Tells how many calls are open. */
  readonly showOpenCalls: (count: number) => void;
  /** Tells what the figures are, for as long as no call is open. */
  readonly showFigures: (line: string) => void;
  /** The button that shows and hides the pane; where there is no room for both, it starts hidden. */
  readonly togglePane: (pane: HTMLElement) => void;
  readonly listFunctions: (namespace: string, metadata: readonly FunctionMetadata[]) => void;
}

export function buildChrome(bar: HTMLElement, text: Dictionary, hasGateway: boolean): Chrome {
  document.title = text.title;
  let figures: string = hasGateway ? text.asking : text.offline;
  let openCalls = 0;
  const state = element("span", "bar-state", figures);
  const show = (): void => {
    const shown = openCalls > 0 ? text.loading : figures;
    // Only what changes is read out.
    if (state.textContent !== shown) state.textContent = shown;
  };
  state.setAttribute("role", "status");
  const help = element("button", "", text.help);
  help.type = "button";
  help.disabled = true;
  bar.append(
    element("h1", "bar-name", "DigiTrade"),
    element("p", "bar-line", hasGateway ? text.lineWithGateway : text.line),
    state,
    help,
  );
  return {
    showOpenCalls(count) {
      openCalls = count;
      show();
    },
    showFigures(line) {
      figures = line;
      show();
    },
    togglePane(pane) {
      const button = element("button", "", text.pane);
      button.type = "button";
      const open = (shown: boolean): void => {
        pane.hidden = !shown;
        button.setAttribute("aria-pressed", String(shown));
      };
      button.addEventListener("click", () => open(pane.hidden));
      open(matchMedia("(min-width: 761px)").matches);
      bar.append(button);
    },
    listFunctions(namespace, metadata) {
      const dialog = helpDialog(text, namespace, metadata);
      document.body.append(dialog);
      help.disabled = false;
      help.addEventListener("click", () => {
        dialog.showModal();
      });
    },
  };
}

function helpDialog(
  text: Dictionary,
  namespace: string,
  metadata: readonly FunctionMetadata[],
): HTMLDialogElement {
  const dialog = element("dialog", "help");
  const head = element("div", "help-head");
  const close = element("button", "", text.close);
  close.type = "button";
  close.addEventListener("click", () => {
    dialog.close();
  });
  const title = element("h2", "", text.helpTitle);
  title.id = "help-title";
  dialog.setAttribute("aria-labelledby", title.id);
  head.append(title, close);
  const list = element("dl", "");
  for (const fn of metadata) {
    list.append(element("dt", "", signature(namespace, fn)), element("dd", "", fn.description));
  }
  dialog.append(head, list);
  return dialog;
}

function signature(namespace: string, { name, parameters }: FunctionMetadata): string {
  const list = parameters.map((p) => (p.optional ? `[${p.name}]` : p.name)).join(", ");
  return `=${namespace}.${name}(${list})`;
}

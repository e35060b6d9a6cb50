import { element } from "./element";

/** A message between the bar and the sheet. */
export interface Notice {
  readonly title: string;
  readonly lines?: readonly string[];
  /** Something is wrong, or something was not done. */
  readonly isProblem?: boolean;
  readonly action?: { readonly label: string; readonly hint: string; readonly run: () => void };
}

export interface NoticePlace {
  readonly show: (notice: Notice) => void;
  readonly clear: () => void;
}

/** Shows one message at a time, which stays until it is closed or something else is to be said. */
export function noticePlace(place: HTMLElement, closeLabel: string): NoticePlace {
  const clear = (): void => {
    place.replaceChildren();
    place.hidden = true;
  };
  clear();
  return {
    clear,
    show({ title, lines = [], isProblem = false, action }) {
      const words = element("div", "notice-words");
      words.setAttribute("role", isProblem ? "alert" : "status");
      words.append(element("p", "notice-title", title));
      if (lines.length > 0) words.append(list(lines));
      const buttons = element("div", "notice-buttons");
      if (action) {
        words.append(element("p", "notice-hint", action.hint));
        buttons.append(button(action.label, "", action.run));
      }
      const close = button("×", "notice-close", clear);
      close.setAttribute("aria-label", closeLabel);
      close.title = closeLabel;
      buttons.append(close);
      place.className = isProblem ? "notice notice-problem" : "notice";
      place.replaceChildren(words, buttons);
      place.hidden = false;
    },
  };
}

function list(lines: readonly string[]): HTMLElement {
  const made = element("ul", "");
  made.append(...lines.map((line) => element("li", "", line)));
  return made;
}

function button(label: string, className: string, run: () => void): HTMLButtonElement {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", run);
  return made;
}

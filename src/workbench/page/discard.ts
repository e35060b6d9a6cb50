import { fill, type Dictionary } from "./dictionary";

/** Asks whether unsaved changes may be lost; true where they may. Escape means no. */
export function askToDiscard(text: Dictionary, name: string): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.className = "help ask";
  const title = document.createElement("h2");
  title.id = "ask-title";
  title.textContent = text.discardTitle;
  dialog.setAttribute("aria-labelledby", title.id);
  const line = document.createElement("p");
  line.textContent = fill(text.discardLine, { name });
  const buttons = document.createElement("div");
  buttons.className = "ask-buttons";
  const button = (label: string, answer: string): HTMLButtonElement => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", () => dialog.close(answer));
    return made;
  };
  const cancel = button(text.cancel, "");
  cancel.autofocus = true;
  buttons.append(cancel, button(text.discard, "discard"));
  dialog.append(title, line, buttons);
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "discard");
    });
    dialog.showModal();
  });
}

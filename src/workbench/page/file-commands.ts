import type { Dictionary } from "./dictionary";

/** What a person asks for with the bar, the keyboard or the mouse. */
export interface FileCommands {
  readonly open: (file: File) => void;
  readonly save: () => void;
}

/** The part of the bar that is about the file. */
export interface FileBar {
  readonly showFile: (name: string, isChanged: boolean) => void;
  /** Nothing can be asked for while something is being done. */
  readonly setBusy: (isBusy: boolean) => void;
  /** Lets Ctrl+O and Ctrl+S mean the same in a page beside the sheet. */
  readonly listenIn: (target: EventTarget) => void;
}

const TYPES = ".xlsx,.xlsm,.xltx,.xltm";

/** Builds the file's name and its buttons; `desk` takes files that are dropped. */
export function fileBar(
  bar: HTMLElement,
  desk: HTMLElement,
  text: Dictionary,
  commands: FileCommands,
): FileBar {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = TYPES;
  input.hidden = true;
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) commands.open(file);
    // The same file can be chosen again.
    input.value = "";
  });
  const button = (label: string, hint: string, run: () => void): HTMLButtonElement => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.title = hint;
    made.addEventListener("click", run);
    return made;
  };
  const open = button(text.open, text.openHint, () => input.click());
  const save = button(text.save, text.saveHint, commands.save);
  const name = document.createElement("span");
  name.className = "bar-file";
  const label = document.createElement("span");
  label.className = "bar-file-name";
  const mark = document.createElement("span");
  mark.className = "only-read-out";
  mark.setAttribute("role", "status");
  name.append(label, mark);
  const file = document.createElement("div");
  file.className = "bar-files";
  file.append(name, open, save, input);
  bar.querySelector(".bar-name")?.after(file);
  let isBusy = false;

  const onKey = (event: Event): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event as KeyboardEvent;
    if (!(ctrlKey || metaKey) || altKey || shiftKey) return;
    const run = { o: () => input.click(), s: commands.save }[key.toLowerCase()];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isBusy) run();
  };
  const listenIn = (target: EventTarget): void =>
    target.addEventListener("keydown", onKey, { capture: true });
  listenIn(window);
  takeDrops(desk, (dropped) => {
    if (!isBusy) commands.open(dropped);
  });

  return {
    listenIn,
    showFile(shown, isChanged) {
      label.textContent = shown;
      // Only what changes is read out.
      const said = isChanged ? text.unsaved : "";
      if (mark.textContent !== said) mark.textContent = said;
      name.title = isChanged ? `${shown} — ${text.unsavedMark}` : shown;
      name.classList.toggle("bar-file-changed", isChanged);
      document.title = `${isChanged ? "• " : ""}${shown} — ${text.title}`;
    },
    setBusy(now) {
      isBusy = now;
      open.disabled = now;
      save.disabled = now;
    },
  };
}

/** A file that is dragged over the desk and let go there. */
function takeDrops(desk: HTMLElement, take: (file: File) => void): void {
  const hasFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") === true;
  const show = (isOver: boolean): unknown => desk.classList.toggle("desk-drop", isOver);
  desk.addEventListener("dragover", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    show(true);
  });
  desk.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null || !desk.contains(event.relatedTarget as Node)) show(false);
  });
  desk.addEventListener("drop", (event) => {
    show(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    take(file);
  });
}

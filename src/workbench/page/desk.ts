import { asProblem } from "../../domain/problem";
import type { Host } from "../host/index";
import { fileBase, saveOpened, type FileBase, type Saved } from "../file/save-opened";
import { lostParts } from "../file/lost-parts";
import { openFile, type OpenedFile } from "../file/opened-file";
import { installTrace, traceOf } from "../file/trace";
import { sheetFunctions } from "../sheet-functions";
import type { Chrome } from "./chrome";
import { askToDiscard } from "./discard";
import { download } from "./download";
import { fill, type Dictionary, type Language } from "./dictionary";
import { fileBar } from "./file-commands";
import { openedLines, refusedLines, lostLine } from "./file-sentences";
import { mountGrid, openWorkbook } from "./grid";
import { newWorkbook } from "./new-workbook";
import type { NoticePlace } from "./notice";
import { openPane } from "./pane-frame";
import { today } from "./today";
import type { Libraries } from "./vendor";

/** Where the parts of the page are. */
export interface DeskPlaces {
  readonly bar: HTMLElement;
  readonly desk: HTMLElement;
  readonly grid: HTMLElement;
  readonly pane: HTMLElement;
  readonly notice: NoticePlace;
}

export interface DeskOptions {
  readonly libraries: Libraries;
  readonly text: Dictionary;
  readonly language: Language;
  readonly chrome: Chrome;
  readonly places: DeskPlaces;
  /** Told of every workbook that is shown. */
  readonly onShown: (host: Host) => void;
}

/** The workbook that is open. */
interface Shown {
  readonly host: Host;
  readonly name: string;
  /** The file that it was opened from; a workbook without one is written whole. */
  readonly base: FileBase | undefined;
  /** What it was when it was last saved. */
  readonly savedRevision: number;
  readonly close: () => void;
}

/** Figures that take longer than this keep a workbook from being saved. */
const PATIENCE_MS = 30_000;

/** Shows the start workbook, and then whatever file is opened; saves it. */
export async function openDesk(options: DeskOptions): Promise<void> {
  const { libraries, text, language, chrome, places } = options;
  const { engine } = libraries;
  installTrace(engine);
  const bar = fileBar(places.bar, places.desk, text, {
    open: (file) => void doing(() => openChosen(file), text.notOpened),
    save: () => void doing(() => save(), text.notSaved),
  });
  let shown = await show(text.startName, undefined);

  const isChanged = (): boolean => traceOf(shown.host.model).revision !== shown.savedRevision;
  const showFile = (): void => bar.showFile(shown.name, isChanged());
  showFile();
  window.addEventListener("beforeunload", (event) => {
    if (isChanged()) event.preventDefault();
  });

  /** One thing at a time; what goes wrong is said. */
  async function doing(what: () => Promise<void>, wrong: string): Promise<void> {
    bar.setBusy(true);
    try {
      await what();
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      places.notice.show({ title: fill(wrong, { reason }), isProblem: true });
    } finally {
      bar.setBusy(false);
    }
  }

  async function show(name: string, opened: OpenedFile | undefined): Promise<Shown> {
    const host = await openWorkbook(libraries, chrome.showOpenCalls, opened?.data);
    const base = opened && fileBase(opened, host);
    const savedRevision = traceOf(host.model).revision;
    const frame = openPane(places.pane, text.pane, host);
    frame.addEventListener("load", () => {
      if (frame.contentWindow) bar.listenIn(frame.contentWindow);
    });
    const unmount = await mountGrid(libraries, host, places.grid);
    host.model.on("update", places, () => showFile());
    options.onShown(host);
    const close = (): void => {
      host.model.off("update", places);
      unmount();
      host.dispose();
    };
    return { host, name, base, savedRevision, close };
  }

  async function openChosen(file: File): Promise<void> {
    if (isChanged() && !(await askToDiscard(text, shown.name))) return;
    places.notice.clear();
    let opened: OpenedFile;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      opened = openFile(file.name, bytes, { engine, ...sheetFunctions() });
    } catch (thrown) {
      const problem = asProblem(thrown);
      // What is open stays open.
      places.notice.show({ title: problem.message, isProblem: true });
      return;
    }
    const before = shown;
    before.close();
    shown = await show(file.name, opened);
    showFile();
    const lines = openedLines(opened, text);
    if (lines.length > 0) places.notice.show({ title: fill(text.opened, { name: file.name }), lines });
  }

  async function save(): Promise<void> {
    finishTyping();
    if (!(await isSettled(shown.host))) {
      places.notice.show({ title: text.notSettled, isProblem: true });
      return;
    }
    const { base, host, name } = shown;
    if (!base) return saveWhole(name);
    const saved = saveOpened(base, engine, host);
    if (saved.kind === "saved") keep(name, saved.bytes, text.saved);
    else refuse(saved, base);
  }

  function refuse({ refused }: Extract<Saved, { kind: "refused" }>, { opened }: FileBase): void {
    places.notice.show({
      title: fill(text.refusedTitle, { name: shown.name }),
      lines: refusedLines(refused, language),
      isProblem: true,
      action: {
        label: text.saveNew,
        hint: `${text.refusedAdvice} ${lostLine(lostParts(opened), text, language)}`,
        run: () => void doing(() => saveWhole(newName(shown.name)), text.notSaved),
      },
    });
  }

  /** From now on the workbook is the new file, and written whole. */
  async function saveWhole(name: string): Promise<void> {
    const title = name.replace(/\.\w+$/, "");
    const bytes = await newWorkbook(engine, shown.host, { title, created: today(), footer: text.printed });
    const isNew = shown.base !== undefined;
    shown = { ...shown, base: undefined };
    keep(name, bytes, isNew ? text.savedNew : text.saved);
  }

  function keep(name: string, bytes: Uint8Array, words: string): void {
    download(name, bytes);
    shown = { ...shown, name, savedRevision: traceOf(shown.host.model).revision };
    showFile();
    places.notice.show({ title: fill(words, { name }) });
  }
}

/** `Trade.xlsm` becomes `Trade (DigiTrade).xlsx`: without macros, and beside the file that was opened. */
const newName = (name: string): string => `${name.replace(/\.\w+$/, "")} (DigiTrade).xlsx`;

/** What is being typed into a cell counts: Enter ends it. */
function finishTyping(): void {
  const typing = document.activeElement;
  if (typing instanceof HTMLElement && typing.closest(".o-composer"))
    typing.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
}

async function isSettled(host: Host): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const settled = host.settled().then(() => true);
  try {
    return await Promise.race([settled, over]);
  } finally {
    clearTimeout(timer);
  }
}

import type { Requirements } from "./bridge";
import type { Host } from "./index";

declare global {
  /** The way in for the add-in's page: see {@link admitPane}. */
  var attachOffice: ((page: Window) => void) | undefined;
}

/**
 * Lets the add-in's page in a frame of this page find its host. The page calls `parent.attachOffice` with its own window
 * before office.js runs: a frame gets a new window whenever it is loaded, so nothing can be put into it from here. A
 * reloaded pane attaches again; its open calls are asked again.
 */
export function admitPane(host: Host, frame: HTMLIFrameElement, requirements?: Requirements): void {
  globalThis.attachOffice = (page) => {
    if (page === frame.contentWindow) host.bridge.attach(page, requirements);
  };
}

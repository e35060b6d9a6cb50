import type { Host } from "../host/index";
import { admitPane } from "../host/pane-frame";

/** The production pane beside the grid: the page that Excel would show, with only the library's address swapped. */
export function openPane(place: HTMLElement, title: string, host: Host): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.className = "pane-frame";
  admitPane(host, frame);
  frame.src = "addin/taskpane.html";
  place.replaceChildren(frame);
  return frame;
}

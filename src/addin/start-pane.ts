import { BROWSER_STORE, indexedDbStore } from "../load/browser-store";
import type { PaneHost } from "../pane/pane-host";
import { startPane } from "../pane/start";
import { gatewayHealth } from "./gateway-health";
import { keptDocuments } from "./kept-documents";

/** Draws the pane with what only it needs of this browser and of the network; loaded with it, since no cell waits for that. */
export function startPaneHere(root: HTMLElement, host: PaneHost): Promise<() => void> {
  const { gateway } = host;
  return startPane(root, {
    ...host,
    kept: keptDocuments(indexedDbStore(BROWSER_STORE)),
    ...(gateway && { health: () => gatewayHealth(gateway().address) }),
  });
}

import type { PaneHost } from "../pane/pane-host";

const FAILED =
  "The pane could not be loaded; check the connection, then reload. / 読み込めませんでした。接続を確認してください。";

/** Loads the pane once the functions stand, so that no cell waits for it. A failure is said in the page. */
export function openPane(host: PaneHost): void {
  const show = (): void => {
    const root = document.getElementById("pane");
    if (!root) return;
    import(/* webpackChunkName: "pane" */ "../pane/start")
      .then(({ startPane }) => startPane(root, host))
      .catch((thrown: unknown) => {
        console.error(thrown);
        showFailure(root, () => openPane(host));
      });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show, { once: true });
  else show();
}

function showFailure(root: HTMLElement, again: () => void): void {
  const sentence = document.createElement("p");
  sentence.className = "waiting";
  sentence.setAttribute("role", "alert");
  sentence.textContent = FAILED;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Reload / 再読み込み";
  button.addEventListener("click", again);
  root.replaceChildren(sentence, button);
}

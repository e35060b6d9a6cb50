import type { Series } from "../../domain/series";
import { readPolicy } from "../opening-policy";
import type { RefreshDesk } from "./desk";
import { newerFigures } from "./newer";

/**
 * Does what the workbook's policy says once it is open: nothing; or looks for newer figures, and where there are some
 * shows the pane that tells of them; or takes them, and shows what they changed.
 */
export async function applyPolicy(
  open: () => Promise<Pick<RefreshDesk, "state" | "check" | "accept">>,
  peek: (id: Series["id"]) => Series | undefined,
  show: () => void,
): Promise<void> {
  const policy = await readPolicy();
  if (policy === "keep") return;
  const desk = await open();
  await desk.check();
  const { news, outcome } = desk.state();
  // What went wrong is told where somebody looks; a workbook that opens must not be covered by it.
  if (outcome || !news) return;
  const { staged } = news.prospect;
  const newer = newerFigures(staged, peek);
  if (policy === "refresh" && staged.size > 0) await desk.accept([...staged.keys()]);
  if (newer.length > 0) show();
}

import type { Door } from "../pane/door";
import { isInExcel } from "../workbook/office-problem";
import type { RefreshDesk } from "../workbook/refresh/desk";
import { applyPolicy } from "../workbook/refresh/opening";
import type { DeskParts } from "./refresh-desk";

/** Does what the workbook's policy for its opening says, and shows the pane where there is something to tell. */
export async function atOpening(
  { edition, ready }: Pick<DeskParts, "edition" | "ready">,
  desk: () => Promise<RefreshDesk>,
  door: Door,
): Promise<void> {
  await ready;
  // Outside Excel there is no workbook that had a policy.
  if (!isInExcel()) return;
  await applyPolicy(desk, edition.peek, () => {
    door.ask("refresh");
    Office.addin.showAsTaskpane().catch((thrown: unknown) => console.error(thrown));
  });
}

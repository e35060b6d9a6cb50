import type { Text } from "../domain/series";
import type { Flow } from "./entry";

/** Order in which flows are listed: the balance first. */
export const FLOWS: readonly Flow[] = ["NET", "CREDIT", "DEBIT"];

/** What a flow is called in a title. */
export const FLOW_NAMES = {
  NET: { en: "balance", ja: "収支" },
  CREDIT: { en: "receipts", ja: "受取" },
  DEBIT: { en: "payments", ja: "支払" },
} as const satisfies Record<Flow, Text>;

/** "Japan: computer services, balance" and 日本：コンピュータサービス（収支）. */
export function flowTitle(area: Text, what: Text, flow: Flow): Text {
  const name = FLOW_NAMES[flow];
  return { en: `${area.en}: ${what.en}, ${name.en}`, ja: `${area.ja}：${what.ja}（${name.ja}）` };
}

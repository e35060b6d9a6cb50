import { ENTRIES, findEntry } from "../catalog/catalog";
import { isArea } from "../catalog/areas";
import type { Entry, Flow } from "../catalog/entry";
import { nearest } from "../domain/nearest";
import { Problem, badInput } from "../domain/problem";
import type { Choices } from "./choices";
import { DIGITAL_CONCEPTS } from "./definitions";

/** Areas for which some digital balance is in the catalogue. */
const areasHeld = (): readonly string[] => [
  ...new Set(
    ENTRIES.filter((e) => ["digital", "deliverable", "delivered"].includes(e.concept)).map((e) => e.area),
  ),
];

/** An area's digital balance under a definition. Japan's default is 3item; other areas must name their concept. */
export function digitalBalanceOf(area: string, def: Choices["def"], flow: Flow = "NET"): Entry {
  const code = area.trim().toUpperCase();
  const held = areasHeld();
  if (!held.includes(code)) {
    const near = nearest(code, held, 3).join(", ");
    const known = isArea(code)
      ? "has no digital balance in the catalogue"
      : "is not an area that DigiTrade knows";
    throw new Problem(
      "unknown-series",
      `"${area}" ${known}; the nearest are ${near}. Areas are two-letter codes or WORLD.`,
    );
  }
  if (code !== "JP" && def === undefined)
    throw badInput(
      `For ${code} say which concept: def=deliverable (UNCTAD, could be delivered over networks) or def=delivered (WTO, was delivered). They are not comparable with each other, nor with Japan's basket.`,
    );
  const chosen = def ?? "3item";
  const entry = findEntry(`${code}.${DIGITAL_CONCEPTS[chosen]}.${flow}`);
  if (entry) return entry;
  if (chosen === "3item" || chosen === "5item")
    throw badInput(
      `def=${chosen} is the Bank of Japan's basket, for JP only; for ${code} use def=deliverable or def=delivered.`,
    );
  throw new Problem(
    "no-data",
    `${code} has no figures under def=${chosen}; try def=${chosen === "delivered" ? "deliverable" : "delivered"}.`,
  );
}

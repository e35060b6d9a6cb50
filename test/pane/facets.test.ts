import { ENTRIES } from "../../src/catalog/catalog";
import { search } from "../../src/catalog/search";
import { choicesOf, narrowed, type Facets } from "../../src/pane/find/facets";
import { en } from "../../src/pane/words/en";
import { ja } from "../../src/pane/words/ja";
import { makeSpeech } from "../../src/pane/words/speech";

const english = makeSpeech("en", en);
const japanese = makeSpeech("ja", ja);
const ids = (facets: Facets, words?: string): readonly string[] =>
  narrowed(words === undefined ? ENTRIES : search(words, ENTRIES.length), facets).map(({ id }) => id);

test("nothing chosen leaves all, in their order", () => {
  expect(narrowed(ENTRIES, {})).toEqual(ENTRIES);
});

test("choices go together", () => {
  expect(ids({ measure: "stock", source: "tic", area: "JP" })).toEqual(["TIC.JP"]);
  expect(ids({ measure: "rate" }, "yen")).toEqual(ids({}, "yen").filter((id) => id.startsWith("FX.")));
  expect(ids({ measure: "index" })).toEqual([]);
});

test("holdings stand under their holder, totals and exchange rates under no country", () => {
  expect(ids({ area: "IE" })).toContain("TIC.IE");
  const placed = choicesOf("area", ENTRIES, {}, english).flatMap(([area]) => ids({ area }));
  expect(placed).not.toContain("TIC.TOTAL");
  expect(placed.filter((id) => id.startsWith("FX."))).toEqual([]);
  expect(new Set(placed).size).toBe(placed.length);
});

test("only what the other choices leave is offered, by name; what is chosen stays to be seen", () => {
  expect(choicesOf("measure", ENTRIES, { source: "tic" }, english)).toEqual([["stock", "Stocks"]]);
  expect(choicesOf("measure", ENTRIES, { source: "tic", measure: "flow" }, english)).toEqual([
    ["flow", "Flows"],
    ["stock", "Stocks"],
  ]);
  expect(choicesOf("area", ENTRIES, { source: "mof" }, japanese)).toEqual([]);
  expect(choicesOf("area", search("TIC.JP", 1), {}, japanese)).toEqual([["JP", "日本"]]);
  expect(choicesOf("source", search("TIC.JP", 1), {}, english)).toEqual([
    ["tic", "US Treasury, TIC: Major Foreign Holders of Treasury Securities (SLT Table 5)"],
  ]);
});

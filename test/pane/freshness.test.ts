/** @jest-environment <rootDir>/test/workbench/host/page-environment.mjs */
import { act } from "react";
import type { Series, SeriesId } from "../../src/domain/series";
import { drawPane, type DrawnPane } from "./drawn-pane";

let pane: DrawnPane;
afterEach(() => pane.close());

const line = (): string => pane.root.querySelector("footer")?.textContent ?? "";
const newer = (id: string, changes: Partial<Series> = {}): Series => {
  const held = pane.edition.peek(id as SeriesId);
  if (!held) throw new Error(`${id} is not in use.`);
  return { ...held, ...changes };
};
const stage = (...documents: readonly Series[]): Promise<unknown> =>
  act(() =>
    pane.edition.stage((id) => {
      const found = documents.find((one) => one.id === id);
      return found ? Promise.resolve(found) : Promise.reject(new Error("not found"));
    }),
  );

test("the line says how many series have newer figures, until they are accepted", async () => {
  pane = await drawPane();
  await pane.enter("TIC.JP");
  await pane.enter("TIC.CN");
  expect(line()).not.toContain("newer figures");
  await stage(newer("TIC.JP", { version: "v2" }));
  expect(line()).toContain("1 series has newer figures; see Refresh");
  await stage(newer("TIC.JP", { version: "v2" }), newer("TIC.CN", { version: "v2" }));
  expect(line()).toContain("2 series have newer figures; see Refresh");
  await act(() => Promise.resolve(pane.edition.accept()));
  expect(line()).not.toContain("newer figures");
});

test("a document that would only lose its mark is not called newer", async () => {
  pane = await drawPane();
  await pane.enter("TIC.JP");
  await stage(newer("TIC.JP", { embedded: false }));
  expect(pane.edition.staged().size).toBe(1);
  expect(line()).not.toContain("newer figures");
});

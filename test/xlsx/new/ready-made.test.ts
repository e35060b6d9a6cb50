import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readyMade } from "../../../scripts/workbooks";
import { decodeEdition } from "../../../src/file/edition-parts";
import { TEMPLATES } from "../../../src/xlsx/new/templates/index";
import { partsOf } from "./made";

/** What a file says, whichever Node packed the figures in it. */
async function meaningOf(bytes: Uint8Array): Promise<unknown> {
  const parts = partsOf(bytes);
  const edition = [...parts]
    .filter(([name]) => /^customXml\/item\d+\.xml$/.test(name))
    .map(([, text]) => text);
  const others = [...parts].filter(([name]) => !name.startsWith("customXml/"));
  return { figures: (await decodeEdition(edition))?.json, others: Object.fromEntries(others) };
}

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  "assets/workbooks/%s.xlsx is what `npx tsx scripts/workbooks.ts` writes",
  async (id, template) => {
    const kept = readFileSync(join(process.cwd(), `assets/workbooks/${id}.xlsx`));
    expect(await meaningOf(await readyMade(template))).toEqual(await meaningOf(kept));
  },
);

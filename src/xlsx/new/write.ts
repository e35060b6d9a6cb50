import { compose, type Imprint } from "./compose";
import { finish, type Finishing } from "./finish";
import type { BookPlan, Worked } from "./plan";

/** The .xlsx file of a new workbook, with the values that its formulas came to; the same plan gives the same bytes. */
export function writeWorkbook(plan: BookPlan, worked: Worked, how: Imprint & Finishing): Uint8Array {
  return finish(compose(plan, worked, how), plan, worked, how);
}

import { badInput } from "../domain/problem";

/** A Problem where the file is open for reading only: nothing that is written would be kept. */
export async function refuseReadOnly(context: Excel.RequestContext): Promise<void> {
  const { workbook } = context;
  workbook.load("readOnly");
  await context.sync();
  if (workbook.readOnly)
    throw badInput("This workbook is open read-only; save a copy under another name, then try again.");
}

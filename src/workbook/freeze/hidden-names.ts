import { freeAmong, type Followed } from "../../file/frozen-references";

/** Names that are free, counted up from the highest that the workbook has. */
export async function freeNames(context: Excel.RequestContext): Promise<() => string> {
  const { names } = context.workbook;
  names.load("items/name");
  await context.sync();
  return freeAmong(names.items.map(({ name }) => name));
}

/** Adds names that nobody sees; they travel with the file, and Excel keeps them pointing to the same cells. */
export async function follow(context: Excel.RequestContext, followed: readonly Followed[]): Promise<void> {
  const { names, worksheets } = context.workbook;
  for (const { name, sheet, cells } of followed)
    names.add(name, worksheets.getItem(sheet).getRange(cells)).visible = false;
  await context.sync();
}

export async function unfollow(context: Excel.RequestContext, unneeded: readonly string[]): Promise<void> {
  const items = unneeded.map((name) => context.workbook.names.getItemOrNullObject(name));
  for (const item of items) item.load("name");
  await context.sync();
  for (const item of items) if (!item.isNullObject) item.delete();
  await context.sync();
}

/** Where names point now, `=Figures!$A$1`; undefined for one that is gone or whose cells were deleted. */
export async function placesOf(
  context: Excel.RequestContext,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const items = wanted.map((name) => {
    const item = context.workbook.names.getItemOrNullObject(name);
    item.load("formula");
    return item;
  });
  await context.sync();
  return new Map(
    items.map((item, i) => {
      const formula = item.isNullObject ? "#REF!" : String(item.formula);
      return [wanted[i] ?? "", formula.includes("#REF!") ? undefined : formula];
    }),
  );
}

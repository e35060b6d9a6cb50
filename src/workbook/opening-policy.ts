import { inExcel, withTimeout } from "./office-problem";

/** What happens when the workbook is opened: nothing, a look for newer figures that only tells, or taking them. */
export const OPENING_POLICIES = ["keep", "ask", "refresh"] as const;
export type OpeningPolicy = (typeof OPENING_POLICIES)[number];

const KEY = "digitrade.opening";
const STARTUP_MS = 10_000;

/** The workbook's policy; `keep` in one that has none. */
export function readPolicy(): Promise<OpeningPolicy> {
  return inExcel(
    async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(KEY);
      setting.load("value");
      await context.sync();
      const kept: unknown = setting.isNullObject ? undefined : setting.value;
      return OPENING_POLICIES.find((policy) => policy === kept) ?? "keep";
    },
    { delayForCellEdit: true },
  );
}

/**
 * Keeps a policy in the file, and has Excel load the add-in with it from now on, or no longer. Only a person's click may
 * call this: what starts by itself is theirs to decide.
 */
export async function choosePolicy(policy: OpeningPolicy): Promise<void> {
  await inExcel(async (context) => {
    context.workbook.settings.add(KEY, policy);
    await context.sync();
  });
  const { load, none } = Office.StartupBehavior;
  await withTimeout(
    Office.addin.setStartupBehavior(policy === "keep" ? none : load),
    STARTUP_MS,
    "Excel did not say whether it will load DigiTrade with this workbook; choose again.",
  );
}

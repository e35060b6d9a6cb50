/** One look at what most formulas of ours are; the name, and the bracket with its constants. */
const CALL = /^_xldudf_DIGITRADE[A-Z]*_([A-Z0-9]+)(\((?:(?:"[^"]*"|\d+(?:\.\d+)?)(?:,(?!\))|(?=\))))*\))$/;

/**
 * A formula as stored that is a call of ours with constants and nothing else, as it is typed: `=DIGITRADE.VALUE("TIC.JP",2024)`
 * for `_xldudf_DIGITRADE_VALUE("TIC.JP",2024)`. Undefined for any other, and where no such function is known.
 */
export function constantCall(
  stored: string,
  namespace: string,
  knows: (functionName: string) => boolean,
): string | undefined {
  const [, name, bracket = ""] = CALL.exec(stored) ?? [];
  if (name === undefined) return undefined;
  const called = `${namespace}.${name}`;
  return knows(called) ? `=${called}${bracket}` : undefined;
}

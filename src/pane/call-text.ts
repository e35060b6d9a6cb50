/** A text as a formula spells it. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A call as a formula spells it, without its `=`; arguments left out at the end are not written. */
export function callText(namespace: string, name: string, args: readonly string[]): string {
  const last = args.findLastIndex((arg) => arg !== "");
  return `${namespace}.${name}(${args.slice(0, last + 1).join(",")})`;
}

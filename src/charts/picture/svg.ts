/** A number as SVG takes it: a tenth of a pixel is enough, and a picture comes out the same everywhere. */
export function px(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

/** Text that a file may hold: what has a meaning in SVG is spelled out, what must not stand in it is left out. */
export function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; numbers are rounded, what is undefined is left out. Children are finished SVG. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => {
      if (value === undefined) return [];
      return [` ${key}="${typeof value === "number" ? px(value) : escaped(value)}"`];
    })
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

/** One line of text. */
export const line = (words: string, attributes: Attributes): string =>
  element("text", attributes, [escaped(words)]);

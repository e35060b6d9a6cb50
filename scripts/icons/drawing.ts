/** The small part of SVG in which the icons are drawn: rectangles, circles and paths of straight and cubic pieces. */

export type Point = readonly [x: number, y: number];

export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

export type Shape = { readonly colour: Colour } & (
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      /** Thickness of the frame of an empty box. */
      readonly frame?: number;
    }
  | { readonly kind: "area"; readonly outlines: readonly (readonly Point[])[] }
  | { readonly kind: "line"; readonly outlines: readonly (readonly Point[])[]; readonly width: number }
);

/** Shapes on a square of 32 units, the lowest first. */
export const GRID = 32;

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  rect: ["x", "y", "width", "height", "rx", "fill", "stroke", "stroke-width"],
  circle: ["cx", "cy", "r", "fill"],
  path: ["d", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"],
};

/** Reads a drawing. What it does not know it refuses, so that an icon is never less than its source shows. */
export function readDrawing(svg: string): readonly Shape[] {
  const [head, ...elements] = [
    ...svg.replace(/<!--.*?-->|<\/svg>/gs, "").matchAll(/<([a-z]+)\s*([^>]*?)\s*\/?>/g),
  ];
  if (head?.[1] !== "svg" || attributesOf(head[2] ?? "").get("viewBox") !== `0 0 ${GRID} ${GRID}`)
    throw new Error(`A drawing begins with <svg … viewBox="0 0 ${GRID} ${GRID}">.`);
  return elements.flatMap(([, name = "", text = ""]) => shapesOf(name, attributesOf(text)));
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
}

function shapesOf(name: string, attributes: ReadonlyMap<string, string>): readonly Shape[] {
  const allowed = ALLOWED[name];
  if (!allowed) throw new Error(`<${name}> is not drawn here; use ${Object.keys(ALLOWED).join(", ")}.`);
  for (const key of attributes.keys())
    if (!allowed.includes(key)) throw new Error(`<${name} ${key}="…"> is not drawn here.`);
  const number = (key: string, otherwise?: number): number => {
    const value = attributes.has(key) ? Number(attributes.get(key)) : otherwise;
    if (value === undefined || !Number.isFinite(value))
      throw new Error(`<${name}> needs a number as ${key}.`);
    return value;
  };
  const fill = colourOf(attributes.get("fill"));
  const stroke = colourOf(attributes.get("stroke"));
  if (name === "rect") {
    if ((fill === undefined) === (stroke === undefined))
      throw new Error("<rect> needs a fill or a stroke, not both.");
    // SVG draws a frame half outside.
    const out = stroke ? number("stroke-width") / 2 : 0;
    const box = { x: number("x") - out, y: number("y") - out, radius: number("rx", 0) + out };
    const size = { width: number("width") + 2 * out, height: number("height") + 2 * out };
    if (stroke) return [{ kind: "box", ...box, ...size, frame: 2 * out, colour: stroke }];
    return fill ? [{ kind: "box", ...box, ...size, colour: fill }] : [];
  }
  if (name === "circle") {
    if (!fill) throw new Error("<circle> needs a fill.");
    return [{ kind: "area", outlines: [circle(number("cx"), number("cy"), number("r"))], colour: fill }];
  }
  const outlines = outlinesOf(attributes.get("d") ?? "");
  if (
    stroke &&
    !(attributes.get("stroke-linecap") === "round" && attributes.get("stroke-linejoin") === "round")
  )
    throw new Error("A line is drawn with round caps and joins; say so in the source.");
  return [
    ...(fill ? [{ kind: "area", outlines, colour: fill } as const] : []),
    ...(stroke ? [{ kind: "line", outlines, width: number("stroke-width"), colour: stroke } as const] : []),
  ];
}

function colourOf(text: string | undefined): Colour | undefined {
  if (text === undefined || text === "none") return undefined;
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text) ?? [];
  if (red === undefined || green === undefined || blue === undefined)
    throw new Error(`"${text}" is not a colour; write #RRGGBB.`);
  return { red: parseInt(red, 16), green: parseInt(green, 16), blue: parseInt(blue, 16) };
}

/** Capital letters only: where a point lies can be read off the source. */
function outlinesOf(d: string): readonly (readonly Point[])[] {
  const outlines: Point[][] = [];
  let at: Point = [0, 0];
  for (const [, letter = "", text = ""] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const n = [...text.matchAll(/-?\d*\.?\d+/g)].map(([digits]) => Number(digits));
    const open = outlines.at(-1);
    if (letter === "M") {
      at = pair(n, 0);
      outlines.push([at]);
    } else if (!open) throw new Error("A path begins with M.");
    else if (letter === "L") for (let i = 0; i < n.length; i += 2) open.push((at = pair(n, i)));
    else if (letter === "H") open.push((at = [only(n, 0), at[1]]));
    else if (letter === "V") open.push((at = [at[0], only(n, 0)]));
    else if (letter === "C")
      for (let i = 0; i < n.length; i += 6) {
        const end = pair(n, i + 4);
        open.push(...cubic(at, pair(n, i), pair(n, i + 2), end));
        at = end;
      }
    else if (letter === "Z") open.push((at = open[0] ?? at));
    else throw new Error(`Path letter ${letter} is not drawn here; use M L H V C Z.`);
  }
  return outlines;
}

function only(numbers: readonly number[], i: number): number {
  const value = numbers[i];
  if (value === undefined) throw new Error("A path lacks a number.");
  return value;
}
const pair = (numbers: readonly number[], i: number): Point => [only(numbers, i), only(numbers, i + 1)];

const PIECES = 24;

/** Only sums and products: every machine gets the very same points, which sine and cosine would not promise. */
function cubic(a: Point, b: Point, c: Point, d: Point): readonly Point[] {
  return Array.from({ length: PIECES }, (_, i): Point => {
    const t = (i + 1) / PIECES;
    const u = 1 - t;
    const on = (k: 0 | 1): number =>
      u * u * u * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t * t * t * d[k];
    return [on(0), on(1)];
  });
}

/** A quarter circle as a cubic reaches this part of the radius with its handles. */
const HANDLE = 0.5522847498;

function circle(x: number, y: number, r: number): readonly Point[] {
  const h = r * HANDLE;
  return [
    ...cubic([x + r, y], [x + r, y + h], [x + h, y + r], [x, y + r]),
    ...cubic([x, y + r], [x - h, y + r], [x - r, y + h], [x - r, y]),
    ...cubic([x - r, y], [x - r, y - h], [x - h, y - r], [x, y - r]),
    ...cubic([x, y - r], [x + h, y - r], [x + r, y - h], [x + r, y]),
  ];
}

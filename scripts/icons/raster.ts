import { GRID, type Colour, type Point, type Shape } from "./drawing";

/** Red, green, blue and opacity of each pixel, row by row. */
export interface Picture {
  readonly size: number;
  readonly pixels: Uint8Array;
}

/** Samples along each side of a pixel. */
const FINE = 8;
/** Up to this length, in units of the drawing, a side is the thickness of a line. */
const THIN = 4;

type Span = readonly [from: number, to: number];

/**
 * Draws shapes at a size: each pixel is the mean of its samples, and a sample shows the uppermost shape that covers it.
 * Boxes keep to whole pixels, so that bars and frames stay sharp in the smallest icons.
 */
export function rasterise(shapes: readonly Shape[], size: number): Picture {
  const scale = size / GRID;
  const placed = shapes.map((shape) => ({ colour: shape.colour, spansAt: spansOf(shape, scale) }));
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++) {
    const lines = Array.from({ length: FINE }, (_, line) => {
      const y = row + (line + 0.5) / FINE;
      const colours = new Array<Colour | undefined>(size * FINE).fill(undefined);
      for (const { colour, spansAt } of placed) for (const span of spansAt(y)) paint(colours, span, colour);
      return colours;
    });
    for (let column = 0; column < size; column++) {
      const samples = lines.flatMap((line) => line.slice(column * FINE, (column + 1) * FINE));
      pixels.set(mean(samples), (row * size + column) * 4);
    }
  }
  return { size, pixels };
}

function paint(colours: (Colour | undefined)[], [from, to]: Span, colour: Colour): void {
  const first = Math.max(0, Math.ceil(from * FINE - 0.5));
  const last = Math.min(colours.length, Math.ceil(to * FINE - 0.5));
  if (last > first) colours.fill(colour, first, last);
}

function mean(samples: readonly (Colour | undefined)[]): readonly number[] {
  const seen = samples.filter((sample) => sample !== undefined);
  if (seen.length === 0) return [0, 0, 0, 0];
  const of = (part: keyof Colour): number =>
    Math.round(seen.reduce((sum, c) => sum + c[part], 0) / seen.length);
  return [of("red"), of("green"), of("blue"), Math.round((seen.length / samples.length) * 255)];
}

/** What of the horizontal line at y, in pixels, a shape covers. */
function spansOf(shape: Shape, scale: number): (y: number) => readonly Span[] {
  const scaled = (outlines: readonly (readonly Point[])[]): Point[][] =>
    outlines.map((points) => points.map(([x, y]): Point => [x * scale, y * scale]));
  switch (shape.kind) {
    case "box":
      return box(shape, scale);
    case "area": {
      const outlines = scaled(shape.outlines);
      return (y) => inside(outlines, y);
    }
    case "line": {
      const outlines = scaled(shape.outlines);
      // Thinner than a pixel would be a haze.
      const reach = Math.max(1, shape.width * scale) / 2;
      return (y) => outlines.flatMap((points) => along(points, y, reach));
    }
  }
}

/** Long sides end at the nearest whole pixels; thin ones keep their thickness, wherever they lie. */
function ends(from: number, length: number, scale: number): Span {
  const first = Math.round(from * scale);
  const last = length > THIN ? Math.round((from + length) * scale) : first + Math.round(length * scale);
  return [first, Math.max(first + 1, last)];
}

function box(shape: Shape & { kind: "box" }, scale: number): (y: number) => readonly Span[] {
  const [left, right] = ends(shape.x, shape.width, scale);
  const [top, bottom] = ends(shape.y, shape.height, scale);
  const radius = Math.min(shape.radius * scale, (right - left) / 2, (bottom - top) / 2);
  const frame = shape.frame === undefined ? undefined : Math.max(1, Math.round(shape.frame * scale));
  return (y) => {
    if (y < top || y >= bottom) return [];
    const beyond = Math.max(0, top + radius - y, y - (bottom - radius));
    const cut = radius - Math.sqrt(Math.max(0, radius * radius - beyond * beyond));
    if (frame === undefined || y < top + frame || y >= bottom - frame) return [[left + cut, right - cut]];
    return [
      [left + cut, left + frame],
      [right - frame, right - cut],
    ];
  };
}

/** Between an odd and the next crossing of the outlines. */
function inside(outlines: readonly (readonly Point[])[], y: number): readonly Span[] {
  const crossings = outlines
    .flatMap((points) =>
      points.map((a, i): readonly [Point, Point] => [a, points[(i + 1) % points.length] ?? a]),
    )
    .filter(([a, b]) => a[1] <= y !== b[1] <= y)
    .map(([a, b]) => a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
    .sort((one, other) => one - other);
  return crossings.flatMap((from, i) => (i % 2 === 0 ? [[from, crossings[i + 1] ?? from] as const] : []));
}

/** Within reach of a line: of each piece the discs at its ends and the strip between them. */
function along(points: readonly Point[], y: number, reach: number): readonly Span[] {
  return points.slice(1).flatMap((b, i) => {
    const a = points[i] ?? b;
    return [...disc(a, y, reach), ...disc(b, y, reach), ...inside([strip(a, b, reach)], y)];
  });
}

function disc([x, centre]: Point, y: number, radius: number): readonly Span[] {
  const rest = radius * radius - (y - centre) * (y - centre);
  return rest > 0 ? [[x - Math.sqrt(rest), x + Math.sqrt(rest)]] : [];
}

function strip(a: Point, b: Point, reach: number): readonly Point[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length === 0) return [];
  const [sx, sy] = [(-dy / length) * reach, (dx / length) * reach];
  return [
    [a[0] + sx, a[1] + sy],
    [b[0] + sx, b[1] + sy],
    [b[0] - sx, b[1] - sy],
    [a[0] - sx, a[1] - sy],
  ];
}

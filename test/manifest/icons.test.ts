import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { drawIcons, ICON_SIZES, type Icon } from "../../scripts/icons";
import { readDrawing } from "../../scripts/icons/drawing";
import { decodePng, encodePng, pngSize } from "../../scripts/icons/png";
import { rasterise, type Picture } from "../../scripts/icons/raster";

const FOLDER = join("assets", "icons");
let icons: readonly Icon[];
beforeAll(async () => {
  icons = await drawIcons(FOLDER);
});

test("the folder holds what the sources draw, and nothing else", async () => {
  const kept = (await readdir(FOLDER)).filter((name) => name.endsWith(".png"));
  expect(kept.sort()).toEqual(icons.map(({ file }) => file).sort());
  for (const { file, picture } of icons) {
    const found = decodePng(await readFile(join(FOLDER, file)));
    expect([file, Buffer.compare(found.pixels, picture.pixels)]).toEqual([file, 0]);
  }
});

test("drawing and writing twice gives the same bytes", async () => {
  const source = await readFile(join(FOLDER, "digitrade.svg"), "utf8");
  const [one, other] = [0, 1].map(() => encodePng(rasterise(readDrawing(source), 48)));
  expect(one).toEqual(other);
  const kept = await readFile(join(FOLDER, "digitrade-48.png"));
  expect(decodePng(one!)).toEqual(decodePng(kept));
});

test("the header of every file states the size in its name", async () => {
  for (const { file } of icons) {
    const size = Number(/-(\d+)\.png$/.exec(file)?.[1]);
    expect(ICON_SIZES).toContain(size);
    expect([file, pngSize(await readFile(join(FOLDER, file)))]).toEqual([
      file,
      { width: size, height: size },
    ]);
  }
});

const LIGHT = [255, 255, 255];
const DARK = [41, 41, 41];

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = colour.map((c) => (c <= 10 ? c / 3294 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: readonly number[], b: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
/** The colours that cover whole pixels. */
const solid = ({ pixels }: Picture): readonly (readonly number[])[] => [
  ...new Map(
    Array.from({ length: pixels.length / 4 }, (_, i) => [...pixels.subarray(i * 4, i * 4 + 4)])
      .filter((pixel) => pixel[3] === 255)
      .map((pixel) => [pixel.join(), pixel.slice(0, 3)]),
  ).values(),
];

test("commands stand out from light and from dark ribbons", () => {
  const commands = icons.filter(({ file }) => /^(pane|chart|refresh|freeze)-80/.test(file));
  expect(commands).toHaveLength(4);
  for (const { file, picture } of commands)
    for (const colour of solid(picture))
      for (const ribbon of [LIGHT, DARK]) expect([file, contrast(colour, ribbon) >= 3]).toEqual([file, true]);
});

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${inside}</svg>`;
const pixel = ({ size, pixels }: Picture, x: number, y: number): readonly number[] => [
  ...pixels.subarray((y * size + x) * 4, (y * size + x) * 4 + 4),
];

test("a box keeps to whole pixels, an edge between pixels is half opaque", () => {
  const box = rasterise(readDrawing(svg('<rect x="3" y="3" width="10" height="10" fill="#102030" />')), 16);
  expect([...new Set([...box.pixels].filter((_, i) => i % 4 === 3))].sort()).toEqual([0, 255]);
  expect(pixel(box, 4, 4)).toEqual([16, 32, 48, 255]);
  const area = rasterise(readDrawing(svg('<path d="M1 0H32V32H1Z" fill="#102030" />')), 16);
  expect(pixel(area, 0, 5)).toEqual([16, 32, 48, 128]);
});

test("the area of a disc is pi times its radius squared, and a line has round ends", () => {
  const covered = ({ pixels }: Picture): number =>
    pixels.filter((_, i) => i % 4 === 3).reduce((sum, a) => sum + a / 255, 0);
  const disc = rasterise(readDrawing(svg('<circle cx="16" cy="16" r="10" fill="#000000" />')), 32);
  expect(covered(disc)).toBeCloseTo(Math.PI * 100, -1);
  const round = 'stroke="#000000" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"';
  const line = rasterise(readDrawing(svg(`<path d="M8 16L24 16" fill="none" ${round} />`)), 32);
  expect(Math.abs(covered(line) - (16 * 4 + Math.PI * 4))).toBeLessThan(1);
});

test.each([
  ['<ellipse cx="1" cy="1" rx="2" ry="3" fill="#000000" />', "not drawn here"],
  ['<rect x="1" y="1" width="2" height="2" transform="scale(2)" fill="#000000" />', "not drawn here"],
  ['<rect x="1" y="1" width="2" height="2" fill="red" />', "not a colour"],
  ['<path d="M0 0A5 5 0 0 0 9 9" fill="#000000" />', "letter A"],
  ['<path d="M0 0L1 1" fill="none" stroke="#000000" stroke-width="2" />', "round caps"],
])("%s is refused", (inside, reason) => {
  expect(() => readDrawing(svg(inside))).toThrow(reason);
});

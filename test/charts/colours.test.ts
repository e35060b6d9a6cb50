import { COLOURS, INKS, type Theme } from "../../src/charts/common/colours";

const THEMES = Object.keys(COLOURS) as readonly Theme[];

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test("the measure: black on white is 21, the palette's blue 5.19", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 5);
  expect(contrast("#0072B2", "#FFFFFF")).toBeCloseTo(5.19, 2);
});

test.each(THEMES)("in %s every series stands out from the background three to one", (theme) => {
  const { main, second, third, fourth, fifth, quiet } = COLOURS[theme];
  for (const colour of [main, second, third, fourth, fifth, quiet])
    expect(contrast(colour, INKS[theme].background)).toBeGreaterThanOrEqual(3);
});

test.each(THEMES)("in %s text stands out 4.5 to one, from what marks gaps as well", (theme) => {
  const { text, soft, background, gap } = INKS[theme];
  for (const ink of [text, soft])
    for (const ground of [background, gap]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
});

test.each(THEMES)(
  "in %s the bands of a bullet differ in brightness, and the actual stands out of them",
  (theme) => {
    const { light, paler, palest, main } = COLOURS[theme];
    expect(contrast(light, paler)).toBeGreaterThan(1.3);
    expect(contrast(paler, palest)).toBeGreaterThan(1.3);
    expect(contrast(main, palest)).toBeGreaterThan(3);
  },
);

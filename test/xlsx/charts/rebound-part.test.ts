import { reboundPart } from "../../../src/xlsx/charts/rebound-part";
import { Problem } from "../../../src/domain/problem";

const C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const A = "http://schemas.openxmlformats.org/drawingml/2006/main";

const part = (plot: string, axes = "", prefix = "c"): string => {
  const p = prefix;
  return `<${p}:chartSpace xmlns:${p}="${C}"${p === "c" ? ` xmlns:a="${A}"` : ""}><${p}:chart><${p}:plotArea><${p}:barChart>${plot}</${p}:barChart>${axes}</${p}:plotArea></${p}:chart></${p}:chartSpace>`;
};

interface Series {
  readonly name: string;
  readonly to: number;
  /** The points whose numbers are hidden; undefined where none is shown. */
  readonly hidden?: readonly number[];
  readonly own?: string;
  readonly prefix?: string;
}

function series({ name, to, hidden, own = "", prefix: p = "c" }: Series): string {
  const points = Array.from(
    { length: to - 1 },
    (_, i) => `<${p}:pt idx="${i}"><${p}:v>${i}</${p}:v></${p}:pt>`,
  );
  const none = (hidden ?? []).map(
    (i) => `<${p}:dLbl><${p}:idx val="${i}"/><${p}:delete val="1"/></${p}:dLbl>`,
  );
  const labels = hidden ? `<${p}:dLbls>${none.join("")}<${p}:showVal val="1"/></${p}:dLbls>` : "";
  const data = (column: string): string =>
    `<${p}:numRef><${p}:f>Data!$${column}$2:$${column}$${to}</${p}:f><${p}:numCache><${p}:ptCount val="${to - 1}"/>${points.join("")}</${p}:numCache></${p}:numRef>`;
  return `<${p}:ser><${p}:idx val="0"/><${p}:tx><${p}:v>${name}</${p}:v></${p}:tx>${own}${labels}<${p}:cat>${data("A")}</${p}:cat><${p}:val>${data("B")}</${p}:val></${p}:ser>`;
}

const rebound = (old: string, fresh: string): string => reboundPart(old, "chart1.xml", { fresh, scales: [] });

test("a series that reads the same cells with the same numbers beside it stays, byte for byte", () => {
  const old = part(series({ name: "One", to: 3, hidden: [0] })).replaceAll("Data!", "'data'!");
  expect(rebound(old, part(series({ name: "One", to: 3, hidden: [0] })))).toBe(old);
});

test("each series gets the cells and numbers of the one of its name, and keeps its looks", () => {
  const own = '<c:spPr><a:ln w="9"/></c:spPr>';
  const old = part(series({ name: "One", to: 3, own }) + series({ name: "Two", to: 3, hidden: [] }));
  const fresh = part(
    series({ name: "Two", to: 5, hidden: [1] }) + series({ name: "One", to: 4, hidden: [2] }),
  );
  expect(rebound(old, fresh)).toBe(
    part(series({ name: "One", to: 4, hidden: [2], own }) + series({ name: "Two", to: 5, hidden: [1] })),
  );
});

test("a series that has no namesake stays", () => {
  const old = part(series({ name: "Mine", to: 3 }));
  expect(rebound(old, part(series({ name: "One", to: 4 })))).toBe(old);
});

test("numbers that a person formatted stay where the same points have theirs", () => {
  const labels =
    '<c:dLbls><c:dLbl><c:idx val="0"/><c:tx/><c:showVal val="1"/></c:dLbl><c:showVal val="1"/></c:dLbls>';
  const old = part(series({ name: "One", to: 3, own: labels }));
  expect(rebound(old, part(series({ name: "One", to: 3, hidden: [] })))).toBe(old);
  const after = rebound(old, part(series({ name: "One", to: 3, hidden: [1] })));
  expect(after).toBe(part(series({ name: "One", to: 3, hidden: [1] })));
});

test("in a part with other prefixes the new pieces say whose they are", () => {
  const old = part(series({ name: "One", to: 3, prefix: "d" }), "", "d");
  const after = rebound(old, part(series({ name: "One", to: 4 })));
  expect(after).toContain(`<c:val xmlns:c="${C}" xmlns:a="${A}"><c:numRef><c:f>Data!$B$2:$B$4</c:f>`);
  expect(after.startsWith(old.slice(0, old.indexOf("<d:cat>")))).toBe(true);
});

const axis = (inside: string): string => part("", `<c:valAx>${inside}</c:valAx>`);
const scaled = (inside: string, scale: object): string =>
  reboundPart(axis(inside), "chart1.xml", { fresh: part(""), scales: [scale] });

test("ends, steps and numbers of an axis are put in the order of the schema, and taken away", () => {
  const bare = '<c:axId val="1"/><c:scaling/><c:delete val="0"/><c:crossBetween val="between"/>';
  expect(scaled(bare, { minimum: -2, maximum: 4, step: 2, format: '0.0"%"' })).toBe(
    axis(
      '<c:axId val="1"/><c:scaling><c:max val="4"/><c:min val="-2"/></c:scaling><c:delete val="0"/>' +
        '<c:numFmt formatCode="0.0&quot;%&quot;" sourceLinked="0"/><c:crossBetween val="between"/><c:majorUnit val="2"/>',
    ),
  );
  const full =
    '<c:scaling><c:orientation val="maxMin"/><c:max val="4"/><c:min val="1"/></c:scaling><c:majorUnit val="1"/>';
  expect(scaled(full, { maximum: 4, step: 1 })).toBe(
    axis('<c:scaling><c:orientation val="maxMin"/><c:max val="4"/></c:scaling><c:majorUnit val="1"/>'),
  );
  expect(scaled(full, { minimum: 1, maximum: 4 })).toBe(axis(full));
  expect(reboundPart(axis(full), "chart1.xml", { fresh: part(""), scales: [undefined] })).toBe(axis(full));
});

test("a damaged part is a problem that says what to do", () => {
  expect(() => rebound("<c:chartSpace", part(""))).toThrow(Problem);
});

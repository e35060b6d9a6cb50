import { COLOURS, INKS, type Theme } from "../common/colours";
import type { DrawnSeries, Pattern, Role } from "../common/drawing";
import { element } from "./svg";

/** How a series' surfaces are painted, and the patterns that this needs. */
export interface Fills {
  readonly of: (series: Pick<DrawnSeries, "role" | "pattern">) => string;
  readonly definitions: string;
}

/** Patterns that tell series apart without colour; each is named after what it is made of, so that pictures can share a page. */
export function fillsOf(series: readonly DrawnSeries[], theme: Theme): Fills {
  const patterned = series.flatMap(({ role, pattern = "plain" }) =>
    pattern === "plain" ? [] : [{ role, pattern }],
  );
  const made = new Map(patterned.map((p) => [idOf(p.role, p.pattern, theme), p]));
  const definitions = [...made].map(([id, { role, pattern }]) => patternOf(id, role, pattern, theme));
  return {
    of: ({ role, pattern = "plain" }) =>
      pattern === "plain" ? COLOURS[theme][role] : `url(#${idOf(role, pattern, theme)})`,
    definitions: definitions.length === 0 ? "" : element("defs", {}, definitions),
  };
}

const idOf = (role: Role, pattern: Pattern, theme: Theme): string => `dt-${theme}-${role}-${pattern}`;

const TILE = 6;

/** The colour of the series with marks of the background in it. */
function patternOf(id: string, role: Role, pattern: Pattern, theme: Theme): string {
  const [ink, paper] = [COLOURS[theme][role], INKS[theme].background];
  const ground = element("rect", { width: TILE, height: TILE, fill: ink });
  const stroke = { stroke: paper, "stroke-width": "1.4" } as const;
  const path = (d: string): string => element("path", { d, fill: "none", ...stroke });
  const marks = {
    plain: "",
    stripes: path("M-1.5 1.5L1.5 -1.5M0 6L6 0M4.5 7.5L7.5 4.5"),
    rising: path("M-1.5 4.5L1.5 7.5M0 0L6 6M4.5 -1.5L7.5 1.5"),
    dots: element("circle", { cx: 3, cy: 3, r: "1.3", fill: paper }),
    grid: path("M0 3H6M3 0V6"),
  } as const satisfies Record<Pattern, string>;
  return element("pattern", { id, width: TILE, height: TILE, patternUnits: "userSpaceOnUse" }, [
    ground,
    marks[pattern],
  ]);
}

import { lacking } from "../host-error";
import type { ClassTable, HostObject } from "../host-object";
import type { Parts } from "./parts";
import { rangeOf } from "./range-object";

const BLACK = "#000000";

interface Border {
  readonly style: string;
  readonly color: string;
}

/** Excel's sides, and what the engine calls them: where to draw, and which side of a cell shows it. */
const SIDES = {
  EdgeTop: { position: "top", side: "top" },
  EdgeBottom: { position: "bottom", side: "bottom" },
  EdgeLeft: { position: "left", side: "left" },
  EdgeRight: { position: "right", side: "right" },
  InsideVertical: { position: "v", side: "right" },
  InsideHorizontal: { position: "h", side: "bottom" },
} as const;

const DASHED: Readonly<Record<string, string>> = {
  Dash: "dashed",
  DashDot: "dashed",
  DashDotDot: "dashed",
  Dot: "dotted",
};
const WEIGHTS: Readonly<Record<string, string>> = {
  Hairline: "thin",
  Thin: "thin",
  Medium: "medium",
  Thick: "thick",
};

/** The borders of a range, side by side. */
export function borderTables({ book }: Parts): Readonly<Record<string, ClassTable>> {
  const sideOf = (object: HostObject): (typeof SIDES)[keyof typeof SIDES] => {
    if (Object.hasOwn(SIDES, object.key)) return SIDES[object.key as keyof typeof SIDES];
    throw lacking(`borders ${object.key}`);
  };
  const current = (object: HostObject): Border | undefined => {
    const { sheetId, zone } = rangeOf(object);
    const { side } = sideOf(object);
    const position = {
      sheetId,
      col: side === "right" && object.key === "EdgeRight" ? zone.right : zone.left,
      row: side === "bottom" && object.key === "EdgeBottom" ? zone.bottom : zone.top,
    };
    return book.getters.getCellBorder(position)?.[side];
  };
  const draw = (object: HostObject, border: Border | undefined): void => {
    const { sheetId, zone } = rangeOf(object);
    book.guard(sheetId, "formats");
    book.ensureSize(sheetId, Math.min(zone.right + 1, 200), Math.min(zone.bottom + 1, 5000));
    const inside = book.clip(sheetId, zone);
    if (!inside) return;
    // An empty colour takes the border away.
    const { style, color } = border ?? { style: "thin", color: "" };
    const { position } = sideOf(object);
    book.dispatch("SET_ZONE_BORDERS", { sheetId, target: [inside], border: { position, style, color } });
  };
  const drawn = (object: HostObject): Border => current(object) ?? { style: "thin", color: BLACK };
  return {
    RangeBorderCollection: {
      items: (object) => Object.keys(SIDES).map((side) => object.child("RangeBorder", side)),
      get: { Count: () => Object.keys(SIDES).length },
    },
    RangeBorder: {
      get: {
        SideIndex: (object) => object.key,
        Color: (object) => current(object)?.color.toUpperCase() ?? BLACK,
        Style: (object) => {
          const style = current(object)?.style;
          return style === undefined
            ? "None"
            : style === "dashed"
              ? "Dash"
              : style === "dotted"
                ? "Dot"
                : "Continuous";
        },
        Weight: (object) => ({ medium: "Medium", thick: "Thick" })[current(object)?.style ?? ""] ?? "Thin",
      },
      set: {
        Color: (object, value) => draw(object, { ...drawn(object), color: String(value) }),
        Style: (object, value) =>
          draw(
            object,
            value === "None" ? undefined : { ...drawn(object), style: DASHED[String(value)] ?? "thin" },
          ),
        Weight: (object, value) => {
          const border = drawn(object);
          draw(object, {
            ...border,
            style: border.style.startsWith("d") ? border.style : (WEIGHTS[String(value)] ?? "thin"),
          });
        },
      },
    },
  };
}

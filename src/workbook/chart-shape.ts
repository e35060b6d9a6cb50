/** A rectangle of a sheet in points. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A chart object of a sheet. */
export interface Shape extends Box {
  readonly name: string;
}

/** What a collection of charts loads for `shapeFrom`. */
export const SHAPE_FIELDS = "items/name,items/left,items/top,items/width,items/height";

export const shapeFrom = ({ name, left, top, width, height }: Shape): Shape => ({
  name,
  left,
  top,
  width,
  height,
});

/**
 * The chart object that belongs to some cells: the one of the name that it was given, else, since people rename and move
 * charts, the only one whose middle lies over the cells that it was put on.
 */
export function shapeOver(shapes: readonly Shape[], name: string, frame: Box): Shape | undefined {
  const named = shapes.find((shape) => shape.name === name);
  if (named) return named;
  const over = shapes.filter(({ left, top, width, height }) => {
    const [x, y] = [left + width / 2 - frame.left, top + height / 2 - frame.top];
    return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
  });
  return over.length === 1 ? over[0] : undefined;
}

import type { Call, Ledger } from "../../functions/bridge/ledger";
import type { SeriesId } from "../../domain/series";
import type { Anchor } from "../anchor";
import { quotedSheet } from "../../file/address";
import { readExpression, type Expression } from "../formula/expression";
import { isSame, Unforeseeable, type Rows } from "../formula/value";
import { ourFunction } from "../../file/our-formulas";
import { LOOKS_AT_CELLS, type Worked, type World } from "./world";

/** Something of a cell that is known beforehand: all that it shows, or what one call of ours in it answers. */
export interface Face {
  /** The function, where only its call is known and not what Excel makes of it. */
  readonly call?: string;
  readonly rows: Rows;
}

/** What is known of a cell over some figures. */
export interface Seen {
  readonly faces: readonly Face[];
  readonly used: ReadonlySet<SeriesId>;
  readonly assumes: boolean;
  /** Whether every call in it is known. */
  readonly complete: boolean;
}

/** What the ledger of invocations remembers of a cell. */
export type Recorded = Pick<Ledger, "callsAt">;

/**
 * What a cell would show in a world. The formula itself comes first, from its arguments as they stand in the sheet; a
 * call whose arguments only Excel knows is taken from the ledger, where it was made in this session.
 */
export function see(world: World, anchor: Anchor, recorded: Recorded): Seen {
  const whole = attempt(() => world.anchor(anchor));
  if (whole) return { faces: [{ rows: whole.result }], ...facts([whole]), complete: true };
  const found = calls(world, anchor, recorded);
  const known = found.flatMap(({ name, worked }) => (worked ? [{ name, worked }] : []));
  return {
    faces: known.map(({ name, worked }) => ({ call: name, rows: worked.result })),
    ...facts(known.map(({ worked }) => worked)),
    complete: found.length > 0 && known.length === found.length,
  };
}

function facts(worked: readonly Worked<unknown>[]): Pick<Seen, "used" | "assumes"> {
  return {
    used: new Set(worked.flatMap(({ used }) => [...used])),
    assumes: worked.some(({ assumes }) => assumes),
  };
}

interface KnownCall {
  readonly name: string;
  readonly worked: Worked<Rows> | undefined;
}

function calls(world: World, anchor: Anchor, recorded: Recorded): readonly KnownCall[] {
  const remembered = callsAt(anchor, recorded);
  const expression = readExpression(anchor.formula);
  if (!expression) {
    // A formula that cannot be taken apart: all that it called in this session, if that is all.
    if (remembered.length !== anchor.functions.length)
      return anchor.functions.map((name) => ({ name, worked: undefined }));
    return remembered.map((call) => ({ name: call.name, worked: again(world, call) }));
  }
  return outermost(expression, (part) => attempt(() => world.part(part, anchor.sheet))).map(
    ({ name, part, worked }) => ({
      name,
      worked: worked ?? again(world, likeliest(remembered, name, part)),
    }),
  );
}

interface CallPart {
  readonly name: string;
  readonly part: Extract<Expression, { kind: "call" }>;
  readonly worked: Worked<Rows> | undefined;
}

/** Our calls from outside to inside; within one that is known nothing more is looked for. */
function outermost(
  expression: Expression,
  work: (part: Expression) => Worked<Rows> | undefined,
): readonly CallPart[] {
  const name = expression.kind === "call" ? ourFunction(expression.name) : undefined;
  const below = (): readonly CallPart[] =>
    expression.kind === "call" || expression.kind === "operation"
      ? (expression.kind === "call" ? expression.args : expression.operands).flatMap((part) =>
          outermost(part, work),
        )
      : [];
  if (name === undefined || expression.kind !== "call") return below();
  const worked = work(expression);
  return worked ? [{ name, part: expression, worked }] : [{ name, part: expression, worked }, ...below()];
}

/** The one call of this name that was recorded with the same constants; with several nobody can tell. */
function likeliest(
  remembered: readonly Call[],
  name: string,
  { args }: Extract<Expression, { kind: "call" }>,
): Call | undefined {
  const like = remembered.filter(
    (call) =>
      call.name === name &&
      call.again !== undefined &&
      args.every((arg, i) => arg.kind !== "value" || isLike(arg.value, call.again?.args[i])),
  );
  return like.length === 1 ? like[0] : undefined;
}

function isLike(constant: Extract<Expression, { kind: "value" }>["value"], given: unknown): boolean {
  const row: unknown = Array.isArray(given) && given.length === 1 ? given[0] : undefined;
  const one: unknown = Array.isArray(row) && row.length === 1 ? row[0] : given;
  if (constant === null) return one === null || one === undefined || one === "";
  const isPlain = typeof one === "number" || typeof one === "string" || typeof one === "boolean";
  return isPlain && isSame(constant, one);
}

function again(world: World, call: Call | undefined): Worked<Rows> | undefined {
  const compute = call?.name === LOOKS_AT_CELLS ? undefined : call?.again?.compute;
  return compute && attempt(() => world.recorded(compute));
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof Unforeseeable) return undefined;
    throw thrown;
  }
}

/** Excel names a cell with quotes around the sheet only where it needs them. */
export function callsAt({ sheet, cell, formula }: Anchor, recorded: Recorded): readonly Call[] {
  const plain = recorded.callsAt(`${sheet}!${cell}`, formula);
  return plain.length > 0 ? plain : recorded.callsAt(`${quotedSheet(sheet)}!${cell}`, formula);
}

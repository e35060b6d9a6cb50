import { parseArgs } from "node:util";
import { UsageError } from "./command";
import { FIGURES_OPTIONS, type FiguresAsked } from "./figures";
import { TARGET_OPTIONS, type TargetAsked } from "./file-target";

/** The arguments of a command that works on files without asking anybody for figures. */
export function readFileArguments(args: readonly string[]): {
  readonly values: TargetAsked & { readonly json?: boolean };
  readonly positionals: readonly string[];
} {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...TARGET_OPTIONS, json: { type: "boolean" } },
    });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** The same for a command that needs figures besides. */
export function readFiguresArguments(
  args: readonly string[],
  more: Readonly<Record<string, { readonly type: "boolean" }>> = {},
): {
  readonly values: TargetAsked &
    FiguresAsked & { readonly json?: boolean; readonly unpin?: boolean; readonly freeze?: boolean };
  readonly positionals: readonly string[];
} {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...FIGURES_OPTIONS, ...TARGET_OPTIONS, json: { type: "boolean" }, ...more },
    });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

import { cellAddress } from "./address";
import { argumentAddresses, type RawArgument } from "./arguments";
import type { CellPosition, Getters } from "./engine";
import type { FunctionMetadata, Invocation } from "./function-table";

/** What the function is told beside its arguments. */
export function invocationOf(
  { options }: FunctionMetadata,
  getters: Getters,
  at: CellPosition | undefined,
  raw: readonly RawArgument[],
): Invocation {
  return {
    ...(at && options?.requiresAddress && { address: cellAddress(getters, at) }),
    ...(options?.requiresParameterAddresses && { parameterAddresses: argumentAddresses(raw, getters) }),
  };
}

/** Equal keys are one call: same function, same arguments, and the same cell where the function asks for it. */
export function keyOf(
  { id }: FunctionMetadata,
  args: readonly unknown[],
  { address, parameterAddresses }: Invocation,
): string {
  return JSON.stringify([id, args, address, parameterAddresses]);
}

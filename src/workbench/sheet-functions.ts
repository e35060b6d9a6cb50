import metadata from "../functions/metadata.json";
import type { FunctionMetadata } from "./sheet/function-table";

const NAMESPACE = "DIGITRADE";

/** The functions as a sheet knows them: from the generated metadata, in the product's namespace. */
export interface SheetFunctions {
  readonly namespace: string;
  readonly metadata: readonly FunctionMetadata[];
}

export function sheetFunctions(): SheetFunctions {
  const { functions } = metadata as { readonly functions: readonly FunctionMetadata[] };
  return { namespace: NAMESPACE, metadata: functions };
}

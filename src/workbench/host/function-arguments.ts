import type { FunctionMetadata } from "../sheet/function-table";
import { isErrorValue } from "./function-results";

/** The metadata file of an add-in. Both flags together crash Excel 2021, so no file has both. */
export interface FunctionFile {
  readonly functions: readonly FunctionMetadata[];
  /** Errors and data types reach arguments of type any; known from CustomFunctionsRuntime 1.4. */
  readonly allowCustomDataForDataTypeAny?: boolean;
  /** Errors reach arguments of type any, for older runtimes. */
  readonly allowErrorForDataTypeAny?: boolean;
}

/** As the runtime numbers them. */
const FLAG = { errors: 4, richData: 8 } as const;

const ERROR_TYPES: Readonly<Record<string, string>> = {
  "#N/A": "NotAvailable",
  "#VALUE!": "Value",
  "#DIV/0!": "Div0",
  "#NUM!": "Num",
  "#NAME?": "Name",
  "#REF!": "Ref",
  "#NULL!": "Null",
};

/** Errors among the arguments in the shape that the file's flag asks for; without a flag they are the call's result. */
export function argumentsFor(
  args: readonly unknown[],
  file: FunctionFile,
):
  | { readonly args: readonly unknown[]; readonly flags: number }
  | { readonly error: { readonly code: string; readonly message: string } } {
  const errors = args.flat(2).filter(isErrorValue);
  const [first] = errors;
  if (!first) return { args, flags: 0 };
  if (file.allowCustomDataForDataTypeAny) {
    const wrap = ({ basicValue }: { readonly basicValue: string }): object => ({
      value: JSON.stringify({
        type: "Error",
        basicType: "Error",
        basicValue,
        errorType: ERROR_TYPES[basicValue],
      }),
    });
    return { args: replaceErrors(args, wrap), flags: FLAG.richData };
  }
  if (file.allowErrorForDataTypeAny) {
    const wrap = ({ basicValue }: { readonly basicValue: string }): object => ({
      type: "CustomFunctionError",
      code: basicValue,
    });
    return { args: replaceErrors(args, wrap), flags: FLAG.errors };
  }
  return { error: { code: first.basicValue, message: first.errorMessage ?? "" } };
}

function replaceErrors(
  values: readonly unknown[],
  wrap: (error: { readonly basicValue: string }) => object,
): unknown[] {
  return values.map((value) => {
    if (Array.isArray(value)) return replaceErrors(value, wrap);
    return isErrorValue(value) ? wrap(value) : value;
  });
}

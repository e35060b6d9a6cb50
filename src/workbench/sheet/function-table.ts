/** What the generated metadata file of an Excel add-in says about one parameter. */
export interface FunctionParameter {
  readonly name: string;
  readonly description: string;
  readonly type?: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
}

/** What the generated metadata file of an Excel add-in says about one custom function. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly parameters: readonly FunctionParameter[];
  readonly result?: { readonly dimensionality?: "scalar" | "matrix" };
  readonly options?: {
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
  };
}

/** Called with one argument per parameter and an {@link Invocation}; answers with a value or a promise of one. */
export type CustomFunction = (...args: unknown[]) => unknown;

/** The last argument of every call, as Excel's custom-functions runtime appends it. */
export interface Invocation {
  /** The cell that holds the formula, such as `Sheet1!A1`; absent where a formula is evaluated outside any cell. */
  readonly address?: string;
  /** For each argument that is a reference, where it points. Only for functions that ask for it. */
  readonly parameterAddresses?: readonly (string | undefined)[];
}

export type FunctionTable = Readonly<Record<string, CustomFunction>>;

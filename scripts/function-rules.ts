import type { DeclaredFunction, GeneratedParameter } from "./function-files";
import { isMacroFunction } from "./macro-functions";

const MOST_DESCRIPTION = 400;

/** What speaks against a function as it is declared; nothing where all is well. */
export function functionFaults(f: DeclaredFunction): readonly string[] {
  const { id, name, description, helpUrl, options, parameters } = f.metadata;
  const faults = [
    ...nameFaults(id),
    ...(name === id ? [] : [`its name ${name} is not its id; names are never localised`]),
    ...(f.file === `${id.toLowerCase()}.ts` ? [] : [`belongs into ${id.toLowerCase()}.ts, not ${f.file}`]),
    ...(description === "" ? ["has no description"] : []),
    ...(description.length > MOST_DESCRIPTION
      ? [`its description has ${description.length} characters; ${MOST_DESCRIPTION} at most`]
      : []),
    ...(helpUrl === helpUrlOf(id) ? [] : [`its @helpurl must be ${helpUrlOf(id)}`]),
    ...(options?.requiresAddress ? [] : ["needs @requiresAddress: calls are remembered by cell"]),
    ...(options?.volatile ? ["must not be @volatile: Excel would work it out at every change"] : []),
    ...(f.returns === "" ? ["has no @returns"] : []),
    ...(f.examples.length === 0 ? ["needs at least one @example"] : []),
    ...parameters.flatMap(parameterFaults),
    ...orderFaults(parameters),
  ];
  return faults.map((fault) => `${id}: ${fault}`);
}

export const helpUrlOf = (id: string): string => `{{origin}}/help/functions.html#${id.toLowerCase()}`;

/** What speaks against a name: Excel refuses short ones, cell names and the functions of its old macro language. */
export function nameFaults(id: string): readonly string[] {
  return [
    ...(/^[A-Z][A-Z0-9_.]*$/.test(id) ? [] : ["an id is capitals, digits, underscores and periods"]),
    ...(id.length >= 3 ? [] : ["an id has three letters at least"]),
    ...(isCellName(id) ? ["an id must not look like a cell"] : []),
    ...(isMacroFunction(id) ? [`${id} is a function of Excel's macro language; choose another name`] : []),
  ];
}

/** A1 to XFD1048576, and R1C1 notation with its short forms. */
function isCellName(id: string): boolean {
  return /^[A-Z]{1,3}\d+$/.test(id) || /^(R\d*)?(C\d*)?$/.test(id);
}

function parameterFaults(p: GeneratedParameter): readonly string[] {
  return [
    // Excel converts to any other type before it calls, and answers bad input itself, without our sentence.
    ...(p.type === "any" ? [] : [`${p.name} is typed ${p.type}; only any lets our own sentence answer`]),
    ...(p.description === "" ? [`${p.name} has no description`] : []),
    ...(/^[a-z][A-Za-z0-9]*$/.test(p.name) ? [] : [`${p.name} is no parameter name`]),
  ];
}

/** Required ones first; options are the last. */
function orderFaults(parameters: readonly GeneratedParameter[]): readonly string[] {
  const firstOptional = parameters.findIndex((p) => p.optional);
  const late = parameters.filter((p, i) => firstOptional >= 0 && i > firstOptional && !p.optional);
  const at = parameters.findIndex((p) => p.name === "options");
  return [
    ...late.map((p) => `${p.name} is required but stands behind an optional one`),
    ...(at >= 0 && parameters[at]?.dimensionality !== "matrix"
      ? ["options must take a range (any[][])"]
      : []),
  ];
}

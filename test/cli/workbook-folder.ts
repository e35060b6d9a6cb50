import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError, type Command, type Io } from "../../src/cli/command";
import type { Series } from "../../src/domain/series";
import { openPackage } from "../../src/xlsx/package";
import { readBook } from "../../src/xlsx/read-book";
import type { CellValue } from "../../src/xlsx/cells";
import { cellName } from "../../src/file/address";
import { ok, startFaultyGateway, status, type FaultyGateway } from "../fixtures/faulty-gateway";

/** A folder for workbooks, taken away after each test. */
export function workbookFolder(): {
  readonly put: (name: string, bytes: Uint8Array) => Promise<string>;
  readonly path: (name: string) => string;
  readonly bytes: (name: string) => Promise<Uint8Array>;
  readonly names: () => Promise<readonly string[]>;
} {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "digitrade-files-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    put: async (name, bytes) => {
      await writeFile(path(name), bytes);
      return path(name);
    },
    bytes: async (name) => new Uint8Array(await readFile(path(name))),
    names: async () => (await readdir(folder)).sort(),
  };
}

/** A gateway on loopback that has just these documents. */
export async function gatewayOf(...documents: readonly Series[]): Promise<FaultyGateway> {
  const gateway = await startFaultyGateway();
  gateway.behave = (request, response) => {
    const found = documents.find(({ id }) => request.url?.endsWith(`/${id}.json`));
    (found ? ok(found) : status(404))(request, response);
  };
  return gateway;
}

/** What a command said and came to; a wrong use is exit code 2 with its sentence. */
export async function ran(
  command: Command,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly error: string }> {
  const said = { out: "", error: "" };
  const io: Io = {
    out: (text) => void (said.out += text),
    error: (text) => void (said.error += text),
  };
  try {
    return { code: await command(args, io), ...said };
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    return { code: 2, out: said.out, error: thrown.message };
  }
}

/** The cells of a file's sheet by their names: values, errors as their names, formulas as stored behind `=`. */
export function cellsOf(
  bytes: Uint8Array,
  sheet = 0,
): Readonly<Record<string, { readonly value: unknown; readonly formula?: string }>> {
  const shown = (value: CellValue): unknown =>
    typeof value === "object" && value !== null ? value.error : value;
  return Object.fromEntries(
    (readBook(openPackage(bytes)).sheets[sheet]?.cells ?? []).map(({ row, column, value, formula }) => [
      cellName(row, column),
      { value: shown(value), ...(formula && { formula: `=${formula.text}` }) },
    ]),
  );
}

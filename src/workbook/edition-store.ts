import type { EditionDocument } from "../load/edition-document";
import { EDITION } from "../file/edition-parts";
import { partStore, type PartStore } from "./part-store";

/** The edition in the workbook itself; functions never write to it. */
export type EditionStore = PartStore<EditionDocument>;

/** The edition's store of the workbook that this page belongs to. */
export const editionStore = (): EditionStore => partStore(EDITION);

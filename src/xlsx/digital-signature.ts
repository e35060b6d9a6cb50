import { badInput, type Problem } from "../domain/problem";
import type { Package } from "./package";

const SIGNATURE = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml";
const ORIGIN = /\/digital-signature\/origin$/;
const SIGNED_BY = /\/digital-signature\/signature$/;

/**
 * Whether somebody signed the file: then any change to it makes Excel call the signature invalid. An origin without signatures
 * is what is left where they were removed. The signature of a macro project is something else: it covers the project alone.
 */
export function isSigned(pkg: Package): boolean {
  const origins = pkg.relationships("").filter(({ type }) => ORIGIN.test(type));
  return (
    origins.some(({ target }) => pkg.relationships(target).some(({ type }) => SIGNED_BY.test(type))) ||
    pkg.names.some((name) => pkg.contentType(name)?.toLowerCase() === SIGNATURE)
  );
}

/** Why a signed file is not written with changes in it. */
export const signedProblem = (): Problem =>
  badInput(
    "This file was not changed: it is digitally signed, and a change would break its signature; remove the signature in Excel (File, Info, View Signatures), run this again, and sign the new file.",
  );

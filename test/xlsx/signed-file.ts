import { unzipSync } from "fflate";
import { override, zipped } from "./workbook-file";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const SIGNATURE_TYPE = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml";
const ORIGIN_TYPE = "application/vnd.openxmlformats-package.digital-signature-origin";

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const link = (kind: string, target: string): string =>
  `<Relationship Id="rIdSigned" Type="${PACKAGE}/digital-signature/${kind}" Target="${target}"/>`;

/**
 * The file as Excel signs one: an origin, to which the package leads, and a signature, to which the origin leads. Without
 * `signature`, the origin that is left where a signature was removed; `isTyped` false: of no stated type.
 */
export function signedFile(
  file: Uint8Array,
  { signature = true, isTyped = true }: { readonly signature?: boolean; readonly isTyped?: boolean } = {},
): Uint8Array {
  const parts = unzipSync(file);
  const types =
    `<Default Extension="sigs" ContentType="${ORIGIN_TYPE}"/>` +
    (signature && isTyped ? override("_xmlsignatures/sig1.xml", SIGNATURE_TYPE) : "");
  return zipped({
    ...parts,
    "[Content_Types].xml": text(parts["[Content_Types].xml"]).replace("</Types>", `${types}</Types>`),
    "_rels/.rels": text(parts["_rels/.rels"]).replace(
      "</Relationships>",
      `${link("origin", "_xmlsignatures/origin.sigs")}</Relationships>`,
    ),
    "_xmlsignatures/origin.sigs": "",
    ...(signature && {
      "_xmlsignatures/_rels/origin.sigs.rels": `<Relationships xmlns="${PACKAGE}">${link("signature", "sig1.xml")}</Relationships>`,
      "_xmlsignatures/sig1.xml":
        '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#" Id="idPackageSignature"/>',
    }),
  });
}

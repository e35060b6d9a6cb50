/** Base64 of bytes, piece by piece: an argument list of a megabyte overflows the stack. */
export function toBase64(bytes: Uint8Array): string {
  // A multiple of three, so that the pieces join without padding between them.
  const step = 24_576;
  let text = "";
  for (let i = 0; i < bytes.length; i += step)
    text += btoa(String.fromCharCode(...bytes.subarray(i, i + step)));
  return text;
}

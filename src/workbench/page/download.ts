const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Hands a file to the browser, which keeps it with its downloads. */
export function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Where Excel on the web shows the pane in a frame. Microsoft publishes no list; these are the hosts that people have seen.
 * An organisation adds its own SharePoint host if it wants to name it instead of all.
 */
export const FRAMED_BY = [
  "https://*.officeapps.live.com",
  "https://excel.cloud.microsoft",
  "https://*.office.com",
  "https://*.sharepoint.com",
  "https://onedrive.live.com",
] as const;

const OFFICE_SCRIPTS = "https://appsforoffice.microsoft.com";

/** What the page may load: itself, and Office.js, which sets styles in attributes. No eval anywhere. */
export function contentPolicy(framedBy: readonly string[]): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${OFFICE_SCRIPTS}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${framedBy.join(" ")}`,
  ].join("; ");
}

/** The headers of a file on the development server. On a real one they are the same but for how long things are kept. */
export function headersFor(path: string): Readonly<Record<string, string>> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    // Excel on the web reads functions.json from its own page.
    "Access-Control-Allow-Origin": "*",
    // Office shows a blank instead of an icon that it may not keep.
    ...(path.endsWith(".png") ? {} : { "Cache-Control": "no-cache" }),
    ...(path.endsWith(".html") ? { "Content-Security-Policy": contentPolicy(FRAMED_BY) } : {}),
  };
}

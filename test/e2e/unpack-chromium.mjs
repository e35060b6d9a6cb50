// Run by browser.ts in a process of its own, because the package decides by environment variables what it unpacks and
// where (TMPDIR), and a test's process.env is a copy that the real one does not follow.
import chromium from "@sparticuz/chromium";

process.stdout.write(await chromium.executablePath());

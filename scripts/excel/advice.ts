/** What the person is told: before something happens, and what to do by hand. */

const MANIFEST = "manifest.xml";

export const PLAN = `This puts DigiTrade into the Excel on this computer, for development:

  1. builds the add-in;
  2. makes a certificate for https://localhost, because Excel loads add-ins over https only;
  3. serves the add-in on https://localhost:3000 while this runs;
  4. starts Excel with the add-in "DigiTrade (dev)", if you want that.

It asks before each step that changes something outside this folder. "npm run excel:stop" undoes it.
`;

export const CERTIFICATE = {
  win32: `Next, Windows shows "Security Warning": whether to trust "Developer CA for Microsoft Office Add-ins". The certificate was
made a moment ago on this computer, holds for localhost only, for 30 days, and for your account only.`,
  darwin: `Next, macOS asks for your password, because a certificate "Developer CA for Microsoft Office Add-ins" is added to your
login keychain. It was made a moment ago on this computer, holds for localhost only and for 30 days.`,
} as const;

export const CERTIFICATE_REMOVAL = {
  win32: `Windows asks whether to delete "Developer CA for Microsoft Office Add-ins" from the trusted certificates.`,
  darwin: `macOS asks for your password, to delete "Developer CA for Microsoft Office Add-ins" from the keychain.`,
} as const;

export const SIDELOADING = `Next, Microsoft's tool "office-addin-debugging" is fetched from the package registry and run once. It registers ${MANIFEST}
with Excel and opens an empty workbook with the add-in. On Windows it may ask to allow Excel to reach this computer
("loopback exemption"): that needs yes. When it is done, formulas begin with =DIGITRADEDEV.`;

export const BY_HAND = {
  win32: `To add it yourself: share the folder with ${MANIFEST}, then in Excel: File > Options > Trust Center > Trust Center Settings >
Trusted Add-in Catalogs, add the share's address, tick "Show in Menu", restart Excel, and choose Home > Add-ins > More
Add-ins > SHARED FOLDER.`,
  darwin: `To add it yourself: copy ${MANIFEST} to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef (make the folder if there is
none), restart Excel, and choose Home > Add-ins > DigiTrade (dev).`,
} as const;

export const REMOVAL_BY_HAND = {
  win32: `If you added it through a shared folder, remove that folder from Excel's Trusted Add-in Catalogs.`,
  darwin: `If you copied ${MANIFEST} into Excel's wef folder, delete it there and restart Excel.`,
} as const;

export const WEB = `Excel for the desktop does not run on this system. Two ways to use DigiTrade here:

  Without Excel:  npm start           the functions in a grid, on this computer

  Excel on the web (any browser, a Microsoft 365 account):
    1. npx webpack --mode production --env target=addin --env origin=https://YOUR-SERVER
       and put what is in dist/addin on that server, at its root.
    2. npx tsx scripts/manifest.ts --origin https://YOUR-SERVER --out my-manifest.xml
    3. Open a workbook on https://excel.cloud.microsoft and choose Home > Add-ins > More Add-ins > My Add-ins >
       Upload My Add-in, then my-manifest.xml.
    4. Type =DIGITRADE.STATUS() in a cell.

  docs/deploy.md says which headers the server should send. For a whole organisation, see there too.
`;

export const WEB_REMOVAL = `Nothing was installed on this computer. In Excel on the web, remove an uploaded add-in with Home > Add-ins > More Add-ins >
My Add-ins > … > Remove.
`;

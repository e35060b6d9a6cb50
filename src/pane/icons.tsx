import type { ReactElement, ReactNode } from "react";

/** Few enough to draw here: an icon library would be larger than all of them. Decoration only; names are on the controls. */
function icon(path: ReactNode): ReactElement {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {path}
    </svg>
  );
}

export const BackIcon = (): ReactElement => icon(<path d="M10 3 5 8l5 5" />);
export const RemoveIcon = (): ReactElement => icon(<path d="m4.5 4.5 7 7m0-7-7 7" />);
export const WarningIcon = (): ReactElement => icon(<path d="M8 2 1.5 13.5h13L8 2Zm0 4.5v3.2m0 1.9v.1" />);
export const InfoIcon = (): ReactElement =>
  icon(
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 7.2v3.6M8 5v.1" />
    </>,
  );
export const DoneIcon = (): ReactElement =>
  icon(
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="m5.2 8.2 2 2 3.6-4" />
    </>,
  );
/** Two sliders: as small as this a toothed wheel is a blot. */
export const SettingsIcon = (): ReactElement =>
  icon(
    <>
      <path d="M2 5h5.2M10.8 5H14M2 11h1.7m3.6 0H14" />
      <circle cx="9" cy="5" r="1.8" />
      <circle cx="5.5" cy="11" r="1.8" />
    </>,
  );

/** The product's mark, as on the ribbon: a balance that turns from surplus to deficit. */
export function Mark(): ReactElement {
  return (
    <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="6" fill="#0b5cad" />
      <path d="M5 5h4v10H5zM11.4 10h4v5h-4z" fill="#fff" />
      <path d="M17.8 17h4v5h-4zM24.2 17h4v10h-4z" fill="#ffb84d" />
      <path d="M4 15h25v2H4z" fill="#7db7ee" />
      <path
        d="M23 2.5C23.5 6.8 24.2 7.5 28.5 8C24.2 8.5 23.5 9.2 23 13.5C22.5 9.2 21.8 8.5 17.5 8C21.8 7.5 22.5 6.8 23 2.5Z"
        fill="#fff"
      />
    </svg>
  );
}
export const ChevronIcon = (): ReactElement => icon(<path d="m3.5 6 4.5 4.5L12.5 6" />);

import type { Role } from "./drawing";

/** Where something is shown: on white, on a dark pane, or where the user asks for high contrast. */
export type Theme = "light" | "dark" | "contrast";

/** The colours of a theme that are not a series'. */
export interface Ink {
  readonly background: string;
  readonly text: string;
  readonly soft: string;
  readonly grid: string;
  readonly axis: string;
  readonly gap: string;
}

/** Okabe and Ito's colours that stand out from white three to one, and lighter ones of the same kind for dark panes. */
export const COLOURS = {
  light: {
    main: "#0072B2",
    second: "#D55E00",
    third: "#009E73",
    fourth: "#CC79A7",
    fifth: "#767676",
    quiet: "#767676",
    light: "#8F8F8F",
    paler: "#B8B8B8",
    palest: "#DEDEDE",
  },
  dark: {
    main: "#5AB4E5",
    second: "#F0894A",
    third: "#3FC79A",
    fourth: "#E3A6C8",
    fifth: "#ADADAD",
    quiet: "#ADADAD",
    light: "#8A8A8A",
    paler: "#6A6A6A",
    palest: "#4A4A4A",
  },
  contrast: {
    main: "#FFFFFF",
    second: "#FFFF00",
    third: "#1AEBFF",
    fourth: "#3FF23F",
    fifth: "#C8C8C8",
    quiet: "#C8C8C8",
    light: "#9A9A9A",
    paler: "#6E6E6E",
    palest: "#484848",
  },
} as const satisfies Record<Theme, Record<Role, string>>;

export const INKS = {
  light: {
    background: "#FFFFFF",
    text: "#242424",
    soft: "#616161",
    grid: "#E6E6E6",
    axis: "#8A8A8A",
    gap: "#F5F5F5",
  },
  dark: {
    background: "#292929",
    text: "#FFFFFF",
    soft: "#C7C7C7",
    grid: "#424242",
    axis: "#999999",
    gap: "#333333",
  },
  contrast: {
    background: "#000000",
    text: "#FFFFFF",
    soft: "#FFFFFF",
    grid: "#4D4D4D",
    axis: "#FFFFFF",
    gap: "#1A1A1A",
  },
} as const satisfies Record<Theme, Ink>;

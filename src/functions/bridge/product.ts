/** Name and version, as STATUS and the pane say them. */
export const PRODUCT = "DigiTrade 0.1.0";

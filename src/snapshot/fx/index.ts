// Written by scripts/write-indexes.ts from the files of this folder.
import FX_EURAUD_ECB from "./FX.EURAUD.ECB.json";
import FX_EURCAD_ECB from "./FX.EURCAD.ECB.json";
import FX_EURCHF_ECB from "./FX.EURCHF.ECB.json";
import FX_EURCNY_ECB from "./FX.EURCNY.ECB.json";
import FX_EURGBP_ECB from "./FX.EURGBP.ECB.json";
import FX_EURHKD_ECB from "./FX.EURHKD.ECB.json";
import FX_EURINR_ECB from "./FX.EURINR.ECB.json";
import FX_EURJPY_ECB from "./FX.EURJPY.ECB.json";
import FX_EURKRW_ECB from "./FX.EURKRW.ECB.json";
import FX_EURSGD_ECB from "./FX.EURSGD.ECB.json";
import FX_EURTHB_ECB from "./FX.EURTHB.ECB.json";
import FX_EURUSD_ECB from "./FX.EURUSD.ECB.json";
import FX_USDJPY_BOJ from "./FX.USDJPY.BOJ.json";
import FX_USDJPY_FRED from "./FX.USDJPY.FRED.json";

/** The embedded documents of this family, by id. */
export const documents: Readonly<Record<string, unknown>> = {
  "FX.EURAUD.ECB": FX_EURAUD_ECB,
  "FX.EURCAD.ECB": FX_EURCAD_ECB,
  "FX.EURCHF.ECB": FX_EURCHF_ECB,
  "FX.EURCNY.ECB": FX_EURCNY_ECB,
  "FX.EURGBP.ECB": FX_EURGBP_ECB,
  "FX.EURHKD.ECB": FX_EURHKD_ECB,
  "FX.EURINR.ECB": FX_EURINR_ECB,
  "FX.EURJPY.ECB": FX_EURJPY_ECB,
  "FX.EURKRW.ECB": FX_EURKRW_ECB,
  "FX.EURSGD.ECB": FX_EURSGD_ECB,
  "FX.EURTHB.ECB": FX_EURTHB_ECB,
  "FX.EURUSD.ECB": FX_EURUSD_ECB,
  "FX.USDJPY.BOJ": FX_USDJPY_BOJ,
  "FX.USDJPY.FRED": FX_USDJPY_FRED,
};

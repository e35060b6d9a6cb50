// Written by scripts/write-indexes.ts from the files of this folder.
import TIC_AE from "./TIC.AE.json";
import TIC_AU from "./TIC.AU.json";
import TIC_BE from "./TIC.BE.json";
import TIC_BELUX from "./TIC.BELUX.json";
import TIC_BM from "./TIC.BM.json";
import TIC_BR from "./TIC.BR.json";
import TIC_BS from "./TIC.BS.json";
import TIC_CA from "./TIC.CA.json";
import TIC_CARIB from "./TIC.CARIB.json";
import TIC_CH from "./TIC.CH.json";
import TIC_CL from "./TIC.CL.json";
import TIC_CN from "./TIC.CN.json";
import TIC_CO from "./TIC.CO.json";
import TIC_DE from "./TIC.DE.json";
import TIC_DK from "./TIC.DK.json";
import TIC_EG from "./TIC.EG.json";
import TIC_ES from "./TIC.ES.json";
import TIC_FI from "./TIC.FI.json";
import TIC_FR from "./TIC.FR.json";
import TIC_GB from "./TIC.GB.json";
import TIC_HK from "./TIC.HK.json";
import TIC_ID from "./TIC.ID.json";
import TIC_IE from "./TIC.IE.json";
import TIC_IL from "./TIC.IL.json";
import TIC_IN from "./TIC.IN.json";
import TIC_IQ from "./TIC.IQ.json";
import TIC_IT from "./TIC.IT.json";
import TIC_JP from "./TIC.JP.json";
import TIC_KR from "./TIC.KR.json";
import TIC_KW from "./TIC.KW.json";
import TIC_KY from "./TIC.KY.json";
import TIC_KZ from "./TIC.KZ.json";
import TIC_LU from "./TIC.LU.json";
import TIC_MX from "./TIC.MX.json";
import TIC_MY from "./TIC.MY.json";
import TIC_NL from "./TIC.NL.json";
import TIC_NO from "./TIC.NO.json";
import TIC_OFFICIAL from "./TIC.OFFICIAL.json";
import TIC_OFFICIALBILLS from "./TIC.OFFICIALBILLS.json";
import TIC_OFFICIALBONDS from "./TIC.OFFICIALBONDS.json";
import TIC_OILEXPORTERS from "./TIC.OILEXPORTERS.json";
import TIC_OM from "./TIC.OM.json";
import TIC_OTHER from "./TIC.OTHER.json";
import TIC_PE from "./TIC.PE.json";
import TIC_PH from "./TIC.PH.json";
import TIC_PL from "./TIC.PL.json";
import TIC_RU from "./TIC.RU.json";
import TIC_SA from "./TIC.SA.json";
import TIC_SE from "./TIC.SE.json";
import TIC_SG from "./TIC.SG.json";
import TIC_SV from "./TIC.SV.json";
import TIC_TH from "./TIC.TH.json";
import TIC_TOTAL from "./TIC.TOTAL.json";
import TIC_TR from "./TIC.TR.json";
import TIC_TW from "./TIC.TW.json";
import TIC_UY from "./TIC.UY.json";
import TIC_VN from "./TIC.VN.json";
import TIC_ZA from "./TIC.ZA.json";

/** The embedded documents of this family, by id. */
export const documents: Readonly<Record<string, unknown>> = {
  "TIC.AE": TIC_AE,
  "TIC.AU": TIC_AU,
  "TIC.BE": TIC_BE,
  "TIC.BELUX": TIC_BELUX,
  "TIC.BM": TIC_BM,
  "TIC.BR": TIC_BR,
  "TIC.BS": TIC_BS,
  "TIC.CA": TIC_CA,
  "TIC.CARIB": TIC_CARIB,
  "TIC.CH": TIC_CH,
  "TIC.CL": TIC_CL,
  "TIC.CN": TIC_CN,
  "TIC.CO": TIC_CO,
  "TIC.DE": TIC_DE,
  "TIC.DK": TIC_DK,
  "TIC.EG": TIC_EG,
  "TIC.ES": TIC_ES,
  "TIC.FI": TIC_FI,
  "TIC.FR": TIC_FR,
  "TIC.GB": TIC_GB,
  "TIC.HK": TIC_HK,
  "TIC.ID": TIC_ID,
  "TIC.IE": TIC_IE,
  "TIC.IL": TIC_IL,
  "TIC.IN": TIC_IN,
  "TIC.IQ": TIC_IQ,
  "TIC.IT": TIC_IT,
  "TIC.JP": TIC_JP,
  "TIC.KR": TIC_KR,
  "TIC.KW": TIC_KW,
  "TIC.KY": TIC_KY,
  "TIC.KZ": TIC_KZ,
  "TIC.LU": TIC_LU,
  "TIC.MX": TIC_MX,
  "TIC.MY": TIC_MY,
  "TIC.NL": TIC_NL,
  "TIC.NO": TIC_NO,
  "TIC.OFFICIAL": TIC_OFFICIAL,
  "TIC.OFFICIALBILLS": TIC_OFFICIALBILLS,
  "TIC.OFFICIALBONDS": TIC_OFFICIALBONDS,
  "TIC.OILEXPORTERS": TIC_OILEXPORTERS,
  "TIC.OM": TIC_OM,
  "TIC.OTHER": TIC_OTHER,
  "TIC.PE": TIC_PE,
  "TIC.PH": TIC_PH,
  "TIC.PL": TIC_PL,
  "TIC.RU": TIC_RU,
  "TIC.SA": TIC_SA,
  "TIC.SE": TIC_SE,
  "TIC.SG": TIC_SG,
  "TIC.SV": TIC_SV,
  "TIC.TH": TIC_TH,
  "TIC.TOTAL": TIC_TOTAL,
  "TIC.TR": TIC_TR,
  "TIC.TW": TIC_TW,
  "TIC.UY": TIC_UY,
  "TIC.VN": TIC_VN,
  "TIC.ZA": TIC_ZA,
};

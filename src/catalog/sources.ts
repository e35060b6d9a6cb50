import type { Source } from "../domain/series";

export type SourceId =
  | "boj"
  | "tokyo"
  | "mof"
  | "ecb"
  | "fred"
  | "te"
  | "tic"
  | "unctad"
  | "wto"
  | "worldbank"
  | "oecd"
  | "press"
  | "targets";

/** Who compiled the figures, and on what terms they may be used. */
export const SOURCES = {
  boj: {
    id: "boj",
    name: "Bank of Japan / Ministry of Finance, Balance of Payments",
    url: "https://www.stat-search.boj.or.jp/",
    terms:
      "Free to use with credit; commercial reproduction needs prior consultation with the Bank of Japan.",
    credit:
      "This service uses the API provided by the 'Bank of Japan Time-Series Data Search.' The Bank of Japan does not guarantee the content of the service.",
  },
  tokyo: {
    id: "tokyo",
    name: "Bank of Japan, foreign exchange rates, Tokyo market at 17:00",
    url: "https://www.stat-search.boj.or.jp/",
    terms:
      "Free to use with credit; commercial reproduction needs prior consultation with the Bank of Japan.",
    credit:
      "This service uses the API provided by the 'Bank of Japan Time-Series Data Search.' The Bank of Japan does not guarantee the content of the service.",
  },
  mof: {
    id: "mof",
    name: "Ministry of Finance Japan, Balance of Payments Statistics",
    url: "https://www.mof.go.jp/policy/international_policy/reference/balance_of_payments/index.htm",
    terms: "Free to use with credit (Government of Japan Standard Terms of Use).",
    credit: "Source: Ministry of Finance, Japan.",
  },
  ecb: {
    id: "ecb",
    name: "European Central Bank, euro foreign exchange reference rates",
    url: "https://data.ecb.europa.eu/data/datasets/EXR",
    terms: "Free to reuse if the ECB is named and the figures are not changed. For information only.",
    credit: "Source: European Central Bank.",
  },
  fred: {
    id: "fred",
    name: "Federal Reserve Board, H.10 Foreign Exchange Rates (noon New York)",
    url: "https://fred.stlouisfed.org/series/DEXJPUS",
    terms: "Public domain (work of the US government).",
    credit: "Source: Board of Governors of the Federal Reserve System, H.10, via FRED.",
  },
  te: {
    id: "te",
    name: "Trading Economics",
    url: "https://tradingeconomics.com/japan/currency",
    terms: "With the user's own subscription only.",
    credit: "Source: Trading Economics.",
  },
  tic: {
    id: "tic",
    name: "US Treasury, TIC: Major Foreign Holders of Treasury Securities (SLT Table 5)",
    url: "https://ticdata.treasury.gov/resource-center/data-chart-center/tic/Documents/slt_table5.html",
    terms: "Public domain (work of the US government).",
    credit: "Source: US Department of the Treasury, Treasury International Capital system.",
  },
  unctad: {
    id: "unctad",
    name: "UNCTAD, international trade in digitally deliverable services (via World Bank Data360)",
    url: "https://data360.worldbank.org/en/dataset/UNCTAD_DE",
    terms: "Free to use with credit to UNCTAD and the World Bank.",
    credit: "Source: UNCTAD, via World Bank Data360.",
  },
  wto: {
    id: "wto",
    name: "WTO, Digitally Delivered Services Trade Dataset",
    url: "https://data.wto.org/en/dataset/wto-digitally-delivered-services-trade-dataset",
    terms: "Free to use with credit to the WTO.",
    credit: "Source: World Trade Organization.",
  },
  worldbank: {
    id: "worldbank",
    name: "World Bank, World Development Indicators",
    url: "https://data.worldbank.org/",
    terms: "CC BY 4.0.",
    credit: "Source: World Bank, World Development Indicators.",
  },
  oecd: {
    id: "oecd",
    name: "OECD, International trade in services (DF_TIS)",
    url: "https://data-explorer.oecd.org/",
    terms: "Free to use with credit to the OECD (CC BY 4.0).",
    credit: "Source: OECD.",
  },
  press: {
    id: "press",
    name: "Press and research notes, as named with each figure",
    url: "https://jbpress.ismedia.jp/articles/-/83206",
    terms: "Figures quoted with their source.",
    credit: "Source: as named with each figure.",
  },
  targets: {
    id: "targets",
    name: "Government of Japan policy documents and progress reports, as named with each figure",
    url: "https://www.digital.go.jp/en/policies/priority-policy-program",
    terms: "Figures quoted with their source.",
    credit: "Source: as named with each figure.",
  },
} as const satisfies Record<SourceId, Source>;

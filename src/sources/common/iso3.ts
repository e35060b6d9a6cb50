/** ISO 3166 three letters of the catalogue's areas that international organisations state figures of; WLD is the World Bank's. */
const ISO3: Readonly<Record<string, string>> = {
  CA: "CAN",
  CH: "CHE",
  CN: "CHN",
  DE: "DEU",
  FR: "FRA",
  GB: "GBR",
  IE: "IRL",
  IL: "ISR",
  IN: "IND",
  IT: "ITA",
  JP: "JPN",
  KR: "KOR",
  NL: "NLD",
  SG: "SGP",
  US: "USA",
  WORLD: "WLD",
};

/** The three letters of an area of the catalogue; undefined for groups and for areas that nobody is asked about. */
export function iso3Of(area: string): string | undefined {
  return Object.hasOwn(ISO3, area) ? ISO3[area] : undefined;
}

import type { Text } from "../domain/series";

/** English and Japanese names by ISO 3166 two letters, and of the groups that figures are published for. */
export const AREAS = {
  AE: ["United Arab Emirates", "アラブ首長国連邦"],
  AU: ["Australia", "オーストラリア"],
  BE: ["Belgium", "ベルギー"],
  BM: ["Bermuda", "バミューダ"],
  BR: ["Brazil", "ブラジル"],
  BS: ["Bahamas", "バハマ"],
  CA: ["Canada", "カナダ"],
  CH: ["Switzerland", "スイス"],
  CL: ["Chile", "チリ"],
  CN: ["China", "中国"],
  CO: ["Colombia", "コロンビア"],
  DE: ["Germany", "ドイツ"],
  DK: ["Denmark", "デンマーク"],
  EG: ["Egypt", "エジプト"],
  ES: ["Spain", "スペイン"],
  EU: ["European Union", "欧州連合（EU）"],
  FI: ["Finland", "フィンランド"],
  FR: ["France", "フランス"],
  G7: ["G7", "G7"],
  GB: ["United Kingdom", "英国"],
  HK: ["Hong Kong", "香港"],
  ID: ["Indonesia", "インドネシア"],
  IE: ["Ireland", "アイルランド"],
  IL: ["Israel", "イスラエル"],
  IN: ["India", "インド"],
  IQ: ["Iraq", "イラク"],
  IT: ["Italy", "イタリア"],
  JP: ["Japan", "日本"],
  KR: ["South Korea", "韓国"],
  KW: ["Kuwait", "クウェート"],
  KY: ["Cayman Islands", "ケイマン諸島"],
  KZ: ["Kazakhstan", "カザフスタン"],
  LU: ["Luxembourg", "ルクセンブルク"],
  MX: ["Mexico", "メキシコ"],
  MY: ["Malaysia", "マレーシア"],
  NL: ["Netherlands", "オランダ"],
  NO: ["Norway", "ノルウェー"],
  OM: ["Oman", "オマーン"],
  PE: ["Peru", "ペルー"],
  PH: ["Philippines", "フィリピン"],
  PL: ["Poland", "ポーランド"],
  RU: ["Russia", "ロシア"],
  SA: ["Saudi Arabia", "サウジアラビア"],
  SE: ["Sweden", "スウェーデン"],
  SG: ["Singapore", "シンガポール"],
  SV: ["El Salvador", "エルサルバドル"],
  TH: ["Thailand", "タイ"],
  TR: ["Turkey", "トルコ"],
  TW: ["Taiwan", "台湾"],
  US: ["United States", "米国"],
  UY: ["Uruguay", "ウルグアイ"],
  VN: ["Vietnam", "ベトナム"],
  WORLD: ["World", "世界"],
  ZA: ["South Africa", "南アフリカ"],
} as const satisfies Record<string, readonly [en: string, ja: string]>;

export type Area = keyof typeof AREAS;

export function isArea(code: string): code is Area {
  return Object.hasOwn(AREAS, code);
}

/** The name of an area; a code that is not listed stands for itself. */
export function areaName(code: string): Text {
  const [en, ja] = isArea(code) ? AREAS[code] : [code, code];
  return { en, ja };
}

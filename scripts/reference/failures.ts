/** Formulas that show how each function fails, with the error that they must give. Their sentences come from the code. */
export const FAILURES: Readonly<Record<string, readonly (readonly [formula: string, error: string])[]>> = {
  CAPTION: [
    ['=DIGITRADE.CAPTION("digital-balanse")', "#VALUE!"],
    ['=DIGITRADE.CAPTION("digital-balance","end=1990")', "#N/A"],
  ],
  CITE: [['=DIGITRADE.CITE("TIC.JP","chicago")', "#VALUE!"]],
  COMPONENTS: [['=DIGITRADE.COMPONENTS("US",2023,,"def=deliverable")', "#N/A"]],
  CONVERT: [
    ['=DIGITRADE.CONVERT(100,"JPY","YUAN",2023)', "#VALUE!"],
    ['=DIGITRADE.CONVERT(100,"JPY","USD","2026-10-01")', "#N/A"],
  ],
  DECOMPOSE: [['=DIGITRADE.DECOMPOSE("TIC.JP",2014,2016,"JPY")', "#VALUE!"]],
  DEFICIT: [['=DIGITRADE.DEFICIT("US",2023)', "#VALUE!"]],
  FXRATE: [
    ['=DIGITRADE.FXRATE("USD","JPY","06/21/2024")', "#VALUE!"],
    ['=DIGITRADE.FXRATE("USD","JPY","2026-10-01")', "#N/A"],
  ],
  HISTORY: [
    ['=DIGITRADE.HISTORY("JP.DIGITAL.NET",2016,2014)', "#VALUE!"],
    ['=DIGITRADE.HISTORY("JP.COMPUTER.NET",2014,2016,"freq=D")', "#N/A"],
  ],
  HOLDERS: [['=DIGITRADE.HOLDERS("1999-12")', "#N/A"]],
  IMPLIED: [['=DIGITRADE.IMPLIED(5.35E12,"JPY",33.7E9,"JPY")', "#VALUE!"]],
  INFO: [['=DIGITRADE.INFO("JP.NOSUCH")', "#VALUE!"]],
  PACE: [['=DIGITRADE.PACE(20000,"2031-04-01",50000,"FY2030")', "#VALUE!"]],
  PANEL: [['=DIGITRADE.PANEL("JP.DIGITAL.NET,FX.USDJPY",2014,2015,"unit=bn")', "#VALUE!"]],
  REVISION: [
    ['=DIGITRADE.REVISION("FX.USDJPY",2023)', "#VALUE!"],
    ['=DIGITRADE.REVISION("JP.SERVICES.NET",2023,"2020-01-01")', "#N/A"],
  ],
  SEARCH: [['=DIGITRADE.SEARCH("zeppelin")', "#N/A"]],
  STATUS: [['=DIGITRADE.STATUS("age")', "#VALUE!"]],
  TARGET: [
    ['=DIGITRADE.TARGET("JP.SPECIALIST")', "#VALUE!"],
    ['=DIGITRADE.TARGET("JP.DEFICIT2030","path")', "#N/A"],
  ],
  VALUE: [
    ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unti=tn")', "#VALUE!"],
    ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2017)', "#N/A"],
  ],
  WHY: [["=DIGITRADE.WHY(1)", "#VALUE!"]],
};

/** Numbers by the names that stand for them, in capitals. */
type Names = ReadonlyMap<string, number>;

const PIECE = /\s*(?:(\d+(?:\.\d+)?)|([A-Z_][\w.]*)|([-+*^(),]))/iy;

/**
 * What a formula of numbers, names, `+ - * ^`, SUM and LET comes to, each LET with the names in its own sight: what writing them
 * out is held against. A sign binds closer than a power, as in Excel.
 */
export function valueOf(formula: string): number {
  const pieces: string[] = [];
  for (PIECE.lastIndex = 0; PIECE.lastIndex < formula.trimEnd().length;) {
    const piece = PIECE.exec(formula);
    if (!piece) throw new Error(`This is no formula of numbers: ${formula}`);
    pieces.push(piece[0].trim());
  }
  let at = 0;
  const take = (wanted: string): boolean => {
    if (pieces[at] !== wanted) return false;
    at++;
    return true;
  };
  const expect = (wanted: string): void => {
    if (!take(wanted)) throw new Error(`${wanted} is missing before ${pieces.slice(at).join("")}`);
  };

  const sum = (names: Names): number => {
    let value = product(names);
    for (;;)
      if (take("+")) value += product(names);
      else if (take("-")) value -= product(names);
      else return value;
  };
  const product = (names: Names): number => {
    let value = power(names);
    while (take("*")) value *= power(names);
    return value;
  };
  const power = (names: Names): number => {
    let value = signed(names);
    while (take("^")) value **= signed(names);
    return value;
  };
  const signed = (names: Names): number => (take("-") ? -signed(names) : operand(names));
  const operand = (names: Names): number => {
    if (take("(")) {
      const value = sum(names);
      expect(")");
      return value;
    }
    const word = (pieces[at++] ?? "").toUpperCase();
    if (/^\d/.test(word)) return Number(word);
    if (take("(")) return word === "SUM" ? addedUp(names) : letValue(names);
    const value = names.get(word);
    if (value === undefined) throw new Error(`Nothing is called ${word}`);
    return value;
  };
  const addedUp = (names: Names): number => {
    let value = sum(names);
    while (take(",")) value += sum(names);
    expect(")");
    return value;
  };
  const letValue = (outer: Names): number => {
    const names = new Map(outer);
    for (;;) {
      const name = (pieces[at] ?? "").toUpperCase();
      // A name and a comma give a value; anything else is what is worked out.
      if (!/^[A-Z_]/.test(name) || pieces[at + 1] !== ",") break;
      at += 2;
      names.set(name, sum(names));
      expect(",");
    }
    const value = sum(names);
    expect(")");
    return value;
  };
  return sum(new Map());
}

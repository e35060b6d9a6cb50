/** A number as Excel would show it by one of the formats that charts use: `#,##0`, `0.0`, `#,##0.00`, `#,##0.0,,`. */
export function formatted(value: number, format: string): string {
  const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const thousands = /,*$/.exec(format)?.[0].length ?? 0;
  const scaled = value / 1000 ** thousands;
  const size = Math.abs(scaled);
  if (size >= 1e15) return scaled.toExponential(1).replace("-", "−");
  const shown = size.toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: format.includes("#,"),
  });
  return scaled < 0 && /[1-9]/.test(shown) ? `−${shown}` : shown;
}

/** The same for the ticks of an axis: no decimals where no tick needs them. */
export function tickFormat(ticks: readonly number[], format: string): string {
  const thousands = /,*$/.exec(format)?.[0] ?? "";
  const base = format.includes("#,") ? "#,##0" : "0";
  const scale = 1000 ** thousands.length;
  const decimals = [0, 1, 2, 3].find((n) =>
    ticks.every((t) => Math.abs(Number((t / scale).toFixed(n)) - t / scale) <= Math.abs(t / scale) * 1e-9),
  );
  const places = decimals ?? 2;
  return `${base}${places === 0 ? "" : `.${"0".repeat(places)}`}${thousands}`;
}

import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { SparkPoint } from "./spark";

const LARGE = { width: 280, height: 64 } as const;
const EDGE = 3;

const useStyles = makeStyles({
  picture: { display: "block", width: "100%", height: "auto" },
  line: {
    fill: "none",
    stroke: tokens.colorBrandStroke1,
    strokeWidth: "1.75",
    strokeLinejoin: "round",
    strokeLinecap: "round",
  },
  dot: { fill: tokens.colorBrandStroke1 },
});

interface SparklineProps {
  /** Stretches of rates; between two of them nothing is held. */
  readonly stretches: readonly (readonly SparkPoint[])[];
  /** What the line shows, in words. */
  readonly label: string;
  /** In pixels; as wide as its place where it is left out. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** A line without axes; the numbers stand beside it. */
export function Sparkline({ stretches, label, size }: SparklineProps): ReactElement {
  const styles = useStyles();
  const { width, height } = size ?? LARGE;
  const all = stretches.flat();
  const [days, values] = [all.map(({ day }) => day), all.map(({ value }) => value)];
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (day: number): number => EDGE + ((day - from) / (to - from || 1)) * (width - 2 * EDGE);
  const y = (value: number): number =>
    high === low ? height / 2 : EDGE + ((high - value) / (high - low)) * (height - 2 * EDGE);
  const at = ({ day, value }: SparkPoint): string => `${x(day).toFixed(1)} ${y(value).toFixed(1)}`;
  const last = all.at(-1);
  return (
    <svg
      className={size ? undefined : styles.picture}
      viewBox={`0 0 ${width} ${height}`}
      {...size}
      role="img"
      aria-label={label}
    >
      {stretches.map((points, i) => (
        <path key={i} className={styles.line} d={`M${points.map(at).join("L")}`} />
      ))}
      {last && <circle className={styles.dot} cx={x(last.day)} cy={y(last.value)} r={size ? 2 : 3} />}
    </svg>
  );
}

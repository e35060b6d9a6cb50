import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useSyncExternalStore, type ReactElement } from "react";
import type { Theme } from "../../charts/common/colours";
import { drawPicture } from "../../charts/picture/draw";
import type { ChartChoices } from "../../charts/common/choices";
import type { ChartDefinition } from "../../charts/common/definition";
import { Problem } from "../../domain/problem";
import { surroundings } from "../../workbook/surroundings";
import { useDark } from "../theme";
import type { WorkedChart } from "./chart-desk";

const useStyles = makeStyles({
  picture: {
    display: "block",
    width: "100%",
    height: "auto",
    borderRadius: tokens.borderRadiusMedium,
    // The picture brings its own colours; in high contrast they are those of that theme.
    forcedColorAdjust: "none",
  },
});

interface PictureProps {
  readonly definition: ChartDefinition;
  readonly choices: ChartChoices;
  readonly worked: WorkedChart;
  readonly width: number;
  readonly height: number;
  readonly thumbnail?: boolean;
  readonly className?: string;
}

/**
 * A chart as the pane shows it. An image of its own, so that no text of a provider's can become part of the page; what it
 * shows is said in words to those who do not see it.
 */
export function Picture(props: PictureProps): ReactElement {
  const { definition, choices, worked, width, height, thumbnail = false, className } = props;
  const styles = useStyles();
  const theme = useTheme();
  const { values, finding } = worked;
  const said = finding instanceof Problem ? undefined : finding;
  const svg = drawPicture(definition, choices, values, {
    width,
    height,
    theme,
    thumbnail,
    ...(said && !thumbnail && { finding: said }),
  });
  return (
    <img
      className={mergeClasses(styles.picture, className)}
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
      width={width}
      height={height}
      alt={thumbnail ? "" : (said?.sentence ?? definition.question[choices.lang])}
    />
  );
}

const CONTRAST = "(forced-colors: active)";

/** High contrast first, then dark or light as the pane itself. */
function useTheme(): Theme {
  const dark = useDark(surroundings().dark);
  const contrast = useSyncExternalStore(subscribe, isForced, () => false);
  return contrast ? "contrast" : dark ? "dark" : "light";
}

function subscribe(changed: () => void): () => void {
  if (typeof matchMedia === "undefined") return () => undefined;
  const query = matchMedia(CONTRAST);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

const isForced = (): boolean => typeof matchMedia !== "undefined" && matchMedia(CONTRAST).matches;

import { Button } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { Series, SeriesId } from "../../domain/series";
import type { News } from "../../workbook/refresh/desk-state";
import { newerFigures } from "../../workbook/refresh/newer";
import { Notice } from "../notice";
import { useSpeech } from "../words/speech";
import { useWork } from "../work";
import { ChangeLines } from "./change-lines";
import { cellCount, earlierLines, newsGroups } from "./news-groups";
import { NewsSeries } from "./news-series";
import { useRefreshStyles } from "./styles";

interface NewsViewProps {
  readonly news: News;
  readonly peek: (id: SeriesId) => Series | undefined;
  readonly inExcel: boolean;
  readonly busy: boolean;
  readonly onAccept: (ids: readonly SeriesId[]) => void;
}

/** What newer figures would change, series by series, before anything changes. */
export function NewsView({ news, peek, inExcel, busy, onAccept }: NewsViewProps): ReactElement {
  const styles = useRefreshStyles();
  const { say, count } = useSpeech();
  const [left, setLeft] = useState<ReadonlySet<SeriesId>>(new Set());
  const { prospect, report } = news;
  const newer = newerFigures(prospect.staged, peek);
  const marks = [...prospect.staged.keys()].filter((id) => !newer.some((one) => one.id === id));
  const chosen = newer.filter(({ id }) => !left.has(id));
  const work = useWork(`${news.look} ${chosen.map(({ id }) => id).join()}`, () =>
    prospect.outlook(chosen.map(({ id }) => id)),
  );
  const outlook = work.kind === "done" ? work.value : work.kind === "busy" ? work.last : undefined;
  const { changes = [], unforeseen = [] } = outlook ?? {};
  const earlier = earlierLines(changes);
  const n = cellCount(changes);
  const failed = report.flatMap((one) => (one.outcome === "failed" ? [one] : []));
  // What is kept answers for a source that does not: nobody knows then what is newest.
  const unasked = report.filter((one) => one.outcome !== "failed" && one.stale).length;
  const all = newer.length + marks.length;
  const taken = [...chosen.map(({ id }) => id), ...marks];
  const titleOf = (id: SeriesId): string => peek(id)?.title.en ?? id;
  return (
    <section className={styles.section} aria-labelledby="refresh-news">
      <h2 id="refresh-news" className={styles.title}>
        {say("newsTitle")}
      </h2>
      <p className={styles.text} role="status">
        {work.kind === "busy"
          ? say("newsWorking")
          : all + earlier.length + failed.length + unasked === 0
            ? say("newsNone")
            : n === 0
              ? say("newsNoCell")
              : n === 1
                ? say("newsCellsOne")
                : say("newsCells", { n })}
      </p>
      {work.kind === "failed" && <Notice kind="error">{work.problem.message}</Notice>}
      {newer.length > 0 && (
        <ul className={styles.list}>
          {newsGroups(newer, changes).map((group) => (
            <NewsSeries
              key={group.series.id}
              group={group}
              before={peek(group.series.id)}
              taken={!left.has(group.series.id)}
              onTake={(take) => {
                const next = new Set(left);
                if (take) next.delete(group.series.id);
                else next.add(group.series.id);
                setLeft(next);
              }}
            />
          ))}
        </ul>
      )}
      {marks.length > 0 && <p className={styles.text}>{count("newsMarks", marks.length)}</p>}
      {earlier.length > 0 && (
        <>
          <h3 className={styles.title}>{say("newsEarlier")}</h3>
          <p className={styles.text}>{say("newsEarlierHint")}</p>
          <ChangeLines lines={earlier} />
        </>
      )}
      {unforeseen.length > 0 && (
        <p className={styles.text}>
          {say("newsUnforeseen", {
            cells: unforeseen.map(({ sheet, cell }) => `${sheet}!${cell}`).join(", "),
          })}
        </p>
      )}
      {unasked > 0 && <Notice kind="warning">{say("newsStale", { n: unasked })}</Notice>}
      {failed.length > 0 && (
        <Notice kind="warning">
          {say("newsFailed", { n: failed.length })}
          <ul className={styles.list}>
            {failed.map(({ id, problem }) => (
              <li key={id}>{say("newsFailedOne", { title: titleOf(id), why: problem.message })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {all > 0 && (
        <div className={styles.bar}>
          <Button
            appearance="primary"
            disabled={!inExcel || taken.length === 0}
            disabledFocusable={inExcel && taken.length > 0 && (busy || work.kind !== "done")}
            onClick={() => onAccept(taken)}
          >
            {taken.length === all ? say("newsAccept") : say("newsAcceptSome", { n: taken.length, all })}
          </Button>
          <span className={styles.text}>{taken.length === 0 ? say("newsPick") : say("undoHint")}</span>
        </div>
      )}
    </section>
  );
}

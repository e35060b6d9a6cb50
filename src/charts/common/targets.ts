import { progressOf, progressWords, type Progress } from "../../answer/progress";
import type { Shelf } from "../../answer/shelf";
import { findEntry } from "../../catalog/catalog";
import { TARGETS, resolveTarget, type Target } from "../../catalog/targets";
import { baseDayOf, linearPath, type Task } from "../../domain/target";
import {
  enclosing,
  firstDay,
  frequencyOf,
  lastDay,
  range,
  shift,
  type Day,
  type Period,
} from "../../domain/period";
import type { Series } from "../../domain/series";
import { Problem } from "../../domain/problem";
import { call, optionText, type Call } from "./call";
import type { ChartChoices } from "./choices";
import type { Language } from "./language";
import { figureWords } from "../../answer/figure-words";
import { bracketed } from "./headings";
import { amount, moneyFormat, moneyUnit, type Money } from "./money";
import { fixed, lineOf, periodIn, trimmed } from "./words";

/** Targets of which progress is counted. */
export const COUNTED: readonly string[] = TARGETS.filter(
  ({ kind, latest }) => kind === "target" && latest !== undefined,
).map(({ id }) => id);

/** Those that also state where they start from: only they have a path. */
export const PATHED: readonly string[] = COUNTED.filter((id) => resolveTarget(id).base !== undefined);

/** A cell of a target: value, base, latest, or the straight path on a day. */
export function targetCall({ target, asof }: ChartChoices, what: string, day?: Day): Call {
  const how = optionText({ asof });
  return call("TARGET", target, what, day ?? null, how === "" ? null : how);
}

const MILLION = 1e6;

/** How the amounts of a target are shown on an axis. */
export interface Measure {
  readonly title: string;
  readonly format: string;
}

export function measureOf({ unit, value }: Target, lang: Language): Measure {
  if (unit.kind === "money") {
    const money = moneyOf(unit.currency);
    return { title: moneyUnit(money, lang), format: moneyFormat(money) };
  }
  if (unit.kind === "persons") {
    if (value < MILLION) return { title: lang === "ja" ? "人" : "Persons", format: "#,##0" };
    return { title: lang === "ja" ? "百万人" : "Million persons", format: "#,##0.0,," };
  }
  return unit.kind === "percent"
    ? { title: lang === "ja" ? "％" : "Per cent", format: "0.0" }
    : { title: "", format: "#,##0" };
}

const moneyOf = (currency: Money["currency"]): Money => ({ currency, scale: "tn" });

/** "Registered information security specialists, persons": what is counted, and more. */
export function targetSubtitle(target: Target, lang: Language, more = ""): string {
  const { title } = measureOf(target, lang);
  return lineOf([target.title[lang], `${title.charAt(0).toLowerCase()}${title.slice(1)}`, more], lang);
}

/** Who set the target, for a source line. */
export const setByWords = ({ setBy }: Target, lang: Language): string =>
  lang === "ja" ? `目標：${setBy}` : `target: ${setBy}`;

/** "24,000", "9.46 trillion yen", 24,000人: an amount of a target within a sentence. */
export function targetAmount({ unit }: Target, value: number, lang: Language): string {
  const size = Math.abs(value);
  if (unit.kind === "money") return trimmed(amount(value, moneyOf(unit.currency), lang));
  if (unit.kind === "percent") return `${figureWords(size, 1)}${lang === "ja" ? "％" : " %"}`;
  return `${fixed(size, 0)}${lang === "ja" && unit.kind === "persons" ? "人" : ""}`;
}

export function progressIn(shelf: Shelf, { target, asof }: ChartChoices): Progress {
  return progressOf(shelf, resolveTarget(target), undefined, asof ?? shelf.pin);
}

/** The series that is counted for a target. */
export function countedDocuments(shelf: Shelf, { latest }: Target): readonly Series[] {
  const entry = latest && findEntry(latest);
  if (!entry) return [];
  try {
    return [shelf.document(entry.id)];
  } catch (thrown) {
    if (thrown instanceof Problem) return [];
    throw thrown;
  }
}

/** A row of a path: its label, the day on which the path is read, the share of the time gone, and the period counted. */
export interface Step {
  readonly label: string;
  readonly day: Day;
  readonly share: number;
  readonly counted: Period;
}

const MONTHS_BETWEEN_COUNTS = 6;

/**
 * The steps from a target's base to its deadline: years of a flow, half-years of what is counted on days. The last step
 * is the deadline itself.
 */
export function stepsOf({ base, value, deadline, latest }: Target, lang: Language): readonly Step[] {
  if (!base) return [];
  const task: Task = { base: 0, baseDay: baseDayOf(base.date), target: 1, deadline };
  const isFlow = latest !== undefined && findEntry(latest)?.measure === "flow";
  const share = (day: Day): number => (value === base.value ? 1 : linearPath(task, day));
  const end = lastDay(deadline);
  if (isFlow)
    return range(enclosing(task.baseDay, "A"), enclosing(end, "A")).map((year) => {
      const day = lastDay(year);
      return { label: year, day, share: share(day), counted: year };
    });
  const steps: Step[] = [];
  for (let m = enclosing(task.baseDay, "M"); firstDay(m) < end; m = shift(m, MONTHS_BETWEEN_COUNTS)) {
    const day = firstDay(m);
    steps.push({ label: periodIn(m, lang), day, share: share(day), counted: m });
  }
  const last = enclosing(end, "M");
  return [...steps, { label: periodIn(last, lang), day: end, share: 1, counted: last }];
}

/** The figure counted in a step, in the target's own unit. */
export function countedCall({ latest, unit }: Target, { counted }: Step, { asof }: ChartChoices): Call {
  const how = optionText({ unit: unit.kind === "money" ? "tn" : undefined, approx: "allow", asof });
  const when = frequencyOf(counted) === "A" ? Number(counted) : counted;
  return call("VALUE", latest ?? "", when, how);
}

/** How a target stands: what by when, from where, how fast, and where it is. */
export function standingWords(progress: Progress, lang: Language): string {
  return lang === "ja" ? standingJa(progress) : progressWords(progress);
}

function standingJa({ target, latest, task, plan, standing }: Progress): string {
  const size = (value: number): string => targetAmount(target, value, "ja");
  const deadline = periodIn(target.deadline, "ja");
  const end =
    frequencyOf(target.deadline) === "D" ? "" : bracketed(periodIn(lastDay(target.deadline), "ja"), "ja");
  const head = `目標：${target.title.ja}、${deadline}${end}までに${size(target.value)}。`;
  const base = target.base;
  const from =
    base && task && plan
      ? `起点は${base.about ? "約" : ""}${size(task.base)}（${periodIn(base.date, "ja")}）、${figureWords(plan.years, 2)}年間で年${size(plan.perYear)}${plan.cagr === undefined ? "" : `（年率${figureWords(plan.cagr, 2)}％）`}。`
      : "";
  if (!latest) return `${head}${from}進捗は公表されていない。`;
  const now = `最新は${latest.about ? "約" : ""}${size(latest.value)}（${periodIn(latest.period, "ja")}）。`;
  if (!standing) return `${head}${from}${now}`;
  const against = (ahead: number, path: string): string =>
    `${path}経路を${size(ahead)}${ahead < 0 ? "下回る" : "上回る"}`;
  const compound = standing.aheadCompound === undefined ? "" : `、${against(standing.aheadCompound, "複利")}`;
  const track = standing.reached ? "達成済み。" : standing.onTrack ? "順調。" : "遅れている。";
  const rest =
    standing.reached || standing.perYearNow === undefined
      ? ""
      : `残り${size(standing.gap)}、今後は年${size(standing.perYearNow)}が必要。`;
  return `${head}${from}${now}${against(standing.aheadLinear, "直線")}${compound}。${track}${rest}`;
}

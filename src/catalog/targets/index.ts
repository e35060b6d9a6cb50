// Written by scripts/write-indexes.ts from the files of this folder.
import type { Target } from "../target";
import { target as computer2030 } from "./computer-2030";
import { target as coverage5g } from "./coverage-5g";
import { target as deficit2030 } from "./deficit-2030";
import { target as deficit2035 } from "./deficit-2035";
import { target as deficit2035Pessimistic } from "./deficit-2035-pessimistic";
import { target as digitalCliff } from "./digital-cliff";
import { target as digitalTalent } from "./digital-talent";
import { target as inboundSpend } from "./inbound-spend";
import { target as localGov2024 } from "./local-gov-2024";
import { target as localGov2027 } from "./local-gov-2027";
import { target as semiconductors } from "./semiconductors";
import { target as specialists } from "./specialists";
import { target as specialists2020 } from "./specialists-2020";
import { target as specialists2025 } from "./specialists-2025";
import { target as visitors } from "./visitors";

/** Every target, projection and risk estimate, one file each. */
export const TARGETS: readonly Target[] = [
  computer2030,
  coverage5g,
  deficit2030,
  deficit2035,
  deficit2035Pessimistic,
  digitalCliff,
  digitalTalent,
  inboundSpend,
  localGov2024,
  localGov2027,
  semiconductors,
  specialists,
  specialists2020,
  specialists2025,
  visitors,
];

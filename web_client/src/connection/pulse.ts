/**
 * Notices a dead line. Browsers answer a server's pings unseen, so a line that swallows everything looks quiet.
 * After 25 quiet seconds a seat asks whether the line is alive; no answer means a fresh line.
 */
import { newCommandId } from "./ids";
import type { Seat } from "./seat";
import type { Tab } from "./tab";

const LOOK_EVERY = 5_000;
const QUIET_MOST = 25_000;
const ANSWER_MOST = 15_000;
/** After a sleep the line may be dead without anybody having said so. */
const SLEPT = 20_000;

export function watchOver(tab: Tab, seat: Seat): void {
  const { around, line, outbox } = tab;
  let askedAt: number | null = null;

  function look(): void {
    around.later(LOOK_EVERY, look);
    if (line.state.value !== "open") {
      askedAt = null;
      return;
    }
    const heardAt = around.now() - line.silence;
    if (askedAt !== null && heardAt >= askedAt) askedAt = null;
    const owed = outbox.owedSince ?? askedAt;
    if (owed !== null && around.now() - Math.max(owed, heardAt) > ANSWER_MOST) {
      askedAt = null;
      line.renew();
    } else if (owed === null && seat.sitting && line.silence > QUIET_MOST) {
      askedAt = around.now();
      line.send({ id: newCommandId(around), type: "ping" });
    }
  }

  around.onWake(() => {
    const state = line.state.value;
    if (state === "lost" || (state === "open" && line.silence > SLEPT)) line.renew();
  });
  around.later(LOOK_EVERY, look);
}

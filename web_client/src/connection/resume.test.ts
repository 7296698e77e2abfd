/** Coming back: nothing is missed, nothing is said twice, and whoever must not come back does not. */
import { describe, expect, it } from "vitest";
import { CLOSINGS } from "../protocol/generated";
import { EPOCH, eventFrame, log, NEXT_EPOCH, roomSnapshot, said, snapshotFrame } from "../room/testing/pictures";
import { brokenAndBack, inTheRoom, reloaded, resumed, viewIn } from "./testing/stories";
import { settled } from "./testing/world";

describe("a lost line", () => {
  it("asks for what is missing by epoch, number and card", async () => {
    const told = await inTheRoom();
    told.world.wire.tell(eventFrame(11, said(2, "a", "Before.")));
    await brokenAndBack(told.world);
    expect(told.world.wire.last("resume")).toMatchObject({ epoch: EPOCH, number: 11, card: 0 });
    await resumed(told.world, eventFrame(12, said(2, "b", "Meanwhile.")));
    expect(log(viewIn(told))).toEqual(["Before.", "Meanwhile."]);
    expect(told.circle.line.value).toBe("open");
  });

  it("says again what was not answered, with the same id, and only once the seat is back", async () => {
    const told = await inTheRoom();
    const asked = told.circle.say("Can you hear me?");
    const first = told.world.wire.last("say");
    expect(log(viewIn(told))).toEqual(["~Can you hear me?"]);
    await brokenAndBack(told.world);
    expect(told.world.wire.types).toEqual(["hello", "resume"]);
    await resumed(told.world);
    expect(told.world.wire.last("say")).toEqual(first);
    told.world.wire.tell(eventFrame(11, { ...said(3, "x", first.text), command: first.id } as never));
    told.world.wire.accept("say");
    expect(await asked).toEqual({ kind: "accepted" });
    expect(log(viewIn(told))).toEqual(["Can you hear me?"]);
  });

  it("keeps the order of what was asked while there was no line", async () => {
    const told = await inTheRoom();
    told.world.wire.break();
    expect(told.circle.line.value).toBe("lost");
    void told.circle.say("one");
    void told.circle.say("two");
    void told.circle.raiseHand(null);
    await told.world.pass(600);
    told.world.wire.open();
    await settled();
    await resumed(told.world);
    expect(told.world.wire.types).toEqual(["hello", "resume", "say", "say", "raise_hand"]);
  });

  it("waits longer each time, at most ten seconds, and not at all when the device is online again", async () => {
    const { world } = await inTheRoom();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      world.wire.break();
      const before = world.wires.length;
      const start = world.now();
      while (world.wires.length === before) await world.pass(100);
      waits.push(world.now() - start);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
    world.wire.break();
    const before = world.wires.length;
    world.wake();
    expect(world.wires).toHaveLength(before + 1);
  });

  it("is noticed even when nobody says so: after quiet seconds something harmless is asked", async () => {
    const { world, circle } = await inTheRoom();
    await world.pass(30_000);
    expect(world.wire.last("ping").type).toBe("ping");
    world.wire.accept("ping");
    await world.pass(25_000);
    expect(world.wires).toHaveLength(1);
    await world.pass(30_000);
    expect(world.wires.length).toBe(2);
    expect(world.wires[0]?.closedByPage).toBe(true);
    expect(circle.line.value).toBe("opening");
  });

  it("is replaced when an answer does not come", async () => {
    const { world, circle } = await inTheRoom();
    void circle.say("Hello?");
    await world.pass(22_000);
    expect(world.wires).toHaveLength(2);
  });

  it("is replaced when a phone wakes up after a while", async () => {
    const { world } = await inTheRoom();
    await world.pass(21_000);
    world.wake();
    expect(world.wires).toHaveLength(2);
    world.wake();
    expect(world.wires).toHaveLength(2);
  });

  it("with a hole in the numbers asks for the whole picture", async () => {
    const told = await inTheRoom();
    told.world.wire.tell(eventFrame(14, said(2, "z", "Out of nowhere.")));
    told.world.wire.open();
    await settled();
    expect(told.world.wire.last("resume")).toMatchObject({ epoch: null, number: 0 });
    await resumed(told.world, snapshotFrame(roomSnapshot({ number: 14 })));
    expect(viewIn(told).snapshot.number).toBe(14);
  });
});

describe("a restart of the server", () => {
  const ROUND = { mode: "round", span: 4, prompt: "What helped this week?" } as const;

  it("keeps the screen, says what happened, and gives the prompt back", async () => {
    const told = await inTheRoom(ROUND);
    told.world.wire.tell(eventFrame(11, said(2, "a", "My sister called.")));
    await brokenAndBack(told.world);
    const after = { ...ROUND, epoch: NEXT_EPOCH, number: 0, prompt: "", prompt_lost: true };
    await resumed(told.world, snapshotFrame(roomSnapshot(after)));
    expect(told.world.wire.last("give_back").prompt).toBe("What helped this week?");
    expect(log(viewIn(told))).toEqual(["My sister called.", "note-restarted"]);
    told.world.wire.tell(eventFrame(1, { type: "prompt_given_back", prompt: "What helped this week?" }));
    expect(viewIn(told).snapshot).toMatchObject({ prompt: "What helped this week?", prompt_lost: false });
  });

  it("does not offer the prompt of another span, and asks only once", async () => {
    const told = await inTheRoom(ROUND);
    await brokenAndBack(told.world);
    const other = roomSnapshot({ ...ROUND, span: 5, epoch: NEXT_EPOCH, prompt: "", prompt_lost: true });
    await resumed(told.world, snapshotFrame(other), eventFrame(11, said(2, "b", "Hm.")));
    expect(told.world.wire.types).not.toContain("give_back");
  });
});

describe("closings", () => {
  it.each(CLOSINGS.map((closing) => [closing.word, closing] as const))("%s: what comes next", async (_, closing) => {
    const told = await inTheRoom();
    const { world, circle } = told;
    world.wire.break(closing.code);
    await world.pass(closing.come_back === "now" ? 0 : 500);
    switch (closing.come_back) {
      case "no":
        expect(circle.place.value.at).toBe("after");
        expect(world.wires).toHaveLength(1);
        expect(world.tab.kept.size).toBe(0);
        break;
      case "reload":
        expect(circle.line.value).toBe("reload_needed");
        expect(world.reloads).toBe(1);
        expect(world.tab.kept.has("tp.seat")).toBe(true);
        break;
      default:
        expect(world.wires).toHaveLength(2);
        expect(circle.line.value).toBe("lost");
    }
  });

  it("the server's own goodbye decides, with the seconds it asks for", async () => {
    const { world } = await inTheRoom();
    world.wire.tell({ frame: "goodbye", code: 1012, word: "restarting", come_back: "soon", after: 3 });
    world.wire.break(1012);
    await world.pass(3_000);
    expect(world.wires).toHaveLength(1);
    await world.pass(600);
    expect(world.wires).toHaveLength(2);
  });

  it("reloads by itself only once", async () => {
    const told = await inTheRoom();
    told.world.wire.break(4000);
    await settled();
    const { world, circle } = await reloaded(told);
    world.wire.break(4000);
    await world.pass(60_000);
    expect(world.reloads).toBe(0);
    expect(circle.line.value).toBe("reload_needed");
    circle.reload();
    await settled();
    expect(world.reloads).toBe(1);
  });

  it("a meeting that was closed while the line was lost is over for me too", async () => {
    const told = await inTheRoom();
    await brokenAndBack(told.world);
    told.world.wire.refuse("resume", "seat_ended");
    await settled();
    expect(told.circle.place.value).toEqual({ at: "after", why: "seat_ended", desk: false });
    expect(told.world.tab.kept.size).toBe(0);
  });

  it("a busy server is asked again, and the seat is not given up", async () => {
    const told = await inTheRoom();
    await brokenAndBack(told.world);
    told.world.wire.refuse("resume", "our_mistake");
    await told.world.pass(3_000);
    told.world.wire.open();
    await settled();
    await resumed(told.world);
    expect(told.circle.place.value.at).toBe("room");
  });
});

/** In the room: words are never lost, the place shown never jumps in bursts, and leaving leaves nothing. */
import { describe, expect, it } from "vitest";
import { cardFrame, eventFrame, id, log, roomSnapshot, said, SETTINGS, snapshotFrame, words, turnOf } from "../room/testing/pictures";
import { brokenAndBack, inTheRoom, reloaded, resumed, viewIn } from "./testing/stories";
import { settled } from "./testing/world";

const MY_TURN = { mode: "round", turn: turnOf(3, "taken", false, { turn: 5 }) } as const;

describe("saying", () => {
  it("names my turn where turns are taken, and none where everybody may speak", async () => {
    const mine = await inTheRoom(MY_TURN);
    void mine.circle.say("It was a hard week.");
    expect(mine.world.wire.last("say").turn).toBe(5);
    const open = await inTheRoom();
    void open.circle.say("Hello.");
    expect(open.world.wire.last("say").turn).toBeNull();
  });

  it("when refused, the words are a draft again and not in the log", async () => {
    const told = await inTheRoom(MY_TURN);
    const asked = told.circle.say("Almost.");
    told.circle.typing("Something new");
    told.world.wire.refuse("say", "stale_turn");
    expect(await asked).toMatchObject({ kind: "refused", refusal: { code: "stale_turn" } });
    expect(told.circle.draft.value).toBe("Almost.\n\nSomething new");
    expect(log(viewIn(told))).toEqual([]);
  });

  it("puts the draft away that was said", async () => {
    const told = await inTheRoom(MY_TURN);
    told.circle.keep("For later.");
    void told.circle.say("For later.");
    told.world.wire.accept("say");
    await settled();
    expect(told.circle.draft.value).toBe("");
    expect(told.world.tab.kept.has("tp.draft")).toBe(false);
  });
});

describe("a draft", () => {
  it("kept or half typed, survives a reload and sends nothing", async () => {
    const told = await inTheRoom();
    told.circle.keep("Kept.");
    told.circle.typing("Kept. And half a sent");
    await settled();
    expect(told.circle.draft.value).toBe("Kept.");
    const next = await reloaded(told);
    await resumed(next.world, snapshotFrame(roomSnapshot()));
    expect(next.circle.draft.value).toBe("Kept. And half a sent");
    expect(next.world.wire.types).toEqual(["hello", "resume"]);
  });

  it("is what was said and not heard when the page was loaded again; what was heard is not", async () => {
    const told = await inTheRoom();
    void told.circle.say("Heard.");
    const { id } = told.world.wire.last("say");
    void told.circle.say("Not heard.");
    await settled();
    const next = await reloaded(told);
    const heard = { ...words(11, 3, "", "Heard."), command: id };
    await resumed(next.world, snapshotFrame(roomSnapshot({ number: 11, said: [heard] })));
    expect(next.circle.draft.value).toBe("Not heard.");
    expect(log(viewIn(next))).toEqual(["Heard."]);
    expect(next.world.wire.types).not.toContain("say");
  });

  it("cannot be read with another seat's key", async () => {
    const told = await inTheRoom();
    told.circle.keep("Mine alone.");
    await settled();
    const next = await reloaded(told);
    next.world.wire.accept("resume", {
      type: "seat",
      seat: 9,
      role: "member",
      draft_key: "B".repeat(43),
      neutral_site: "https://weather.example/",
      invitation: null,
    });
    await settled();
    expect(next.circle.draft.value).toBe("");
  });

  it("stays in memory only where nothing can be sealed, and the screen can say so", async () => {
    const told = await inTheRoom();
    expect(told.circle.draftSurvives.value).toBe(true);
    const { World } = await import("./testing/world");
    const { openCircle } = await import("./circle");
    const insecure = new World();
    insecure.cipher = null;
    expect(openCircle(insecure).draftSurvives.value).toBe(false);
  });
});

describe("bursts", () => {
  it("show the first change at once and the rest once a painting", async () => {
    const told = await inTheRoom();
    told.world.paint();
    told.world.paint();
    let shown = 0;
    const stop = told.circle.place.subscribe(() => void (shown += 1));
    shown = 0;
    for (let number = 11; number < 1_011; number += 1) {
      told.world.wire.tell(eventFrame(number, said(2, `m${number}`, `${number}`)));
    }
    expect(shown).toBe(1);
    told.world.paint();
    expect(shown).toBe(2);
    expect(log(viewIn(told)).at(-1)).toBe("1010");
    stop();
  });
});

describe("turn wishes", () => {
  it("carry the turn they belong to", async () => {
    const { world, circle } = await inTheRoom(MY_TURN);
    void circle.done();
    void circle.pass();
    void circle.later();
    void circle.oneMinute();
    expect(["done", "pass", "later", "one_minute"].map((type) => world.wire.last(type as "done").turn)).toEqual([5, 5, 5, 5]);
  });

  it("without a turn are answered here", async () => {
    const { world, circle } = await inTheRoom();
    expect(await circle.take()).toMatchObject({ kind: "refused", refusal: { code: "stale_turn" } });
    expect(world.wire.types).not.toContain("take");
  });
});

describe("holding the room together", () => {
  it("settings go whole, with what this screen knows of the others", async () => {
    const { world, circle } = await inTheRoom();
    void circle.changeSettings({ slow_seconds: 30 });
    expect(world.wire.last("change_settings").settings).toEqual({ ...SETTINGS, slow_seconds: 30 });
  });

  it("an offered role stands until it is answered, or over", async () => {
    const told = await inTheRoom();
    told.world.wire.tell(cardFrame(1, { type: "role_offered", role: "guardian", by: 1, seconds: 60 }));
    expect(viewIn(told).snapshot.mine.role_offer).toMatchObject({ role: "guardian" });
    const asked = told.circle.answerRole(true);
    told.world.wire.refuse("answer_role", "no_offer");
    expect(await asked).toMatchObject({ kind: "refused" });
    told.world.wire.tell(cardFrame(2, { type: "role_offer_over" }));
    expect(viewIn(told).snapshot.mine.role_offer).toBeNull();
  });

  it("an answer names what it answers, hands their kind", async () => {
    const { world, circle } = await inTheRoom();
    void circle.say("Yes.", id("a"));
    expect(world.wire.last("say").reply_to).toBe(id("a"));
    void circle.raiseHand("Could we pause?", "process");
    expect(world.wire.last("raise_hand")).toMatchObject({ kind: "process", note: "Could we pause?" });
    void circle.lowerHand();
    expect(world.wire.last("lower_hand").kind).toBeNull();
  });
});

describe("two places", () => {
  it("the new key is found again whichever of the two the server has", async () => {
    const told = await inTheRoom();
    void told.circle.closeOtherPlace();
    const { key: next } = told.world.wire.last("change_key");
    await brokenAndBack(told.world);
    expect(told.world.wire.last("resume").key).toBe(next);
    told.world.wire.refuse("resume", "seat_ended");
    await settled();
    expect(told.world.wire.last("resume").key).not.toBe(next);
    await resumed(told.world);
    told.world.wire.accept("change_key");
    await settled();
    expect(JSON.parse(told.world.tab.kept.get("tp.seat") ?? "{}")).toEqual({ key: next, as: "member" });
  });

  it("closed here from the other place, this one forgets and does not come back", async () => {
    const { world, circle } = await inTheRoom();
    world.wire.break(4010);
    expect(circle.place.value).toMatchObject({ at: "after", why: "open_elsewhere" });
    expect(world.tab.kept.size).toBe(0);
  });
});

describe("leaving", () => {
  it("ends the seat, the line and everything kept", async () => {
    const { world, circle } = await inTheRoom();
    circle.keep("Not said.");
    const left = circle.leave();
    world.wire.accept("leave");
    await left;
    expect(circle.place.value).toEqual({ at: "after", why: "left", desk: false });
    expect(circle.draft.value).toBe("");
    await settled();
    expect(world.tab.kept.size).toBe(0);
    expect(world.wire.closedByPage).toBe(true);
  });

  it("does not wait for a line that is lost, nor for an answer that does not come", async () => {
    const lost = await inTheRoom();
    lost.world.wire.break();
    await lost.circle.leave();
    expect(lost.circle.place.value.at).toBe("after");
    const silent = await inTheRoom();
    void silent.circle.leave();
    await silent.world.pass(2_000);
    expect(silent.circle.place.value.at).toBe("after");
  });

  it("fast: one frame at once, and nothing is kept", async () => {
    const { world } = await inTheRoom();
    world.fast();
    expect(world.wire.types.at(-1)).toBe("leave");
    expect(world.tab.kept.size).toBe(0);
  });
});

/** Coming in: looking uses nothing up, and a knock whose answer is lost loses no seat. */
import { describe, expect, it } from "vitest";
import { snapshotFrame, waitingSnapshot } from "../room/testing/pictures";
import { openCircle } from "./circle";
import { atTheDoor, brokenAndBack, inTheWaitingRoom, reloaded } from "./testing/stories";
import { DOOR, LINK, SEAT, settled, World } from "./testing/world";

describe("the door", () => {
  it("without a link there is the front, and the line rests once the server has said who it is", async () => {
    const world = new World();
    const circle = openCircle(world);
    expect(circle.place.value.at).toBe("front");
    world.wire.open();
    await settled();
    expect(circle.welcome.value?.run_by).toBe("The library");
    expect(world.wire.closedByPage).toBe(true);
  });

  it("says hello first, then looks with the link from the address", async () => {
    const { world, circle } = await atTheDoor();
    expect(world.wire.types).toEqual(["hello", "look"]);
    expect(world.wire.last("look").link).toBe(LINK);
    expect(circle.place.value).toEqual({ at: "door", door: DOOR });
  });

  it("says why a link opens nothing, and may look again", async () => {
    const world = new World();
    world.tab.link = LINK;
    const circle = openCircle(world);
    world.wire.open();
    await settled();
    world.wire.refuse("look", "invitation_used");
    await settled();
    expect(circle.place.value).toMatchObject({ at: "no_door", refusal: { code: "invitation_used" } });
    const again = circle.lookAgain();
    world.wire.accept("look", DOOR);
    expect(await again).toEqual({ kind: "accepted" });
    expect(circle.place.value.at).toBe("door");
  });

  it("looks again by itself while the circle has not opened yet", async () => {
    const world = new World();
    world.tab.link = LINK;
    const circle = openCircle(world);
    world.wire.open();
    await settled();
    world.wire.accept("look", { ...DOOR, open: false });
    await world.pass(15_000);
    expect(world.wire.types.filter((type) => type === "look")).toHaveLength(2);
    world.wire.accept("look", DOOR);
    await world.pass(60_000);
    world.paint();
    expect(circle.place.value).toMatchObject({ door: { open: true } });
    expect(world.wire.types.filter((type) => type === "look")).toHaveLength(2);
  });

  it("draws another name, and knocks with the one that is shown", async () => {
    const { world, circle } = await atTheDoor();
    void circle.anotherName();
    world.wire.accept("draw_name", { ...DOOR, draw: 18, redraws_left: 4 });
    await settled();
    world.paint();
    void circle.knock({ listening: true, line: null });
    await settled();
    expect(world.wire.last("knock")).toMatchObject({ draw: 18, agreement: 1, listening: true, line: null });
  });

  it("opens another link that is pasted into the address", async () => {
    const { world, circle } = await atTheDoor();
    world.tab.link = "another-link-00000000";
    world.newLink();
    await settled();
    expect(world.wire.last("look").link).toBe("another-link-00000000");
    expect(circle.place.value.at).toBe("looking");
  });

  it("opens a link that is pasted at the front, where the line rested: hello comes first on the new one", async () => {
    const world = new World();
    const circle = openCircle(world);
    world.wire.open();
    await settled();
    world.tab.link = LINK;
    world.newLink();
    await settled();
    world.wire.open();
    await settled();
    expect(world.wire.types).toEqual(["hello", "look"]);
    world.wire.accept("look", DOOR);
    await settled();
    expect(circle.place.value.at).toBe("door");
  });
});

describe("a knock", () => {
  it("keeps the secret in the address until there is a seat", async () => {
    const { world, circle } = await atTheDoor();
    void circle.knock({ listening: false, line: null });
    await settled();
    expect(world.tab.link).toBe(LINK);
    world.wire.accept("knock", SEAT);
    await settled();
    expect(world.tab.link).toBeNull();
    expect(world.neutralSite).toBe("https://weather.example/");
  });

  it("writes the key down before it is sent", async () => {
    const { world, circle } = await atTheDoor();
    void circle.knock({ listening: false, line: null });
    expect(world.tab.kept.get("tp.seat")).toContain(world.wire.last("knock").key);
  });

  it("whose answer is lost finds its seat on the next line", async () => {
    const { world, circle } = await atTheDoor();
    const asked = circle.knock({ listening: false, line: null });
    await settled();
    const { key } = world.wire.last("knock");
    await brokenAndBack(world);
    expect(world.wire.types).toEqual(["hello", "resume"]);
    expect(world.wire.last("resume")).toMatchObject({ key, epoch: null, number: 0, card: 0 });
    world.wire.accept("resume", SEAT);
    world.wire.tell(snapshotFrame(waitingSnapshot()));
    expect(await asked).toEqual({ kind: "accepted" });
    expect(circle.place.value.at).toBe("waiting");
    expect(world.wire.types).not.toContain("knock");
  });

  it("that never arrived is sent again with the same id and key", async () => {
    const { world, circle } = await atTheDoor();
    void circle.knock({ listening: false, line: null });
    await settled();
    const first = world.wire.last("knock");
    await brokenAndBack(world);
    world.wire.refuse("resume", "seat_ended");
    await settled();
    expect(world.wire.last("knock")).toEqual(first);
    world.wire.accept("knock", SEAT);
    world.wire.tell(snapshotFrame(waitingSnapshot()));
    await settled();
    expect(circle.place.value.at).toBe("waiting");
  });

  it("that never arrived before a reload leads back to the door", async () => {
    const told = await atTheDoor();
    void told.circle.knock({ listening: false, line: null });
    await settled();
    const { world, circle } = await reloaded(told);
    world.wire.refuse("resume", "seat_ended");
    await settled();
    world.wire.accept("look", DOOR);
    await settled();
    expect(circle.place.value.at).toBe("door");
    expect(world.tab.kept.get("tp.seat")).toBeUndefined();
  });

  it("that is refused leaves one at the door, with nothing stored", async () => {
    const { world, circle } = await atTheDoor();
    const asked = circle.knock({ listening: false, line: null });
    await settled();
    world.wire.refuse("knock", "door_locked");
    expect(await asked).toMatchObject({ kind: "refused", refusal: { code: "door_locked" } });
    expect(circle.place.value.at).toBe("door");
    expect(world.tab.kept.size).toBe(0);
  });
});

describe("the waiting room", () => {
  it("survives a reload in the same place", async () => {
    const { world, circle } = await reloaded(await inTheWaitingRoom());
    expect(world.wire.types).toEqual(["hello", "resume"]);
    world.wire.accept("resume", SEAT);
    world.wire.tell(snapshotFrame(waitingSnapshot({ noticed: true })));
    await settled();
    expect(circle.place.value).toMatchObject({ at: "waiting", view: { snapshot: { noticed: true } } });
  });

  it("ends kindly when the facilitator declines, and nothing of it stays", async () => {
    const { world, circle } = await inTheWaitingRoom();
    world.wire.tell({ frame: "goodbye", code: 4005, word: "declined", come_back: "no", after: 0 });
    world.wire.break(4005);
    await settled();
    expect(circle.place.value).toEqual({ at: "after", why: "declined", desk: false });
    expect(world.tab.kept.size).toBe(0);
    await world.pass(60_000);
    expect(world.wires).toHaveLength(1);
  });
});

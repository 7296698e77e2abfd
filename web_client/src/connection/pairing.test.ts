/** Pairing over the line: the code stays on its screen, whoever asks goes on asking, and no lost answer loses a seat. */
import { describe, expect, it } from "vitest";
import type { Reply } from "../protocol";
import { HOST, roomSnapshot, snapshotFrame } from "../room/testing/pictures";
import { openCircle } from "./circle";
import * as hosting from "./hosting";
import { brokenAndBack, reloaded, type Told } from "./testing/stories";
import { LINK, SEAT, settled, World } from "./testing/world";

const GROUP = "g".repeat(22);
const CODE = "quiet-otter-misty-cedar-opal-lake";
const DESK: Extract<Reply, { type: "desk" }> = { type: "desk", session: "s".repeat(43), devices: 1, link: null, groups: [] };
const SHOWN: Extract<Reply, { type: "pairing" }> = { type: "pairing", group: GROUP, code: CODE, seconds: 900, state: "shown", asker: null };
const SLOW = { code: "slow_down", arguments: { seconds: 1, most: null } } as const;
const NAME = { first: 3, second: 4 };
const BESIDE: Extract<Reply, { type: "co_facilitator_door" }> = {
  type: "co_facilitator_door",
  group: "Tuesday circle",
  run_by: "The library",
  agreement: { version: 1, lines: [] },
  crisis_policy: "signpost",
  draw: 7,
  name: NAME,
  mark: { shape: "round", colour: 1 },
  redraws_left: 5,
};

async function atDoor(door: Reply): Promise<Told> {
  const world = new World();
  world.tab.link = LINK;
  const circle = openCircle(world);
  world.wire.open();
  await settled();
  world.wire.accept("look", door);
  await settled();
  return { world, circle };
}

async function atTheDesk(): Promise<Told> {
  const told = await atDoor({ type: "facilitator_door", first_time: false, run_by: "The library" });
  void told.circle.signIn("a long passphrase");
  told.world.wire.accept("sign_in", DESK);
  await settled();
  return told;
}

async function showing(): Promise<Told> {
  const told = await atTheDesk();
  void told.circle.offerPairing(GROUP);
  await settled();
  told.world.wire.accept("offer_pairing", SHOWN);
  await settled();
  return told;
}

async function asking(): Promise<Told> {
  const told = await atDoor(BESIDE);
  void told.circle.askToFacilitate();
  await settled();
  told.world.wire.accept("ask_to_facilitate", { type: "asked", name: NAME });
  await settled();
  return told;
}

describe("the first screen", () => {
  it("keeps the code that only the first answer carries, and follows what happens", async () => {
    const { world, circle } = await showing();
    expect(circle.pairing.value).toEqual(SHOWN);
    const asker = { asker: 1, name: NAME };
    void circle.lookAtPairing();
    await settled();
    world.wire.accept("look_at_pairing", { ...SHOWN, code: null, seconds: 880, state: "asked", asker });
    await settled();
    expect(circle.pairing.value).toEqual({ ...SHOWN, seconds: 880, state: "asked", asker });
    void circle.answerPairing(1, true);
    await settled();
    expect(world.wire.last("answer_pairing")).toMatchObject({ asker: 1, accept: true });
    world.wire.accept("answer_pairing", { ...SHOWN, code: null, state: "allowed", asker });
    await settled();
    expect(circle.pairing.value?.state).toBe("allowed");
  });

  it("puts the code away at once, and a late answer does not bring it back", async () => {
    const { world, circle } = await showing();
    void circle.lookAtPairing();
    await settled();
    void circle.endPairing();
    await settled();
    expect(circle.pairing.value).toBeNull();
    world.wire.accept("look_at_pairing", { ...SHOWN, code: null });
    world.wire.accept("end_pairing");
    await settled();
    expect(circle.pairing.value).toBeNull();
  });

  it("shows no code when none was made, and why", async () => {
    const { world, circle } = await atTheDesk();
    const offered = circle.offerPairing(GROUP);
    await settled();
    world.wire.refuse("offer_pairing", "not_open_yet");
    expect(await offered).toMatchObject({ kind: "refused", refusal: { code: "not_open_yet" } });
    expect(circle.pairing.value).toBeNull();
  });

  it("with a desk that has ended has no code either", async () => {
    const { world, circle } = await showing();
    void circle.lookAtPairing();
    await settled();
    world.wire.refuse("look_at_pairing", "session_ended");
    await settled();
    world.paint();
    expect(circle.pairing.value).toBeNull();
    expect(circle.place.value.at).toBe("no_door");
  });

  it("keeps only this device, and shows the desk as it is then", async () => {
    const { world, circle } = await atTheDesk();
    void circle.onlyThisDevice();
    world.wire.accept("only_this_device", { ...DESK, devices: 1 });
    await settled();
    world.paint();
    expect(circle.place.value).toMatchObject({ at: "desk", desk: { devices: 1 } });
  });
});

describe("the part that pairs", () => {
  it("that does not arrive is our mistake, and may be asked for again", async () => {
    const world = new World();
    world.tab.link = LINK;
    let there = false;
    world.hosting = () => (there ? Promise.resolve(hosting) : Promise.reject(new Error("no line")));
    const circle = openCircle(world);
    world.wire.open();
    await settled();
    world.wire.accept("look", { type: "device_door", run_by: "The library" });
    await settled();
    expect(await circle.pairDevice("a long passphrase")).toMatchObject({ refusal: { code: "our_mistake" } });
    there = true;
    void circle.pairDevice("a long passphrase");
    await settled();
    expect(world.wire.last("pair_device").passphrase).toBe("a long passphrase");
  });
});

describe("a second device", () => {
  it("opens the desk, takes the code out of the address, and shows its own link until the page goes", async () => {
    const { world, circle } = await atDoor({ type: "device_door", run_by: "The library" });
    expect(circle.place.value.at).toBe("device_door");
    void circle.pairDevice("a long passphrase");
    await settled();
    expect(world.wire.last("pair_device")).toMatchObject({ link: LINK, passphrase: "a long passphrase" });
    world.wire.accept("pair_device", { ...DESK, devices: 2, link: "the-link-of-this-device" });
    await settled();
    world.paint();
    expect(world.tab.link).toBeNull();
    expect(circle.invitation.value).toBe("https://circle.example/#the-link-of-this-device");
    await brokenAndBack(world);
    world.wire.accept("return_to_desk", { ...DESK, devices: 2 });
    await settled();
    world.paint();
    expect(circle.place.value).toMatchObject({ at: "desk", desk: { link: "the-link-of-this-device" } });
    expect([...world.tab.kept.values()].join()).not.toContain("the-link-of-this-device");
  });

  it("with another passphrase stays where it is; with a used code it says so", async () => {
    const { world, circle } = await atDoor({ type: "device_door", run_by: "The library" });
    const first = circle.pairDevice("not this one");
    await settled();
    world.wire.refuse("pair_device", "wrong_passphrase");
    expect(await first).toMatchObject({ refusal: { code: "wrong_passphrase" } });
    expect(circle.place.value.at).toBe("device_door");
    void circle.pairDevice("a long passphrase");
    await settled();
    world.wire.refuse("pair_device", "invitation_used");
    await settled();
    world.paint();
    expect(circle.place.value).toMatchObject({ at: "no_door", refusal: { code: "invitation_used" } });
  });
});

describe("somebody who wishes to facilitate", () => {
  it("waits under the name that the first screen reads, and asks again with the same key", async () => {
    const { world, circle } = await asking();
    world.paint();
    expect(circle.place.value).toEqual({ at: "co_facilitator_door", door: BESIDE, asked: NAME });
    const first = world.wire.last("ask_to_facilitate");
    await world.pass(2_000);
    const again = world.wire.last("ask_to_facilitate");
    expect(again.id).not.toBe(first.id);
    expect(again.key).toBe(first.key);
    world.wire.accept("ask_to_facilitate", { ...SEAT, role: "facilitator" });
    world.wire.tell(snapshotFrame(roomSnapshot({ you: HOST })));
    await settled();
    world.paint();
    expect(circle.place.value.at).toBe("room");
    expect(world.tab.link).toBeNull();
    await world.pass(10_000);
    expect(world.wire.types.filter((type) => type === "ask_to_facilitate")).toHaveLength(2);
  });

  it("reads that the words are used when the answer is no, and nothing of it stays", async () => {
    const { world, circle } = await asking();
    await world.pass(2_000);
    world.wire.refuse("ask_to_facilitate", "invitation_used");
    await settled();
    world.paint();
    expect(circle.place.value).toMatchObject({ at: "no_door", refusal: { code: "invitation_used" } });
    expect(world.tab.kept.size).toBe(0);
    const before = world.wire.types.length;
    await world.pass(10_000);
    expect(world.wire.types).toHaveLength(before);
  });

  it("goes on waiting through a busy moment", async () => {
    const { world, circle } = await asking();
    await world.pass(2_000);
    world.wire.tell({ frame: "refused", id: world.wire.last("ask_to_facilitate").id, refusal: SLOW, temporary: true });
    await settled();
    world.paint();
    expect(circle.place.value).toMatchObject({ asked: NAME });
    await world.pass(2_000);
    expect(world.wire.types.filter((type) => type === "ask_to_facilitate")).toHaveLength(3);
  });

  it("goes on waiting through a lost line, and comes in although the answer was lost", async () => {
    const { world, circle } = await asking();
    const { key } = world.wire.last("ask_to_facilitate");
    await brokenAndBack(world);
    world.wire.refuse("resume", "seat_ended");
    await settled();
    world.paint();
    expect(circle.place.value).toMatchObject({ at: "co_facilitator_door", asked: NAME });
    await world.pass(2_000);
    expect(world.wire.last("ask_to_facilitate").key).toBe(key);
    await brokenAndBack(world, 5_000);
    expect(world.wires).toHaveLength(3);
    expect(world.wire.last("resume").key).toBe(key);
    world.wire.accept("resume", { ...SEAT, role: "facilitator" });
    world.wire.tell(snapshotFrame(roomSnapshot({ you: HOST })));
    await settled();
    world.paint();
    expect(circle.place.value.at).toBe("room");
  });

  it("is at the door again after a reload, with the same words", async () => {
    const { world, circle } = await reloaded(await asking());
    world.wire.refuse("resume", "seat_ended");
    await settled();
    expect(world.wire.last("look").link).toBe(LINK);
    world.wire.accept("look", BESIDE);
    await settled();
    world.paint();
    expect(circle.place.value).toMatchObject({ at: "co_facilitator_door", asked: null });
  });

  it("may rather not: no more asking, and the door again", async () => {
    const { world, circle } = await asking();
    void circle.stopAsking();
    await settled();
    world.wire.accept("look", BESIDE);
    await settled();
    world.paint();
    expect(circle.place.value).toMatchObject({ at: "co_facilitator_door", asked: null });
    await world.pass(10_000);
    expect(world.wire.types.filter((type) => type === "ask_to_facilitate")).toHaveLength(1);
  });
});

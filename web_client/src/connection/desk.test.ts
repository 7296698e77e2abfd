/** Hosts and facilitators: a link and a passphrase open a desk, a desk opens circles, and a reload finds it again. */
import { describe, expect, it } from "vitest";
import type { Reply } from "../protocol";
import { eventFrame, HOST, roomSnapshot, snapshotFrame } from "../room/testing/pictures";
import { openCircle } from "./circle";
import { brokenAndBack, reloaded, type Told } from "./testing/stories";
import { LINK, SEAT, settled, World } from "./testing/world";

const GROUP = "g".repeat(22);
const SESSION = "s".repeat(43);
const INVITATION = "quiet-otter-dawn-elm-1";

const DESK: Extract<Reply, { type: "desk" }> = {
  type: "desk",
  session: SESSION,
  devices: 1,
  link: null,
  groups: [
    { group: GROUP, name: "Tuesday circle", mode: "round", door: "knock", open: false, invitation: null, invited: false },
  ],
};

async function atTheFacilitatorsDoor(): Promise<Told> {
  const world = new World();
  world.tab.link = LINK;
  const circle = openCircle(world);
  world.wire.open();
  await settled();
  world.wire.accept("look", { type: "facilitator_door", first_time: false, run_by: "The library" });
  await settled();
  return { world, circle };
}

async function atTheDesk(): Promise<Told> {
  const told = await atTheFacilitatorsDoor();
  void told.circle.signIn("a long passphrase");
  told.world.wire.accept("sign_in", DESK);
  await settled();
  return told;
}

async function readyToShare(): Promise<Told> {
  const told = await atTheDesk();
  void told.circle.prepareMeeting(GROUP);
  told.world.wire.accept("prepare_meeting", { type: "meeting", group: GROUP, invitation: INVITATION });
  await settled();
  return told;
}

async function inTheRoomAsFacilitator(): Promise<Told> {
  const told = await readyToShare();
  void told.circle.enter(GROUP);
  told.world.wire.accept("enter_as_facilitator", { ...SEAT, seat: 1, role: "facilitator" });
  told.world.wire.tell(snapshotFrame(roomSnapshot({ you: HOST })));
  await settled();
  return told;
}

describe("signing in", () => {
  it("opens the desk, takes the secret out of the address, and shows the own link to keep", async () => {
    const { world, circle } = await atTheDesk();
    expect(circle.place.value).toEqual({ at: "desk", desk: DESK });
    expect(circle.invitation.value).toBe(`https://circle.example/#${LINK}`);
    expect(world.tab.link).toBeNull();
  });

  it("with another passphrase says so and stays at the door", async () => {
    const { world, circle } = await atTheFacilitatorsDoor();
    const asked = circle.signIn("not this one");
    world.wire.refuse("sign_in", "wrong_passphrase");
    expect(await asked).toMatchObject({ kind: "refused", refusal: { code: "wrong_passphrase" } });
    expect(circle.place.value.at).toBe("facilitator_door");
    expect(world.tab.link).toBe(LINK);
  });
});

describe("the desk", () => {
  it("is there again after a reload and after a lost line", async () => {
    const told = await reloaded(await atTheDesk());
    expect(told.world.wire.last("return_to_desk").session).toBe(SESSION);
    told.world.wire.accept("return_to_desk", DESK);
    await settled();
    expect(told.circle.place.value.at).toBe("desk");
    void told.circle.startGroup({ name: "Wednesday", mode: "round", door: "knock", agreement: [], held_by: "members" });
    const first = told.world.wire.last("start_group");
    await brokenAndBack(told.world);
    expect(told.world.wire.types).toEqual(["hello", "return_to_desk"]);
    told.world.wire.accept("return_to_desk", DESK);
    await settled();
    expect(told.world.wire.last("start_group")).toEqual(first);
  });

  it("that has ended leads to the front, and nothing waits for ever", async () => {
    const told = await atTheDesk();
    const asked = told.circle.removeGroup(GROUP);
    await brokenAndBack(told.world);
    told.world.wire.refuse("return_to_desk", "session_ended");
    expect(await asked).toMatchObject({ kind: "refused", refusal: { code: "session_ended" } });
    await settled();
    expect(told.world.tab.kept.size).toBe(0);
  });

  it("of a host shows the link of the facilitator just made", async () => {
    const world = new World();
    world.tab.link = LINK;
    const circle = openCircle(world);
    world.wire.open();
    await settled();
    world.wire.accept("look", { type: "host_door" });
    await settled();
    expect(circle.place.value.at).toBe("host_door");
    const hosts = { type: "host_desk", session: SESSION, facilitators: [], link: null } as const;
    void circle.openHostDesk();
    world.wire.accept("open_host_desk", hosts);
    await settled();
    expect(circle.invitation.value).toBeNull();
    void circle.makeFacilitator("Ada");
    world.wire.accept("make_facilitator", { ...hosts, link: "a-facilitators-link-0" });
    await settled();
    expect(circle.invitation.value).toBe("https://circle.example/#a-facilitators-link-0");
  });

  it("shows the desk as it is after a change that answers without one", async () => {
    const { world, circle } = await atTheDesk();
    const asked = circle.removeGroup(GROUP);
    world.wire.accept("remove_group");
    await settled();
    world.wire.accept("return_to_desk", { ...DESK, groups: [] });
    await asked;
    world.paint();
    expect(circle.place.value).toMatchObject({ at: "desk", desk: { groups: [] } });
  });

  it("is closed on wish, and nothing of it stays", async () => {
    const { world, circle } = await atTheDesk();
    const asked = circle.leaveDesk();
    world.wire.accept("leave_desk");
    await asked;
    expect(circle.place.value.at).toBe("front");
    expect(world.tab.kept.size).toBe(0);
  });
});

describe("a circle of mine", () => {
  it("is ready to share, and back at the desk the own link is shown, never both", async () => {
    const { circle } = await readyToShare();
    const link = `https://circle.example/#${INVITATION}`;
    expect(circle.place.value).toEqual({ at: "ready", group: GROUP, name: "Tuesday circle", link });
    expect(circle.invitation.value).toBe(link);
    circle.backToDesk();
    expect(circle.place.value.at).toBe("desk");
    expect(circle.invitation.value).toBe(`https://circle.example/#${LINK}`);
  });

  it("stays ready to share when the line is lost meanwhile", async () => {
    const { world, circle } = await readyToShare();
    await brokenAndBack(world);
    world.wire.accept("return_to_desk", DESK);
    await settled();
    expect(circle.place.value.at).toBe("ready");
  });

  it("is entered, and after a reload seat and invitation are still there", async () => {
    const { world, circle } = await reloaded(await inTheRoomAsFacilitator());
    expect(world.wire.types).toEqual(["hello", "resume"]);
    world.wire.accept("resume", { ...SEAT, seat: 1, role: "facilitator" });
    world.wire.tell(snapshotFrame(roomSnapshot({ you: HOST })));
    await settled();
    expect(circle.place.value.at).toBe("room");
    expect(circle.invitation.value).toBe(`https://circle.example/#${INVITATION}`);
  });

  it("is entered once although the answer was lost", async () => {
    const { world, circle } = await readyToShare();
    const asked = circle.enter(GROUP);
    const first = world.wire.last("enter_as_facilitator");
    await brokenAndBack(world);
    world.wire.refuse("resume", "seat_ended");
    await settled();
    world.wire.accept("return_to_desk", DESK);
    await settled();
    expect(world.wire.last("enter_as_facilitator")).toEqual(first);
    world.wire.accept("enter_as_facilitator", { ...SEAT, role: "facilitator" });
    expect(await asked).toEqual({ kind: "accepted" });
  });

  it("shows the invitation the server names, and none once another facilitator has renewed it", async () => {
    const { world, circle } = await reloaded(await inTheRoomAsFacilitator());
    world.wire.accept("resume", { ...SEAT, seat: 1, role: "facilitator", invitation: "the-present-link-001" });
    world.wire.tell(snapshotFrame(roomSnapshot({ you: HOST })));
    await settled();
    expect(circle.invitation.value).toBe("https://circle.example/#the-present-link-001");
    world.wire.tell(eventFrame(11, { type: "invitation_renewed", by: 2 }));
    expect(circle.invitation.value).toBeNull();
  });

  it("gets a new link on wish", async () => {
    const { world, circle } = await inTheRoomAsFacilitator();
    void circle.renewInvitation();
    world.wire.accept("renew_invitation", { type: "meeting", group: GROUP, invitation: "a-new-invitation-1" });
    await settled();
    expect(circle.invitation.value).toBe("https://circle.example/#a-new-invitation-1");
  });

  it("when it is closed, the desk is one tap away", async () => {
    const { world, circle } = await inTheRoomAsFacilitator();
    world.wire.break(4002);
    expect(circle.place.value).toEqual({ at: "after", why: "meeting_closed", desk: true });
    circle.backToDesk();
    world.wire.open();
    await settled();
    world.wire.accept("return_to_desk", DESK);
    await settled();
    world.paint();
    expect(circle.place.value.at).toBe("desk");
  });
});

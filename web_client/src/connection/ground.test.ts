/** The small things everything else stands on: ids, the seal of a draft, and names in the contract. */
import { describe, expect, it } from "vitest";
import { LIMITS, NAMES } from "../protocol/generated";
import { aesCipher } from "./cipher";
import { base64url, fromBase64url, newCommandId, newKey } from "./ids";
import { Keeping } from "./keeping";
import { World } from "./testing/world";

const chance = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

describe("ids", () => {
  it("have the forms of the contract, and no two are the same", () => {
    const ids = new Set(Array.from({ length: 1_000 }, () => newCommandId(chance)));
    expect(ids.size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(newKey(chance)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it("can be read back, whatever the length", () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = chance.bytes(length);
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
      expect(fromBase64url(base64url(bytes))).toEqual(bytes);
    }
  });
});

describe("the seal", () => {
  const cipher = aesCipher(globalThis.crypto);
  const key = chance.bytes(32);

  it("opens with its own key only, and never looks the same twice", async () => {
    const words = "\u{1F98A} nobody else reads this — لا أحد";
    const sealed = await cipher.seal(key, words);
    expect(await cipher.open(key, sealed)).toBe(words);
    expect(await cipher.seal(key, words)).not.toBe(sealed);
    expect(await cipher.open(chance.bytes(32), sealed)).toBeNull();
    expect(await cipher.open(key, `${sealed.slice(0, -2)}AA`)).toBeNull();
    expect(await cipher.open(key, "")).toBeNull();
  });
});

describe("what is kept", () => {
  it("is thrown away when it is not ours", () => {
    const world = new World();
    world.tab.kept.set("tp.seat", "{not json");
    expect(new Keeping(world.store).seat).toBeNull();
    world.tab.kept.set("tp.seat", '{"key":7}');
    expect(new Keeping(world.store).seat).toBeNull();
  });
});

describe("the contract", () => {
  it("has 64 first and 64 second words, and a bound for words", () => {
    expect([NAMES.first.length, NAMES.second.length, LIMITS.TEXT_CODE_POINTS]).toEqual([64, 64, 2_000]);
  });
});

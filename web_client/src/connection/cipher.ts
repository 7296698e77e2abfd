/** Seals drafts with AES-GCM, a fresh nonce each time. Knows nothing of what it seals, and keeps nothing. */
import { base64url, fromBase64url } from "./ids";
import type { Cipher } from "./surroundings";

const NONCE = 12;

export function aesCipher(crypto: Crypto): Cipher {
  const keyOf = (bytes: Uint8Array<ArrayBuffer>) =>
    crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  return {
    async seal(key, text) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
      const body = await crypto.subtle.encrypt(
        { name: "AES-GCM", iv: nonce },
        await keyOf(key),
        new TextEncoder().encode(text),
      );
      const sealed = new Uint8Array(NONCE + body.byteLength);
      sealed.set(nonce);
      sealed.set(new Uint8Array(body), NONCE);
      return base64url(sealed);
    },
    async open(key, sealed) {
      try {
        const bytes = fromBase64url(sealed);
        const iv = bytes.slice(0, NONCE);
        const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyOf(key), bytes.slice(NONCE));
        return new TextDecoder().decode(text);
      } catch {
        // Sealed for another seat, or damaged: there is no draft then.
        return null;
      }
    },
  };
}

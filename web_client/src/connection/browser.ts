/** The real surroundings: the browser this page runs in. Thin on purpose; every rule is elsewhere, with its tests. */
import { SUBPROTOCOL } from "../protocol/generated";
import { aesCipher } from "./cipher";
import type { Ears, Surroundings, TabStore, Wire } from "./surroundings";

declare global {
  interface Window {
    /** Called by the quick exit, which knows nothing else of us. */
    tpEndSeat?: () => void;
  }
}

/** A hidden tab paints nothing; it still has to notice that it is its turn. */
const HIDDEN_FRAME = 400;

export function browserSurroundings(): Surroundings {
  return {
    openWire,
    store: tabStore(),
    cipher: window.isSecureContext ? aesCipher(crypto) : null,
    bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    chance: () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255,
    now: () => performance.now(),
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    requestFrame,
    onWake: (run) => {
      window.addEventListener("online", run);
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible") run();
      });
      window.addEventListener("pageshow", (event) => {
        if (event.persisted) run();
      });
    },
    onHide: (run) => {
      window.addEventListener("pagehide", run);
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") run();
      });
    },
    onNewLink: (run) => window.addEventListener("hashchange", run),
    folding: () => import("../room/fold"),
    hosting: () => import("./hosting"),
    onLeaveFast: (run) => {
      window.tpEndSeat = run;
    },
    link: linkInAddress,
    forgetLink: () => {
      if (location.hash !== "") history.replaceState(null, "", location.pathname);
    },
    origin: location.origin,
    language: document.documentElement.lang || "en",
    setNeutralSite: (address) => {
      document.documentElement.dataset["neutralSite"] = address;
    },
    reload: () => location.reload(),
  };
}

function openWire(ears: Ears): Wire {
  const address = `${location.origin.replace(/^http/, "ws")}/ws`;
  const socket = new WebSocket(address, SUBPROTOCOL);
  socket.addEventListener("open", () => ears.opened());
  socket.addEventListener("message", (message: MessageEvent<string>) => ears.heard(message.data));
  socket.addEventListener("close", (event) => ears.closed(event.code));
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(1000),
  };
}

/** What the address holds may have been written by a mail program: percent signs for spaces, a stray slash. */
function linkInAddress(): string | null {
  const raw = location.hash.slice(1);
  try {
    const secret = decodeURIComponent(raw).trim();
    return /^[A-Za-z0-9_ -]{16,64}$/.test(secret) ? secret : null;
  } catch {
    return null;
  }
}

/** sessionStorage, or memory where a browser forbids it: the seat then lives as long as the page. */
function tabStore(): TabStore {
  const memory = new Map<string, string>();
  return {
    get: (name) => {
      try {
        return sessionStorage.getItem(name);
      } catch {
        return memory.get(name) ?? null;
      }
    },
    set: (name, value) => {
      try {
        if (value === null) sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, value);
      } catch {
        if (value === null) memory.delete(name);
        else memory.set(name, value);
      }
    },
  };
}

function requestFrame(run: () => void): void {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    run();
  };
  const timer = setTimeout(once, HIDDEN_FRAME);
  const frame = requestAnimationFrame(once);
}

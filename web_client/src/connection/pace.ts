/**
 * Shows where this tab is, at most once a painting: a burst of events is folded at once and shown together
 * (uncoalesced, 2,000 messages froze the tab). The first change after a rest is shown without waiting.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Place } from "./api";

export class Pace {
  readonly #shown = signal<Place>({ at: "looking" });
  readonly #requestFrame: (run: () => void) => void;
  #latest: Place | null = null;
  #resting = true;

  constructor(requestFrame: (run: () => void) => void) {
    this.#requestFrame = requestFrame;
  }

  get shown(): ReadonlySignal<Place> {
    return this.#shown;
  }

  /** The newest place, shown or about to be. */
  get newest(): Place {
    return this.#latest ?? this.#shown.value;
  }

  show(place: Place): void {
    // A change of screen never waits; only the same screen's next picture does.
    if (this.#resting || place.at !== this.newest.at) {
      this.#latest = null;
      this.#shown.value = place;
    } else {
      this.#latest = place;
    }
    if (!this.#resting) return;
    this.#resting = false;
    this.#requestFrame(() => this.#painted());
  }

  #painted(): void {
    const next = this.#latest;
    this.#latest = null;
    if (next === null) {
      this.#resting = true;
      return;
    }
    this.#shown.value = next;
    this.#requestFrame(() => this.#painted());
  }
}

/**
 * Every screen and part in every state, with a circle that stands still: `examples.html#name`, and `?dir=rtl` or
 * `?lang=pseudo`. For eyes, pictures and accessibility checks; never part of what is served to people.
 */
import { render } from "preact";
import { Announcer } from "../announce/announcer";
import { LiveRegions, Regions } from "../announce/regions";
import { HouseContext } from "../parts/house/house";
import { App } from "../screens/app";
import { makeSpeech } from "../words/bundle";
import english from "../words/en.ftl?raw";
import hosting from "../words/en.hosting.ftl?raw";
import room from "../words/en.room.ftl?raw";
import { pseudo } from "../words/pseudo";
import { speak, t } from "../words/t";
import { EXAMPLES } from "./states";
import { stillCircle } from "./still";

const asked = new URLSearchParams(location.search);
const direction = asked.get("dir") === "rtl" ? "rtl" : "ltr";
const speech = makeSpeech("en", direction, asked.get("lang") === "pseudo" ? pseudo : undefined);
speech.add(english + room);
speech.add(hosting);
speak(speech);
document.documentElement.dir = direction;

const regions = new Regions();
const timer = {
  now: () => performance.now(),
  after: (milliseconds: number, what: () => void) => {
    const running = setTimeout(what, milliseconds);
    return () => clearTimeout(running);
  },
};
const voice = new Announcer(regions, timer, (count) => t("announce-many", { n: count }));
const name = location.hash.slice(1);
const example = EXAMPLES[name];
const app = document.getElementById("app");

if (app !== null && example !== undefined) {
  const house = { circle: stillCircle(example), voice, regions };
  render(
    <HouseContext.Provider value={house}>
      <App />
      <LiveRegions regions={regions} />
    </HouseContext.Provider>,
    app,
  );
} else if (app !== null) {
  render(
    <ul>
      {Object.keys(EXAMPLES).map((each) => (
        <li key={each}>
          <a href={`#${each}`}>{each}</a>
        </li>
      ))}
    </ul>,
    app,
  );
}
window.addEventListener("hashchange", () => location.reload());

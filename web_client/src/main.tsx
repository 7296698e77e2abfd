/** Composition: the only place that puts connection, voice and screens together. Decides nothing else. */
import { render } from "preact";
import { Announcer } from "./announce/announcer";
import { LiveRegions, Regions } from "./announce/regions";
import { browserSurroundings } from "./connection/browser";
import { openCircle } from "./connection/circle";
import { HouseContext } from "./parts/house/house";
import { App } from "./screens/app";
import { heed } from "./screens/heed";
import { t } from "./words/t";

const surroundings = browserSurroundings();
const regions = new Regions();
const timer = { now: surroundings.now, after: surroundings.later };
const voice = new Announcer(regions, timer, (count) => t("announce-many", { n: count }));
const circle = openCircle(surroundings);
heed(circle, voice);

const app = document.getElementById("app");
if (app !== null) {
  app.replaceChildren();
  render(
    <HouseContext.Provider value={{ circle, voice, regions }}>
      <App />
      <LiveRegions regions={regions} />
    </HouseContext.Provider>,
    app,
  );
}

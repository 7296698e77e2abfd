/** Composition: the only place that puts connection and screens together. Placeholder until the screens are here. */
import { render } from "preact";

const app = document.getElementById("app");
if (app !== null) render(<p>…</p>, app);

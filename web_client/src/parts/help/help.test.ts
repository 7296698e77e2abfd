/** The help page without script says the same numbers as the card in the client. */
import { expect, test } from "vitest";
import page from "../../../public/help.html?raw";
import { DIRECTORY, dialled, LINES } from "./lines";

test("every line of the card is on the page, and no other", () => {
  for (const line of LINES) expect(page).toContain(`<a href="${dialled(line.number)}" dir="ltr">${line.number}</a>`);
  expect(page.match(/href="tel:/g)).toHaveLength(LINES.length);
  expect(page).toContain(DIRECTORY);
  expect(page).toContain("Not yet verified by a person here.");
});

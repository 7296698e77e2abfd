/**
 * Two ways of testing: the thinking floors run without a browser (so that they cannot lean on one),
 * what touches a document runs in happy-dom. No test sleeps or opens a socket.
 */
import { defineConfig } from "vitest/config";

const thinking = ["src/{protocol,room,connection}/**/*.test.ts"];

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [
      { extends: true, test: { name: "thinking", environment: "node", include: thinking } },
      {
        extends: true,
        test: {
          name: "document",
          environment: "happy-dom",
          include: ["src/**/*.test.{ts,tsx}"],
          exclude: thinking,
        },
      },
    ],
  },
});

/**
 * How the client becomes files. The server sends them from memory under `default-src 'none'` with Trusted Types,
 * so: no inline scripts, no data: addresses, no polyfill that writes scripts, no source maps.
 * First visit: index.html, one script, one style sheet - and the quick exit, see `exitFirst`.
 */
import { defineConfig, type Plugin } from "vite";

/**
 * Leave fast must work when the main script did not arrive or broke, and inline scripts are forbidden. So it is
 * a fourth file of about 1 KB, asked for first and waiting for nothing; bundled into the main script, it would fail with it.
 */
function exitFirst(): Plugin {
  return {
    name: "exit-first",
    transformIndexHtml: {
      order: "post",
      handler(_html, context) {
        const built = Object.values(context.bundle ?? {}).find((file) => file.type === "chunk" && file.name === "exit");
        const src = built === undefined ? "/src/exit/exit.ts" : `/${built.fileName}`;
        return [{ tag: "script", attrs: { type: "module", async: true, src }, injectTo: "head-prepend" }];
      },
    },
  };
}

/**
 * What main needs at once is one file: without keep-alive every further file is a new connection, so pieces that the
 * lazy parts share with it must not become files of their own. Read off the imports, so nobody has to keep a list.
 */
function neededAtOnce(id: string, context: { getModuleInfo(id: string): { importers: readonly string[] } | null }) {
  const seen = new Set<string>();
  const reachesMain = (module: string): boolean => {
    if (module.endsWith("/src/main.tsx")) return true;
    if (seen.has(module)) return false;
    seen.add(module);
    return context.getModuleInfo(module)?.importers.some(reachesMain) ?? false;
  };
  // One line that two lazy parts share: a file of its own would be a connection of its own.
  const tiny = id.endsWith("/room/first_line.ts");
  return reachesMain(id) || tiny || id.includes("preload-helper") ? "main" : null;
}

/**
 * The bundler wraps every late import in a helper that fetches its style sheets and modules first. There is one style
 * sheet and nothing is fetched ahead, so the helper only weighs on the first visit; `Lazy` has the words when a part is late.
 */
function plainImports(): Plugin {
  return {
    name: "plain-imports",
    transform: (_code, id) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
  };
}

export default defineConfig({
  plugins: [exitFirst(), plainImports()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: { main: "index.html", exit: "src/exit/exit.ts" },
      output: { codeSplitting: { groups: [{ name: neededAtOnce }] } },
    },
  },
  server: { proxy: { "/ws": { target: "ws://127.0.0.1:8000", ws: true } } },
});

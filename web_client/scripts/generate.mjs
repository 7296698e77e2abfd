// Writes src/protocol/generated.ts from ../protocol/schema.json, so that the Python models stay the only source.
// With --check it writes nothing and ends with 1 when the committed file differs. It decides no names of its own.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const SOURCE = new URL("../../protocol/schema.json", import.meta.url);
const TARGET = new URL("../src/protocol/generated.ts", import.meta.url);

const OPENING = `/**
 * What client and server say to each other. Made by \`npm run generate\` from protocol/schema.json:
 * change the models in protocol/, never this file.
 */
`;

/** Titles of fields and bounds of lists would become types and tuples of their own; both stay in the schema. */
function plain(node, isDefinition) {
  if (Array.isArray(node)) return node.map((part) => plain(part, false));
  if (node === null || typeof node !== "object") return node;
  const kept = Object.entries(node).filter(([key]) => isDefinition || key !== "title");
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (key === "properties") {
        return [key, Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field, false)]))];
      }
      return [key, plain(value, false)];
    }),
  );
}

/** Everything that came over the wire is only read. */
function readonly(types) {
  return types
    .replace(/^( {2,})([a-z_]+\??:)/gm, "$1readonly $2")
    .replace(/(\b[A-Za-z]+|\([^()]*\))\[\]/g, "readonly $1[]");
}

async function typesOf(schema) {
  const definitions = Object.fromEntries(
    Object.entries(schema.$defs).map(([name, node]) => [name, { ...plain(node, true), title: name }]),
  );
  const root = {
    title: "Frames",
    type: "object",
    additionalProperties: false,
    required: ["client", "server"],
    properties: { client: { $ref: "#/$defs/ClientFrame" }, server: { $ref: "#/$defs/ServerFrame" } },
    $defs: definitions,
  };
  const types = await compile(root, "Frames", {
    additionalProperties: false,
    bannerComment: "",
    format: true,
    style: { printWidth: 120 },
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: false,
  });
  return readonly(types);
}

const constant = (name, comment, value) =>
  `/** ${comment} */\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;

/** Closings with their meaning as a comment: the sentences are for us, and must not travel to phones. */
function closings(all) {
  const lines = all.map(({ meaning, ...kept }) => `  // ${meaning}\n  ${JSON.stringify(kept)},\n`);
  return `/** Why a connection ends, and whether to come back. */\nexport const CLOSINGS = [\n${lines.join("")}] as const;\n`;
}

/** The extras of the schema: numbers, names, closings and refusals, as they stand there. */
function extras(schema) {
  return [
    constant("PROTOCOL_VERSION", "The number a client says in its hello.", schema["x-version"]),
    constant("SUBPROTOCOL", "Asked for when the socket opens.", schema["x-subprotocol"]),
    constant("LIMITS", "Numbers that both sides agree on; reasons in protocol/limits.py.", schema["x-limits"]),
    constant("NAMES", "The words of names for tonight, and the marks.", schema["x-names"]),
    closings(schema["x-closings"]),
    constant("REFUSALS", "Every refusal, for tests: the visible words are Fluent's.", schema["x-refusals"]),
  ].join("\n");
}

const schema = JSON.parse(await readFile(SOURCE, "utf8"));
const made = `${OPENING}${await typesOf(schema)}\n${extras(schema)}`;

if (process.argv.includes("--check")) {
  const committed = await readFile(TARGET, "utf8").catch(() => "");
  if (committed !== made) {
    process.stderr.write("src/protocol/generated.ts differs from protocol/schema.json: run `npm run generate`.\n");
    process.exitCode = 1;
  }
} else {
  await writeFile(TARGET, made);
  process.stdout.write(`${fileURLToPath(TARGET)} written\n`);
}

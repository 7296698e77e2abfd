// Rooms on Node and ws, compression off: each message to everybody. `node with_ws.cjs PORT`, NODE_PATH names ws.
const { WebSocketServer } = require("ws");

const rooms = new Map();
const server = new WebSocketServer({ host: "127.0.0.1", port: Number(process.argv[2]), perMessageDeflate: false });

server.on("connection", (socket, request) => {
  if (!rooms.has(request.url)) rooms.set(request.url, new Set());
  const room = rooms.get(request.url);
  room.add(socket);
  socket.on("message", (message) => {
    for (const other of room) other.send(message, { binary: false });
  });
  socket.on("close", () => room.delete(socket));
});

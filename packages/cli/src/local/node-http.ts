/**
 * Node's HTTP, as `import` gives it, without what an import of it loads: the getters of `WebSocket` and its kin are read then, which
 * loads undici and takes 45 ms of CPU, in each function's process too.
 */
export const { Agent, createServer, request, STATUS_CODES, validateHeaderName, validateHeaderValue } =
  process.getBuiltinModule('node:http');

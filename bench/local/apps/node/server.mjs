import { createServer } from 'node:http';

const route = /^\/hello\/([^/?]+)$/;

createServer((request, response) => {
  const [, name] = route.exec(request.url) ?? [];
  const body = JSON.stringify(name === undefined ? {} : { message: `Hello, ${name}!` });
  response.writeHead(name === undefined ? 404 : 200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}).listen(Number(process.argv[2]), '127.0.0.1');

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ownSignature } from '../../packages/cli/src/local/endpoint/own-signature.ts';

/** Somebody else's server, which writes down what it is asked for. */
export interface Elsewhere {
  readonly port: number;
  readonly asked: string[];
  close(): void;
}

export async function startElsewhere(): Promise<Elsewhere> {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    if (incoming.url !== '/favicon.ico') asked.push(incoming.url ?? '');
    outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<title>Elsewhere</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return { port, asked, close: () => server.close() };
}

/** HTML that tries to run, to load, to leave, to post and to be taken for the console. */
export const attackingHtml = (console: string, elsewhere: string) => `
<base href="${elsewhere}/base/">
<meta http-equiv="refresh" content="0;url=${elsewhere}/refresh">
<link rel="stylesheet" href="${elsewhere}/style.css">
<style>@import url(${elsewhere}/import.css); body { margin: 0; background: url(${elsewhere}/ground.png) }</style>
<script>top.attacked = 'script'; fetch('${elsewhere}/script')</script>
<script src="${elsewhere}/code.js"></script>
<img src="${elsewhere}/image.png" onerror="top.attacked = 'image'">
<svg onload="top.attacked = 'svg'"></svg>
<iframe src="javascript:top.attacked = 'frame'"></iframe>
<iframe src="${console}/api/runs"></iframe>
<object data="${elsewhere}/object"></object>
<video src="${elsewhere}/video.mp4" autoplay></video>
<form action="${console}/api/clock/3600000" method="post"><button style="position:absolute;left:0;top:0;width:200px;height:80px">Open</button></form>
<a href="javascript:top.attacked = 'link'" style="position:absolute;left:0;top:100px;width:200px;height:80px">Read</a>
<p style="margin-top:200px">Dear customer</p>`;

/** Sends a mail by SES's protocol, as any program on this machine could. */
export async function sendMail(endpoint: string, from: string, subject: string, html: string): Promise<void> {
  const response = await fetch(`${endpoint}/v2/email/outbound-emails`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...ownSignature('ses', 'us-east-1') },
    body: JSON.stringify({
      FromEmailAddress: from,
      Destination: { ToAddresses: ['ann@example.com'] },
      Content: { Simple: { Subject: { Data: subject }, Body: { Html: { Data: html } } } },
    }),
  });
  if (!response.ok) throw new Error(await response.text());
}

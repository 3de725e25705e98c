/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { createServer } from 'node:http';
import { readJson } from '../../sandbox/body';
import { answerQuery, listSessions } from './chat';
import { readConditions } from './conditions';
import { sendJson } from './exchange';
import type { Exchange } from './exchange';
import { sendFile, takeFile } from './files';
import { SESSIONS, STORAGE, TRANSLATE, UPLOAD } from './routes';
import { Run } from './run';
import { translate } from './translations';

/*
 * A lean stand-in for the OnDemand API, in a process of its own. It gives the answers of the sandbox without
 * its checks and records, so that the time of a run is that of the contestant.
 */

let run = new Run({ latency: 0 });

async function answer(exchange: Exchange): Promise<void> {
	const { request, url } = exchange;
	const route = `${request.method} ${url.pathname}`;
	if (route === `POST ${TRANSLATE}`) await translate(exchange, run);
	else if (route === `GET ${SESSIONS}`) await listSessions(exchange, run);
	else if (/^POST .*\/query$/.test(route)) await answerQuery(exchange);
	else if (route === `POST ${UPLOAD}`) await takeFile(exchange);
	else if (route.startsWith(`GET ${STORAGE}/`)) await sendFile(exchange);
	else if (route === 'GET /bench/traffic') sendJson(exchange, 200, run.traffic.seen());
	else if (route === 'POST /bench/begin') {
		run = new Run(readConditions(await readJson(request)));
		sendJson(exchange, 200, {});
	} else sendJson(exchange, 404, { message: `The benchmarks do not use ${route}` });
}

const port = Number(process.argv[2]);
const options = { keepAliveTimeout: 60_000, requestTimeout: 0 };
createServer(options, (request, response) => {
	const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
	answer({ request, response, url }).catch(() => response.destroy());
}).listen(port, '127.0.0.1');

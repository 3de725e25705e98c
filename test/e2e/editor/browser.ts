/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, never inside n8n */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { owner } from '../stage';
import type { Stage } from '../stage';

const USUAL_PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--force-color-profile=srgb',
];

/** How long anything on a page may take. */
export const PATIENCE_MS = 60_000;

/** Said where no browser is found. */
export const NO_CHROMIUM =
	'no Chromium found; install one (Debian: apt-get install chromium) or name it with CHROMIUM';

/** The program of a Chromium on this computer. */
export function findChromium(): string | undefined {
	const named = process.env.CHROMIUM;
	return (named ? [named] : USUAL_PLACES).find((place) => existsSync(place));
}

async function signIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.fill('input[name=emailOrLdapLoginId]', owner.email);
	await page.fill('input[name=password]', owner.password);
	await page.click('[data-test-id=form-submit-button]');
	await page.waitForURL(/\/home/);
}

async function prepare(context: BrowserContext, { url }: Stage): Promise<Page> {
	const page = context.pages()[0] ?? (await context.newPage());
	page.setDefaultTimeout(PATIENCE_MS);
	page.on('dialog', (dialog) => void dialog.accept());
	await signIn(page, url);
	return page;
}

/** Opens the editor in a browser of its own, does something with it, and closes the browser. */
export async function withEditor<Result>(
	program: string,
	stage: Stage,
	work: (page: Page) => Promise<Result>,
): Promise<Result> {
	return await withBrowser(
		program,
		stage,
		async (context) => await work(await prepare(context, stage)),
	);
}

/** Starts a browser that reaches nothing but n8n, does something with it, and closes it. */
export async function withBrowser<Result>(
	program: string,
	{ url, layout, signal }: Stage,
	work: (context: BrowserContext) => Promise<Result>,
): Promise<Result> {
	const profile = resolve(layout.folder, 'browser');
	await rm(profile, { recursive: true, force: true });
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: program,
		headless: true,
		viewport: { width: 1440, height: 900 },
		colorScheme: 'light',
		args: FLAGS,
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	});
	const close = () => void context.close().catch(() => undefined);
	signal.addEventListener('abort', close, { once: true });
	try {
		// A closed network and an open one have to look the same.
		await context.route('**/*', async (route) => {
			const isOwn = route.request().url().startsWith(url);
			await (isOwn ? route.continue() : route.abort());
		});
		return await work(context);
	} finally {
		signal.removeEventListener('abort', close);
		await context.close().catch(() => undefined);
	}
}

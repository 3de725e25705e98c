import { Canvas } from '../editor/canvas';
import { CredentialView } from '../editor/credentialView';
import { marked } from '../editor/selectors';
import { credentialName } from '../stage';
import { threeJobs } from './canvasWorkflow';
import { openScene } from './nodes';
import { dialogueOf, save } from './picture';
import type { Picture, PictureContext } from './picture';

async function canvas(context: PictureContext, file: string): Promise<void> {
	const { page, stage } = context;
	const jobs = await Canvas.open(page, stage, threeJobs(stage.credentialId));
	await marked(page, 'zoom-to-fit').click();
	await page.mouse.move(0, 0);
	await page.locator('.el-popper:visible').first().waitFor({ state: 'hidden' });
	context.checks.that('all nodes are seen', await jobs.node('Speak').isVisible());
	await save(context, file);
}

async function dark(context: PictureContext): Promise<void> {
	await context.page.emulateMedia({ colorScheme: 'dark' });
	try {
		await canvas(context, 'dark.png');
	} finally {
		await context.page.emulateMedia({ colorScheme: 'light' });
	}
}

async function credential(context: PictureContext): Promise<void> {
	const view = await openScene(context, {
		type: 'onDemandPlugins',
		name: 'OnDemand Plugins',
		parameters: {},
		input: {},
	});
	const { page, stage } = context;
	// The picture is of somebody's first credential, which is the one with the plain name.
	await stage.renameCredential('Sandbox');
	try {
		const dialogue = await CredentialView.forNew(view);
		await dialogue.type('apiKey', 'the key of your OnDemand account');
		await save(context, 'credential.png', dialogue.dialogue);
	} finally {
		await stage.renameCredential(credentialName);
	}
	await page.keyboard.press('Escape');
}

async function locator(context: PictureContext): Promise<void> {
	const view = await openScene(context, {
		type: 'onDemandChat',
		name: 'OnDemand Chat',
		parameters: { resource: 'message', operation: 'send', sessionMode: 'existing' },
		input: { chatInput: 'And when does it arrive?' },
	});
	await view.locator('sessionId').open();
	await save(context, 'locator.png', dialogueOf(context.page));
}

/** The canvas in both themes, the credential and an open list. */
export const otherPictures: Picture[] = [
	{ file: 'canvas.png', take: async (context) => await canvas(context, 'canvas.png') },
	{ file: 'dark.png', take: dark },
	{ file: 'credential.png', take: credential },
	{ file: 'locator.png', take: locator },
];

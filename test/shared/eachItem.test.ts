import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { Crowd } from '../../nodes/shared/crowd';
import { eachItem } from '../../nodes/shared/eachItem';

describe('A crowd of items', () => {
	it('grows while turns are short, and shrinks when they are long', () => {
		const crowd = new Crowd();
		for (let item = 0; item < 24; item += 1) crowd.entered();
		expect(crowd.isFull).toBe(true);
		crowd.felt(1);
		expect(crowd.isFull).toBe(false);
		crowd.felt(50);
		crowd.felt(50);
		expect(crowd.isFull).toBe(true);
	});
});

describe('Items', () => {
	/** As much of n8n as the handing over of items needs. */
	const n8n = (count: number) =>
		({
			getInputData: () => Array.from({ length: count }, () => ({ json: {} })),
			getNodeParameter: () => ({}),
			getExecutionCancelSignal: () => undefined,
		}) as unknown as IExecuteFunctions;

	it('are begun further while a slow API has answered none of them', async () => {
		const answers: Array<() => void> = [];
		const outputs = eachItem(n8n(100), async (item) => {
			await new Promise<void>((answer) => answers.push(answer));
			return [{ json: { item } }];
		});
		while (answers.length < 100) await sleep(1);
		for (const answer of answers) answer();
		expect((await outputs).map(({ json }) => json.item)).toEqual([...Array(100).keys()]);
	});
});

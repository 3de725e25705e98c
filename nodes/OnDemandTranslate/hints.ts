import type { NodeHint } from 'n8n-workflow';

/** What the editor says beside the node's output before it has run. */
export const hints: NodeHint[] = [
	{
		message:
			'Many items: set On Error in the settings to "Continue (using error output)", so that one text that cannot be translated does not stop the others.',
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: '={{ $input.all().length > 50 }}',
	},
];

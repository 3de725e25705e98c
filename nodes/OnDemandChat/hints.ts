import type { NodeHint } from 'n8n-workflow';

/** What the editor says beside the node's output before it has run. */
export const hints: NodeHint[] = [
	{
		message:
			'In the response mode Webhook the output holds no answer yet. Add the option Wait for Answer, or read the answer later with Message: Get.',
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition:
			'={{ $parameter["operation"] === "send" && $parameter["responseMode"] === "webhook" && !$parameter["options"]["waitForAnswer"] }}',
	},
	{
		message:
			'Many items: each one asks OnDemand for the whole list. Set a Limit, or turn on Execute Once in the settings.',
		type: 'warning',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition:
			'={{ $parameter["operation"] === "getAll" && $parameter["returnAll"] && $input.all().length > 20 }}',
	},
];

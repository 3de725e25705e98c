import { updateDisplayOptions } from 'n8n-workflow';
import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** What each operation file gives: its entry in the Operation list and its parameters. */
export interface OperationDescription {
	option: INodePropertyOptions;
	parameters: INodeProperties[];
}

/** The parameters of operations, each shown for its operation of its resource only. */
export function parametersOf(
	operations: OperationDescription[],
	resource: string,
): INodeProperties[] {
	return operations.flatMap(({ option, parameters }) => {
		const show: IDisplayOptions['show'] = {
			resource: [resource],
			operation: [option.value],
		};
		return updateDisplayOptions({ show }, parameters);
	});
}

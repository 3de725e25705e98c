import { added, proveList } from './node';
import type { EditorContext, NodeProof } from './node';

async function prove(context: EditorContext): Promise<void> {
	const { checks } = context;
	const view = await added(context, {
		node: 'OnDemand Plugins',
		alias: 'catalog',
		action: 'Get plugin',
	});
	checks.holds('labels', await view.text(), 'Resource', 'Operation', 'Plugin', 'Simplify');
	await proveList(checks, view.locator('pluginId'), {
		of: 'plugins',
		filter: 'hotel forecast',
		entry: 'Hotel forecast (travel)',
	});
	const [titles, row] = await view.execute();
	checks.same('first columns', titles?.slice(0, 4), [
		'pluginId',
		'name',
		'description',
		'category',
	]);
	checks.holds('the chosen plugin', row?.join(' ') ?? '', 'Hotel forecast', 'travel');

	await view.pick('resource', 'Model');
	await view.add('Include Inactive');
	await view.run();
	const isFull = view.output.getByText('50 items', { exact: true });
	await isFull.waitFor();
	checks.that('models up to the limit', await isFull.isVisible());
}

/** A plugin chosen from its list, then the models. */
export const plugins: NodeProof = { what: 'OnDemand Plugins: plugin from the list, models', prove };

// A node and its codex differ in the extension alone, and Node would load the codex, which is JSON.
const { '.json': json } = require.extensions;
Reflect.deleteProperty(require.extensions, '.json');
require.extensions['.json'] = json;

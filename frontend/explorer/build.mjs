// Puts GraphiQL as its packages ship it, and the React it wants, into ../dist/graphiql.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const here = (path) => new URL(path, import.meta.url);
const out = here('../dist/graphiql/');
const files = {
  'react.js': 'node_modules/react/umd/react.production.min.js',
  'react-dom.js': 'node_modules/react-dom/umd/react-dom.production.min.js',
  'graphiql.js': 'node_modules/graphiql/graphiql.min.js',
  'graphiql.css': 'node_modules/graphiql/graphiql.min.css',
  'explorer.js': 'explorer.js',
  'explorer.css': 'explorer.css',
  'index.html': 'index.html',
};

await mkdir(out, { recursive: true });
for (const [name, source] of Object.entries(files)) {
  await cp(here(source), new URL(name, out));
  await writeFile(new URL(`${name}.gz`, out), gzipSync(await readFile(here(source)), { level: 9 }));
}

// Runs the 61 audits of the GraphQL-over-HTTP specification against BASE_URL (or the first
// argument) and fails unless every MUST and every SHOULD holds. What MAY be is shown, not demanded.
import { serverAudits } from 'graphql-http';

const expected = { MUST: 13, SHOULD: 23, MAY: 25 };
const base = process.argv[2] ?? process.env.BASE_URL;
if (!base) {
  console.error('Say which server: BASE_URL=http://127.0.0.1:8080 npm run audit');
  process.exit(2);
}
const url = new URL('/graphql', base).href;

const tally = Object.fromEntries(Object.keys(expected).map((level) => [level, { held: 0, of: 0 }]));
const broken = [];
for (const audit of serverAudits({ url })) {
  const level = audit.name.split(' ')[0];
  const failure = await run(audit);
  tally[level].of += 1;
  if (failure === null) tally[level].held += 1;
  else broken.push({ level, text: `${audit.name} [${audit.id}]\n    ${failure}` });
}

console.log(`GraphQL over HTTP at ${url}\n`);
console.log('           held    of');
for (const [level, { held, of }] of Object.entries(tally)) {
  console.log(`${level.padEnd(8)} ${String(held).padStart(6)} ${String(of).padStart(5)}`);
}
for (const { text } of broken) console.log(`\n  ${text}`);
console.log();

const required = ['MUST', 'SHOULD'];
const failed = required.reduce((sum, level) => sum + expected[level] - tally[level].held, 0);
console.log(`${required.reduce((sum, level) => sum + tally[level].held, 0)} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Why the audit failed, with the server's own words, or null when it holds. */
async function run(audit) {
  try {
    const result = await audit.fn();
    if (result.status === 'ok') return null;
    const { response } = result;
    const type = response.headers.get('content-type');
    return `${result.reason}\n    answered ${response.status}, ${type}: ${(await body(response)).slice(0, 300)}`;
  } catch (error) {
    return `the server could not be asked: ${error.cause?.message ?? error.message}`;
  }
}

async function body(response) {
  try {
    return await response.text();
  } catch {
    return '(already read)';
  }
}

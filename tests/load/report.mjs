// report.mjs NOTES FILE: puts the medians of what scripts/load noted between the marks of FILE. What was
// not measured this time keeps its tables.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

const [notes, file] = process.argv.slice(2);
const databases = ['SQLite', 'PostgreSQL'];
const lines = readFileSync(notes, 'utf8').trim().split('\n').map((line) => line.trimEnd().split('\t'));

const values = (what, ...key) =>
  lines
    .filter((line) => line[0] === what && key.every((part, i) => line[i + 1] === part))
    .map((line) => line.slice(key.length + 1).map(Number));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const column = (rows, i) => rows.map((row) => row[i]);
const number = (value) => Math.round(value).toLocaleString('en');

const range = (numbers, show) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return `${show(median(numbers))} (${show(sorted[0])}–${show(sorted.at(-1))})`;
};
const tenths = (value) => value.toFixed(1);
const machine = `Measured ${new Date().toISOString().slice(0, 10)} with ${availableParallelism()} cores (${cpus()[0].model.trim()}), shared by server, database and measuring program`;

function list() {
  const rates = databases.map((name) => {
    const [sql, http] = [values('rate', name, 'sql'), values('rate', name, 'http')];
    const [bare, ours] = [median(column(sql, 0)), median(column(http, 0))];
    return `| ${name} | ${range(column(http, 0), number)} | ${tenths(median(column(http, 1)))} | ${tenths(median(column(http, 2)))} | ${number(bare)} | ${Math.round((100 * ours) / bare)} % |`;
  });
  const others = databases.map(
    (name) =>
      `| ${name} | ${median(column(values('start', name), 0))} | ${median(column(values('memory', name), 0))} | ${values('memory under load', name)[0][0]} |`,
  );
  return `${machine}; medians of ${values('rate', 'SQLite', 'http').length} rounds of 8 s, 16 connections.

A list of 20 needs with owner, place and domains, among 10,000 needs:

| database | requests/s (range) | median ms | 99 % ms | bare SQL, requests/s | share |
| --- | --- | --- | --- | --- | --- |
${rates.join('\n')}

| database | start to ready, ms | memory with the seeds, MB | memory under this load, MB |
| --- | --- | --- | --- |
${others.join('\n')}`;
}

function signIn() {
  const alone = databases.map((name) => {
    const rounds = values('sign-in', name);
    return `| ${name} | ${tenths(median(column(rounds, 0)))} | ${tenths(median(column(rounds, 1)))} | ${range(column(rounds, 2), tenths)} |`;
  });
  const crowd = databases.flatMap((name) =>
    ['1', '16'].map((readers) => {
      const rounds = values('crowd', name, readers);
      const ratios = rounds.map(([idle, busy]) => busy / idle);
      return `| ${name} | ${readers} | ${tenths(median(column(rounds, 0)))} | ${tenths(median(column(rounds, 1)))} | ${range(ratios, tenths)} | ${number(median(column(rounds, 2)))} |`;
    }),
  );
  return `${machine}; medians of ${values('sign-in', 'SQLite').length} rounds.

100 sign-ins a round, one after the other, each beside one argon2id in the measuring program (ms):

| database | argon2id | sign-in | difference (range) |
| --- | --- | --- | --- |
${alone.join('\n')}

The list above, by itself and while 20 people sign in over and over (8 s each a round):

| database | readers | 99 % ms by itself | 99 % ms beside 20 sign-ins | ratio (range) | sign-ins/s |
| --- | --- | --- | --- | --- | --- |
${crowd.join('\n')}`;
}

let text = readFileSync(file, 'utf8');
for (const [what, part, table] of [
  ['rate', 'make load', list],
  ['sign-in', 'make load-sign-in', signIn],
]) {
  if (values(what, 'SQLite').length === 0) continue;
  const marks = [`<!-- written by ${part} -->`, `<!-- end of what ${part} wrote -->`];
  const [before, after] = [text.indexOf(marks[0]), text.indexOf(marks[1])];
  if (before < 0 || after < 0) throw new Error(`${file} lacks the lines ${marks.join(' and ')}`);
  const filled = `${marks[0]}\n${table()}\n`;
  text = text.slice(0, before) + filled + text.slice(after);
  console.log(filled);
}
writeFileSync(file, text);

// report.mjs NOTES FILE: puts the medians of what scripts/load noted between the two marks of FILE.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

const [notes, file] = process.argv.slice(2);
const marks = ['<!-- written by make load -->', '<!-- end of what make load wrote -->'];
const lines = readFileSync(notes, 'utf8').trim().split('\n').map((line) => line.trimEnd().split('\t'));

const values = (what, ...key) =>
  lines
    .filter((line) => line[0] === what && key.every((part, i) => line[i + 1] === part))
    .map((line) => line.slice(key.length + 1).map(Number));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const column = (rows, i) => rows.map((row) => row[i]);
const number = (value) => Math.round(value).toLocaleString('en');

const rates = ['SQLite', 'PostgreSQL'].map((name) => {
  const sql = values('rate', name, 'sql');
  const http = values('rate', name, 'http');
  const [bare, ours] = [median(column(sql, 0)), median(column(http, 0))];
  const range = column(http, 0).toSorted((a, b) => a - b);
  return `| ${name} | ${number(ours)} (${number(range[0])}–${number(range.at(-1))}) | ${median(column(http, 1)).toFixed(1)} | ${median(column(http, 2)).toFixed(1)} | ${number(bare)} | ${Math.round((100 * ours) / bare)} % |`;
});
const others = ['SQLite', 'PostgreSQL'].map(
  (name) =>
    `| ${name} | ${median(column(values('start', name), 0))} | ${median(column(values('memory', name), 0))} | ${values('memory under load', name)[0][0]} |`,
);

const table = `${marks[0]}
Measured ${new Date().toISOString().slice(0, 10)} with ${availableParallelism()} cores (${cpus()[0].model.trim()}), shared by server, database and measuring program; medians of ${values('rate', 'SQLite', 'http').length} rounds of 8 s, 16 connections.

A list of 20 needs with owner, place and domains, among 10,000 needs:

| database | requests/s (range) | median ms | 99 % ms | bare SQL, requests/s | share |
| --- | --- | --- | --- | --- | --- |
${rates.join('\n')}

| database | start to ready, ms | memory with the seeds, MB | memory under this load, MB |
| --- | --- | --- | --- |
${others.join('\n')}
${marks[1]}`;

const text = existsSync(file) ? readFileSync(file, 'utf8') : `# Performance\n\n${marks[0]}\n${marks[1]}\n`;
const [before, after] = [text.indexOf(marks[0]), text.indexOf(marks[1])];
if (before < 0 || after < 0) throw new Error(`${file} lacks the lines ${marks.join(' and ')}`);
writeFileSync(file, text.slice(0, before) + table + text.slice(after + marks[1].length));
console.log(table);

import { expect, it } from 'vitest';
import map from './map.json';

const today = '01 04 08 11 12 14 15 19 20 22 24 25 31 33 37 38 40 42 44 46 48 51 52 56 66 68 75 79 80 82 86 91 92 96'.split(' ');

it('has today’s 34 units, each with an outline', () => {
  expect(map.units.map(({ code }) => code)).toEqual(today);
  for (const { d } of map.units) expect(d).toMatch(/^M\d+,\d+l[-\d. ]+z/);
});

it('has both archipelagos, with the units that they belong to', () => {
  expect(map.archipelagos.map(({ id, unit }) => [id, unit])).toEqual([
    ['hoangsa', '48'],
    ['truongsa', '56'],
  ]);
  for (const { d } of map.archipelagos) expect(d.match(/M\d+,\d+h0/g)?.length).toBeGreaterThan(5);
});

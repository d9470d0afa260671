// Draws the map of the 34 provincial units from the outlines of the 63 former ones in npm's @svg-maps/vietnam
// (CC BY 4.0): parses the paths, joins the neighbours that were merged on 1 July 2025, simplifies the borders
// they still share, and writes src/features/home/map.json. Run it with `npm run map`.
import { writeFile } from 'node:fs/promises';
import svgMap from '@svg-maps/vietnam';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';

/** Code of today's unit → outlines of the former units it consists of (Resolution 202/2025/QH15). */
const units = {
  '01': ['hanoi'],
  '04': ['caobang'],
  '08': ['tuyenquang', 'hagiang'],
  11: ['dienbien'],
  12: ['laichau'],
  14: ['sonla'],
  15: ['laocai', 'yenbai'],
  19: ['thainguyen', 'backan'],
  20: ['langson'],
  22: ['quangninh'],
  24: ['bacninh', 'bacgiang'],
  25: ['phutho', 'vinhphuc', 'hoabinh'],
  31: ['haiphong', 'haiduong'],
  33: ['hungyen', 'thaibinh'],
  37: ['ninhbinh', 'hanam', 'namdinh'],
  38: ['thanhhoa'],
  40: ['nghean'],
  42: ['hatinh'],
  44: ['quangtri', 'quangbinh'],
  46: ['tthue'],
  48: ['danang', 'quangnam'],
  51: ['quangngai', 'kontum'],
  52: ['gialai', 'binhdinh'],
  56: ['khanhhoa', 'ninhthuan'],
  66: ['daklak', 'phuyen'],
  68: ['lamdong', 'daknong', 'binhthuan'],
  75: ['dongnai', 'binhphuoc'],
  79: ['hcm', 'binhduong', 'baria'],
  80: ['tayninh', 'longan'],
  82: ['dongthap', 'tiengiang'],
  86: ['vinhlong', 'bentre', 'travinh'],
  91: ['angiang', 'kiengiang'],
  92: ['cantho', 'soctrang', 'haugiang'],
  96: ['camau', 'baclieu'],
};

/** Hoàng Sa belongs to Đà Nẵng (48), Trường Sa to Khánh Hoà (56). */
const archipelagos = { hoangsa: '48', truongsa: '56' };

const outlines = Object.fromEntries(svgMap.locations.map(({ id, path }) => [id, ringsOf(path)]));

/** The rings of a path as absolute points; of a curve only its end counts. */
function ringsOf(path) {
  const rings = [];
  let ring = [];
  let [x, y] = [0, 0];
  const close = () => {
    if (ring.length > 2) rings.push([...ring, ring[0]]);
    ring = [];
  };
  for (const [, command, text] of path.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const numbers = (text.match(/-?\d*\.?\d+(?:e-?\d+)?/gi) ?? []).map(Number);
    const relative = command === command.toLowerCase();
    const step = command.toLowerCase();
    if (step === 'z') {
      [x, y] = ring[0] ?? [x, y];
      close();
      continue;
    }
    if (step === 'm') close();
    const size = step === 'c' ? 6 : step === 'h' || step === 'v' ? 1 : 2;
    for (let at = 0; at + size <= numbers.length; at += size) {
      const [dx, dy] = numbers.slice(at + size - 2, at + size);
      x = relative ? x + dx : dx;
      y = relative ? y + dy : dy;
      ring.push([x, y]);
    }
  }
  close();
  return rings;
}

/** Neighbouring outlines were digitised apart: points closer than this are the same point. */
const snap = 0.55;
/** Share of the points of the shared borders that may go. */
const keep = 0.3;
const smallestIsland = 1.1;

const area = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => sum + x * (ring[i - 1] ?? ring[0])[1] - y * (ring[i - 1] ?? ring[0])[0], 0)) / 2;

function snapped() {
  const cells = new Map();
  const nearest = ([x, y]) => {
    const [cx, cy] = [Math.round(x / snap), Math.round(y / snap)];
    for (let i = cx - 1; i <= cx + 1; i++) {
      for (let j = cy - 1; j <= cy + 1; j++) {
        const found = cells.get(`${i} ${j}`)?.find(([a, b]) => Math.hypot(a - x, b - y) < snap);
        if (found) return found;
      }
    }
    const point = [x, y];
    const key = `${cx} ${cy}`;
    cells.set(key, [...(cells.get(key) ?? []), point]);
    return point;
  };
  const clean = (ring) => ring.map(nearest).filter((point, i, all) => i === 0 || point !== all[i - 1]);
  return Object.fromEntries(Object.entries(outlines).map(([id, rings]) => [id, rings.map(clean).filter((ring) => ring.length > 3)]));
}

const mainland = Object.entries(snapped()).filter(([id]) => !(id in archipelagos));
const joined = topology(Object.fromEntries(mainland.map(([id, rings]) => [id, { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) }])));

const weighed = presimplify(joined);
const plain = simplify(weighed, quantile(weighed, 1 - keep));

/** The unit's outline without slivers: holes are places where two old outlines did not quite meet. */
function outlineOf(ids) {
  const { coordinates } = merge(plain, ids.map((id) => plain.objects[id]));
  return coordinates.map(([outer]) => outer).filter((ring) => area(ring) > smallestIsland);
}

/** Coordinates of the file are whole numbers, two to a unit of the source. */
const scale = 2;
const whole = ([x, y]) => [Math.round(x * scale), Math.round(y * scale)];

function pathOf(rings) {
  return rings
    .map((ring) => {
      let last = whole(ring[0]);
      const steps = ring.slice(1, -1).flatMap((point) => {
        const [x, y] = whole(point);
        const step = [x - last[0], y - last[1]];
        last = [x, y];
        return step[0] === 0 && step[1] === 0 ? [] : [step];
      });
      return `M${whole(ring[0])}l${steps.flat().join(' ').replaceAll(' -', '-')}z`;
    })
    .join('');
}

/** An islet is too small to have a shape: a dot at its middle, drawn with a round line of no length. */
function dotsOf(rings) {
  const dots = [];
  for (const ring of rings) {
    const middle = [0, 1].map((axis) => ring.reduce((sum, point) => sum + point[axis], 0) / ring.length);
    if (dots.every(([x, y]) => Math.hypot(x - middle[0], y - middle[1]) > 3)) dots.push(middle);
  }
  return dots.map((dot) => `M${whole(dot)}h0`).join('');
}

const [, , width, height] = svgMap.viewBox.split(' ').map(Number);
const map = {
  viewBox: [0, 0, width * scale, height * scale],
  units: Object.entries(units)
    .map(([code, ids]) => ({ code, d: pathOf(outlineOf(ids)) }))
    .toSorted((a, b) => a.code.localeCompare(b.code)),
  archipelagos: Object.entries(archipelagos).map(([id, unit]) => ({ id, unit, d: dotsOf(outlines[id]) })),
};

const target = new URL('../src/features/home/map.json', import.meta.url);
await writeFile(target, `${JSON.stringify(map)}\n`);

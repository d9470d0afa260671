import { expect, test } from 'vitest';
import { contentOf, valuesOf } from './values';

test('the whole country is an empty coverage, also when places were ticked before', () => {
  const values = valuesOf(null);
  values.content.coverage = ['place_1'];
  expect(contentOf(values).coverage).toEqual([]);
  values.content.where = 'some';
  expect(contentOf(values).coverage).toEqual(['place_1']);
});

test('an empty line is no reference; half a line is one, so that the server can say what is missing', () => {
  const values = valuesOf(null);
  values.content.references = [
    { name: ' ', placeId: '', year: '' },
    { name: '', placeId: 'place_1', year: '2024' },
  ];
  expect(contentOf(values).references).toEqual([{ name: '', placeId: 'place_1', year: 2024 }]);
});

test('amounts are saved as whole đồng, what cannot be read as nothing', () => {
  const values = valuesOf(null);
  values.content.price = { min: '1,5 tỷ', max: 'nhiều' };
  expect(contentOf(values).price).toEqual({ min: '1500000000', max: null });
});

import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Corpus, Versions } from './Standing';
import type { EngineQuery } from './engine.gql';

type Engine = EngineQuery['engine'];

const engine = (change: Partial<Engine>): Engine => ({
  version: '2',
  weightsVersion: 'default-3',
  weights: [],
  expertWeights: [],
  learntWeights: [],
  model: { state: 'READY', version: 'e5-small-q4', problem: null, vectors: 1234 },
  corpus: { needs: 21, offers: 42, experts: 3 },
  searchIndex: { documents: 94, built: null },
  taxonomyVersion: '2026-12-01',
  concepts: 650,
  distributions: [],
  quality: { measuredOn: '2026-11-27', figures: [] },
  ...change,
});

function said(part: React.ReactNode) {
  const i18n = setupI18n({ locale: 'vi', messages: { vi: {} } });
  return render(<I18nProvider i18n={i18n}>{part}</I18nProvider>).container.textContent;
}

test('a model that is there is named, and nobody is told to make one', () => {
  const text = said(<Versions engine={engine({})} />);
  expect(text).toContain('e5-small-q4');
  expect(text).toContain('1.234');
  expect(text).not.toContain('make model');
});

test('of a model that cannot be read stands what is wrong with it', () => {
  const text = said(<Versions engine={engine({ model: { state: 'BROKEN', version: null, problem: 'There is no folder x.', vectors: 0 } })} />);
  expect(text).toContain('There is no folder x.');
  expect(text).toContain('make model');
});

test('an index that is built anew says how far it is', () => {
  expect(said(<Corpus engine={engine({ searchIndex: { documents: 94, built: 40 } })} />)).toContain('Đang dựng lại: đã có 40 tài liệu');
  expect(said(<Corpus engine={engine({ searchIndex: { documents: null, built: null } })} />)).toContain('Chưa mở');
});

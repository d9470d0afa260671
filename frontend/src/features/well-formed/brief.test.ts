import { describe, expect, it } from 'vitest';
import { briefOf, briefValuesOf, emptyIndicator } from './brief';

describe('the brief of a need', () => {
  it('is nothing when nothing is written', () => {
    const none = { vi: null, en: null };
    expect(briefOf(briefValuesOf(undefined))).toEqual({
      affected: none,
      tried: none,
      constraints: none,
      proposalContent: none,
      indicators: [],
      budgetSource: null,
      legalBasis: [],
      scheme: null,
      questionsUntil: null,
      consultationDays: null,
    });
  });

  it('keeps what was stored when nothing is changed', () => {
    const stored = {
      affected: { vi: 'Người dân', en: null },
      tried: { vi: null, en: 'Replaced street by street' },
      constraints: { vi: null, en: null },
      proposalContent: { vi: null, en: null },
      indicators: [{ code: '7.2', name: 'Điện', unit: 'MWh', baseline: '21.000', target: '10.500', dueOn: '2028-12-31' }],
      budgetSource: 'LOCAL_BUDGET' as const,
      legalBasis: [{ number: '269/2025/NĐ-CP', issuedOn: '2025-10-14', title: null }],
      scheme: 'Đề án 950',
      questionsUntil: '2026-12-20T10:00:00.000Z',
      consultationDays: 14,
    };
    const sent = briefOf(briefValuesOf(stored));
    expect({ ...sent, questionsUntil: new Date(sent.questionsUntil!).toISOString() }).toEqual(stored);
  });

  it('sends an empty row as one that the server drops', () => {
    const values = briefValuesOf(undefined);
    const sent = briefOf({ ...values, indicators: [emptyIndicator] });
    expect(Object.values(sent.indicators![0]!)).toEqual([null, null, null, null, null, null]);
  });
});

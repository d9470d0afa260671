import { expect, test } from 'vitest';
import type { DashboardQuery } from './dashboard.gql';
import { tasksOf } from './tasks';

const title = { vi: 'Tên', en: null };
const now = Date.parse('2026-11-22T00:00:00Z');
type Need = NonNullable<DashboardQuery['needs']>['nodes'][number];

const need = (id: string, status: Need['status'], viewerCan: Need['viewerCan'] = [], closesAt: string | null = null): Need => ({
  id,
  status,
  viewerCan,
  closesAt,
  updatedAt: '2026-11-01T00:00:00Z',
  title,
  proposals: { nodes: [] },
});

const nothing: DashboardQuery = { matches: { totalCount: 0, nodes: [] } };

test('what others wait for comes before drafts', () => {
  const nodes = [need('draft', 'DRAFT', ['EDIT']), need('back', 'CHANGES_REQUESTED', ['EDIT']), need('closed', 'CLOSED', ['START_EVALUATION'])];
  const tasks = tasksOf({ ...nothing, needs: { totalCount: 3, nodes } }, now);
  expect(tasks.map(({ kind, id }) => [kind, id])).toEqual([
    ['startEvaluation', 'closed'],
    ['sentBack', 'back'],
    ['draft', 'draft'],
  ]);
});

test('an open need is work only when it closes within three days', () => {
  const nodes = [need('soon', 'OPEN', [], '2026-11-24T00:00:00Z'), need('later', 'OPEN', [], '2026-12-24T00:00:00Z')];
  expect(tasksOf({ ...nothing, needs: { totalCount: 2, nodes } }, now).map(({ id }) => id)).toEqual(['soon']);
});

test('a need is decided on until every proposal has its answer', () => {
  const matched = { ...need('matched', 'MATCHED'), proposals: { nodes: [{ id: 'prop_1', viewerCan: ['DECIDE' as const] }] } };
  expect(tasksOf({ ...nothing, needs: { totalCount: 2, nodes: [matched, need('done', 'MATCHED')] } }, now)).toMatchObject([{ kind: 'decide', id: 'matched' }]);
});

test('nothing to do is nothing', () => {
  expect(tasksOf(nothing, now)).toEqual([]);
});

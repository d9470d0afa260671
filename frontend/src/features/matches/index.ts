export { FactorChart, Score, strongestFirst } from './FactorChart';
export { MatchPage } from './MatchPage';
export { MatchRow, MatchesPage } from './MatchesPage';
export { useMatchChanges } from './useMatchChanges';

export { OfferCard } from './OfferCard';
export { OfferPage } from './OfferPage';
export { OffersPage } from './OffersPage';

export { MyOffersPage } from './MyOffersPage';
export { OfferEditorPage } from './OfferEditorPage';

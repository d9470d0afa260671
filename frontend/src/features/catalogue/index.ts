export { DomainOptions, PlaceOptions } from './options';
export { DomainTags } from './DomainTags';
export { FormerUnits, PlaceText } from './PlaceText';
export { useCatalogue, type Catalogue } from './useCatalogue';

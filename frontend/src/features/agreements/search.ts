import type { AgreementKind } from '@/graphql-types';

/** What the list of agreements can be narrowed to. Routes import this file by itself: it is needed before the page is. */
export const agreementKinds = ['MEMORANDUM', 'PILOT', 'SERVICE_LEASE', 'PPP_PREPARATION'] as const satisfies AgreementKind[];

import { authExchange } from '@urql/exchange-auth';
import { Client, fetchExchange, subscriptionExchange, type Exchange } from '@urql/core';
import { cacheExchange, type KeyingConfig, type UpdateResolver } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { hasCode } from './errors';
import { endpoint, fetchOptions, session } from './transport';

const embedded = () => null;

/**
 * Types without an id live inside the object that holds them. The cache does so by itself; that it is meant, it wants to be
 * told while the product is made, so the names are no bytes of the product.
 */
const withoutId: KeyingConfig = import.meta.env.DEV
  ? {
      AdmissionDecision: embedded,
      AgreementClause: embedded,
      AgreementConnection: embedded,
      AgreementEdge: embedded,
      AgreementParty: embedded,
      AgreementStart: embedded,
      AgreementVersion: embedded,
      AgreementVersionCheck: embedded,
      AuditRecordConnection: embedded,
      AuditRecordEdge: embedded,
      BidLine: embedded,
      BilingualText: embedded,
      Challenge: embedded,
      Consent: embedded,
      ConsortiumParty: embedded,
      ConsortiumSuggestion: embedded,
      Contact: embedded,
      Credentials: embedded,
      EconomicZone: embedded,
      EvaluationBid: embedded,
      EmailChange: embedded,
      EmailConnection: embedded,
      EmailEdge: embedded,
      Engine: embedded,
      EngineCorpus: embedded,
      EngineQuality: embedded,
      ExpertSuggestion: embedded,
      Factor: embedded,
      FactorDistribution: embedded,
      FactorWeight: embedded,
      FormerIdentity: embedded,
      HighlightPiece: embedded,
      JointCallConnection: embedded,
      JointCallEdge: embedded,
      JointCallPart: embedded,
      MatchAdvice: embedded,
      MatchConnection: embedded,
      MatchEdge: embedded,
      MemberScore: embedded,
      Money: embedded,
      MoneyRange: embedded,
      NeedConnection: embedded,
      NeedEdge: embedded,
      NeedSuggestions: embedded,
      OfferConnection: embedded,
      OpenedProposal: embedded,
      Opener: embedded,
      OpeningAct: embedded,
      OpeningRecord: embedded,
      OfferEdge: embedded,
      OrganizationConnection: embedded,
      OrganizationEdge: embedded,
      OwnRecordConnection: embedded,
      OwnRecordEdge: embedded,
      PageInfo: embedded,
      PanelCandidate: embedded,
      PanelConflict: embedded,
      PersonConnection: embedded,
      PersonEdge: embedded,
      PlaceCount: embedded,
      ProposalConnection: embedded,
      ProposalEdge: embedded,
      ProposalIndicator: embedded,
      ProposalPriceLine: embedded,
      ProposalReference: embedded,
      ProposalRisk: embedded,
      ProposalSection: embedded,
      ProposalEvaluation: embedded,
      Publication: embedded,
      QualityFigure: embedded,
      ReceiptCheck: embedded,
      ReceiptKey: embedded,
      Reference: embedded,
      Region: embedded,
      Registration: embedded,
      ResearcherConnection: embedded,
      ResearcherEdge: embedded,
      ReviewConnection: embedded,
      ReviewEdge: embedded,
      SavedFacet: embedded,
      SearchFacet: embedded,
      SearchHit: embedded,
      SearchIndexStatus: embedded,
      SearchPlace: embedded,
      SearchResult: embedded,
      SentenceModel: embedded,
      Statistics: embedded,
      TaxonomyDifference: embedded,
      VerificationCheckAnswer: embedded,
      WeightsLesson: embedded,
      WeightsMove: embedded,
    }
  : {};

/** A domain is known by its code; a suggestion bears the id of what it leads to. */
const keys: KeyingConfig = {
  ...withoutId,
  Domain: (domain) => (domain['code'] as string | undefined) ?? null,
  // The same id in each version, and another plan.
  PlannedMilestone: embedded,
  PlannedIndicator: embedded,
  SearchConcept: embedded,
  SearchSuggestion: embedded,
};

const paged = () => relayPagination();

/** What mutations touch is told by a file of its own, which is fetched once somebody is signed in: visitors change nothing. */
let touches: { lists: Record<string, string[]>; things: Record<string, string[]> } = { lists: {}, things: {} };
let asked = false;
function fetchTouches() {
  if (asked) return;
  asked = true;
  import('./touches').then(
    (all) => {
      touches = all;
    },
    () => {
      asked = false;
    },
  );
}

const afterMutation: UpdateResolver = (_result, _arguments, store, { fieldName: mutation }) => {
  for (const list of touches.lists[mutation] ?? []) store.invalidate('Query', list);
  const things = store.inspectFields('Query').filter(({ fieldName }) => touches.things[mutation]?.includes(fieldName));
  for (const { fieldName, arguments: of } of things) store.invalidate('Query', fieldName, of);
};

const cache = () =>
  cacheExchange({
    keys,
    resolvers: {
      Query: {
        needs: paged(),
        offers: paged(),
        organizations: paged(),
        researchers: paged(),
        matches: paged(),
        jointCalls: paged(),
        agreements: paged(),
        proposals: paged(),
        reviews: paged(),
        emails: paged(),
        auditRecords: paged(),
        people: paged(),
      },
      Need: { matches: paged(), proposals: paged() },
      Offer: { matches: paged() },
      Organization: { needs: paged(), offers: paged() },
      Viewer: { records: paged() },
    },
    // One rule for every mutation, whatever its name.
    updates: { Mutation: new Proxy({}, { get: () => afterMutation }) },
  });

const auth = authExchange(async (utils) => ({
  addAuthToOperation: (operation) => {
    if (!session.token) return operation;
    fetchTouches();
    return utils.appendHeaders(operation, { authorization: `Bearer ${session.token}` });
  },
  willAuthError: () => session.needsRenewal,
  didAuthError: (error) => session.state.status === 'signedIn' && hasCode(error, 'UNAUTHENTICATED', 'TOKEN_EXPIRED'),
  refreshAuth: async () => {
    // Unreachable server: the request goes out anyway and reports that itself.
    await session.renew().catch(() => undefined);
  },
}));

/** The socket's code is fetched, and the socket opened, only when a signed-in page subscribes. */
const subscriptions: Exchange = subscriptionExchange({
  forwardSubscription: (request) => ({
    subscribe: (sink) => {
      let unsubscribe: (() => void) | null = null;
      let wanted = true;
      void import('./socket').then(({ socket }) => {
        if (!wanted) return;
        unsubscribe = socket.subscribe(
          { ...request, query: request.query ?? '' },
          { ...sink, next: ({ data = null, errors }) => sink.next(errors ? { data, errors } : { data }) },
        );
      });
      return {
        unsubscribe: () => {
          wanted = false;
          unsubscribe?.();
        },
      };
    },
  }),
});

/** One client per reader: whoever signs in or out starts with an empty cache. */
export function createClient() {
  return new Client({
    url: endpoint,
    fetchOptions,
    preferGetMethod: false,
    exchanges: [cache(), auth, fetchExchange, subscriptions],
  });
}

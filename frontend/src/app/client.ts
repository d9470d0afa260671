import { authExchange } from '@urql/exchange-auth';
import { Client, fetchExchange, subscriptionExchange, type Exchange } from '@urql/core';
import { cacheExchange, type KeyingConfig } from '@urql/exchange-graphcache';
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
  SearchConcept: embedded,
  SearchSuggestion: embedded,
};

const paged = () => relayPagination();

/** Lists of the root that a mutation may have changed; asked again when next shown. */
const listsTouchedBy: Record<string, string[]> = {
  createNeed: ['needs'],
  submitNeed: ['needs', 'reviews'],
  startEvaluation: ['needs', 'proposals'],
  concludeNeed: ['needs', 'matches', 'statistics'],
  reviewNeed: ['needs', 'reviews', 'matches', 'statistics'],
  createOffer: ['offers'],
  submitOffer: ['offers', 'reviews'],
  pauseOffer: ['offers', 'statistics'],
  resumeOffer: ['offers', 'statistics'],
  archiveOffer: ['offers', 'matches', 'statistics'],
  reviewOffer: ['offers', 'reviews', 'matches', 'statistics'],
  refreshMatches: ['matches'],
  reviewMatch: ['matches', 'reviews'],
  introduceMatch: ['matches', 'reviews', 'statistics'],
  blockMatch: ['matches', 'reviews'],
  acceptMatch: ['matches', 'statistics'],
  declineMatch: ['matches'],
  createProposal: ['proposals'],
  submitProposal: ['proposals'],
  withdrawProposal: ['proposals'],
  decideProposal: ['proposals', 'needs'],
  openProposals: ['needs', 'proposals', 'waitingOpenings'],
  retryEmail: ['emails'],
  createAccessToken: ['viewer'],
  decideRegistration: ['reviews', 'organizations'],
  decideVerification: ['reviews', 'organizations'],
  decideAllianceMembership: ['reviews', 'organizations'],
  decideReport: ['reviews', 'needs', 'offers', 'statistics'],
  decideAppeal: ['reviews', 'needs', 'offers', 'organizations', 'statistics'],
  decideMerge: ['reviews', 'organizations', 'organization', 'needs', 'offers', 'matches'],
  proposeMerge: ['reviews'],
  suspendOrganization: ['reviews', 'organizations', 'needs', 'offers', 'matches', 'statistics'],
  reinstateOrganization: ['reviews', 'organizations', 'needs', 'offers', 'matches', 'statistics'],
  suspendUser: ['reviews', 'people', 'needs', 'offers', 'matches', 'statistics'],
  reinstateUser: ['reviews', 'people', 'needs', 'offers', 'matches', 'statistics'],
  setStaffRole: ['people'],
  createOrganization: ['viewer', 'organizations'],
  updateOrganization: ['organizations'],
  declineInvitation: ['viewer'],
  updateResearcher: ['viewer', 'researchers'],
  removeResearcher: ['viewer', 'researchers'],
  setConsent: ['researchers'],
  saveSearch: ['savedSearches', 'viewer'],
  updateSavedSearch: ['viewer'],
  deleteSavedSearch: ['savedSearches'],
  learnWeights: ['engine'],
  adoptWeights: ['engine', 'matches'],
  restoreDefaultWeights: ['engine', 'matches'],
  writeTaxonomy: ['engine'],
  adoptTaxonomy: ['engine'],
  restoreBuiltInTaxonomy: ['engine'],
  answerJointCall: ['jointCalls'],
  endJointCall: ['jointCalls'],
  answerPanelInvitation: ['myEvaluations'],
  decideEvaluation: ['proposals', 'needs', 'statistics'],
  answerOutcomeReview: ['outcomeReviews'],
};

/** Single things of the root that a mutation may have changed beyond what it answers, whichever one was asked for. */
const thingsTouchedBy: Record<string, string[]> = {
  requestMembership: ['viewer', 'organization'],
  removeMembership: ['viewer', 'organization'],
  declineMembership: ['organization'],
  setMembershipRole: ['viewer', 'organization'],
  transferOwnership: ['viewer', 'organization'],
  inviteMember: ['organization'],
  acceptInvitation: ['viewer', 'organization'],
  addCertificate: ['organization'],
  addReference: ['organization'],
  removeResearcher: ['researcher'],
  setConsent: ['researcher'],
  openProposals: ['need', 'opening', 'openingRecord'],
  answerJointCall: ['need'],
  endJointCall: ['need'],
  setCriteria: ['needCriteria'],
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
    updates: {
      Mutation: Object.fromEntries(
        Object.keys({ ...listsTouchedBy, ...thingsTouchedBy }).map((mutation) => [
          mutation,
          (_result, _arguments, store) => {
            for (const list of listsTouchedBy[mutation] ?? []) store.invalidate('Query', list);
            const things = store.inspectFields('Query').filter(({ fieldName }) => thingsTouchedBy[mutation]?.includes(fieldName));
            for (const { fieldName, arguments: of } of things) store.invalidate('Query', fieldName, of);
          },
        ]),
      ),
    },
  });

const auth = authExchange(async (utils) => ({
  addAuthToOperation: (operation) =>
    session.token ? utils.appendHeaders(operation, { authorization: `Bearer ${session.token}` }) : operation,
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

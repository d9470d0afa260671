export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Whole number of minor units of a currency, as a decimal string (đồng has no minor unit: "1" = 1 ₫). */
  Amount: { input: string; output: string; }
  DateTime: { input: string; output: string; }
};

export type AscnArea =
  | 'BUILT_INFRASTRUCTURE'
  | 'CIVIC_SOCIAL'
  | 'HEALTH_WELLBEING'
  | 'INDUSTRY_INNOVATION'
  | 'QUALITY_ENVIRONMENT'
  | 'SAFETY_SECURITY';

export type AuditRecord = {
  action: Scalars['String']['output'];
  actor: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
  detail: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  subject: Scalars['String']['output'];
};

export type AuditRecordConnection = {
  edges: Array<AuditRecordEdge>;
  nodes: Array<AuditRecord>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type AuditRecordEdge = {
  cursor: Scalars['String']['output'];
  node: AuditRecord;
};

/** A text in Vietnamese and English; either alone is valid. */
export type BilingualText = {
  en: Maybe<Scalars['String']['output']>;
  enState: Maybe<TranslationState>;
  vi: Maybe<Scalars['String']['output']>;
  viState: Maybe<TranslationState>;
};

export type BilingualTextInput = {
  en?: InputMaybe<Scalars['String']['input']>;
  vi?: InputMaybe<Scalars['String']['input']>;
};

export type BlockMatchInput = {
  matchId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  rule: Scalars['String']['input'];
};

export type ConcludeNeedInput = {
  needId: Scalars['ID']['input'];
  outcome: NeedOutcome;
  reason: Scalars['String']['input'];
};

export type Contact = {
  email: Scalars['String']['output'];
  name: Scalars['String']['output'];
  organization: Organization;
  side: MatchSide;
};

export type ContractType =
  | 'BLT'
  | 'BOO'
  | 'BOT'
  | 'BT'
  | 'BTL'
  | 'BTO'
  | 'MIXED'
  | 'OM';

export type CreateNeedInput = {
  clientKey: Scalars['String']['input'];
  content: NeedContent;
  organizationId: Scalars['ID']['input'];
};

export type CreateOfferInput = {
  clientKey: Scalars['String']['input'];
  content: OfferContent;
  organizationId: Scalars['ID']['input'];
};

export type CreateProposalInput = {
  clientKey: Scalars['String']['input'];
  content: ProposalContent;
  needId: Scalars['ID']['input'];
  organizationId: Scalars['ID']['input'];
};

export type DecideProposalInput = {
  decision: ProposalDecision;
  proposalId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type DeclineMatchInput = {
  matchId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type DeliveryModel =
  | 'MEMORANDUM'
  | 'PILOT'
  | 'PPP'
  | 'PUBLIC_INVESTMENT'
  | 'SCIENCE_TECHNOLOGY_PPP'
  | 'SERVICE_LEASE';

export type Domain = {
  ascnArea: Maybe<AscnArea>;
  code: Scalars['String']['output'];
  kind: DomainKind;
  nameEn: Scalars['String']['output'];
  nameVi: Scalars['String']['output'];
};

export type DomainKind =
  | 'CROSS_CUTTING'
  | 'ISO37122';

export type EconomicZone = {
  code: Scalars['String']['output'];
  nameEn: Scalars['String']['output'];
  nameVi: Scalars['String']['output'];
};

export type Email = {
  attempts: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  lastAnswer: Maybe<Scalars['String']['output']>;
  locale: Locale;
  messageId: Scalars['String']['output'];
  sentAt: Maybe<Scalars['DateTime']['output']>;
  status: EmailStatus;
  subject: Scalars['String']['output'];
  template: Scalars['String']['output'];
  toAddress: Scalars['String']['output'];
};

export type EmailConnection = {
  edges: Array<EmailEdge>;
  nodes: Array<Email>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type EmailEdge = {
  cursor: Scalars['String']['output'];
  node: Email;
};

export type EmailFilter = {
  status?: InputMaybe<EmailStatus>;
};

export type EmailIdInput = {
  emailId: Scalars['ID']['input'];
};

export type EmailPayload = {
  email: Email;
};

export type EmailStatus =
  | 'DEAD'
  | 'QUEUED'
  | 'SENT';

/** Closed set of error codes; each error carries one in extensions.code (also extensions.field, extensions.problems). */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'BUDGET_RANGE'
  | 'CONFLICT'
  | 'DEADLINE_PAST'
  | 'EMAIL_TAKEN'
  | 'FORBIDDEN'
  | 'ILLEGAL_TRANSITION'
  | 'INTERNAL'
  | 'INVALID_CREDENTIALS'
  | 'INVALID_INPUT'
  | 'NOT_FOUND'
  | 'OUT_OF_RANGE'
  | 'PAYLOAD_TOO_LARGE'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'REQUIRED'
  | 'STALE_VERSION'
  | 'TOKEN_EXPIRED'
  | 'TOO_LONG'
  | 'TOO_SHORT'
  | 'UNAUTHENTICATED'
  | 'UNAVAILABLE'
  | 'UNKNOWN_DOMAIN'
  | 'UNKNOWN_PLACE';

export type Factor = {
  key: FactorKey;
  /** value × weight; the score is the sum of the points. */
  points: Scalars['Float']['output'];
  reasonEn: Scalars['String']['output'];
  reasonVi: Scalars['String']['output'];
  /** 0 to 1. */
  value: Scalars['Float']['output'];
  /** Most points this factor can give; the weights sum to 100. */
  weight: Scalars['Float']['output'];
};

export type FactorKey =
  | 'CALENDAR'
  | 'DOMAIN'
  | 'MATURITY'
  | 'MONEY'
  | 'PLACE'
  | 'TEXT'
  | 'TRACK_RECORD';

export type Locale =
  | 'EN'
  | 'VI';

export type Match = {
  /** People to write to; null until both sides have accepted. */
  contacts: Maybe<Array<Contact>>;
  createdAt: Scalars['DateTime']['output'];
  declinedBy: Maybe<MatchSide>;
  engineVersion: Scalars['String']['output'];
  factors: Array<Factor>;
  id: Scalars['ID']['output'];
  introducedAt: Maybe<Scalars['DateTime']['output']>;
  need: Need;
  needAcceptedAt: Maybe<Scalars['DateTime']['output']>;
  offer: Offer;
  offerAcceptedAt: Maybe<Scalars['DateTime']['output']>;
  /** 0 to 100, the sum of the factors' points. */
  score: Scalars['Float']['output'];
  status: MatchStatus;
  statusReason: Maybe<Scalars['String']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  viewerCan: Array<MatchAction>;
  /** Which sides the viewer stands on. */
  viewerSides: Array<MatchSide>;
};

export type MatchAction =
  | 'ACCEPT'
  | 'BLOCK'
  | 'DECLINE'
  | 'INTRODUCE'
  | 'REVIEW';

export type MatchConnection = {
  edges: Array<MatchEdge>;
  nodes: Array<Match>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type MatchEdge = {
  cursor: Scalars['String']['output'];
  node: Match;
};

export type MatchFilter = {
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  needId?: InputMaybe<Scalars['ID']['input']>;
  offerId?: InputMaybe<Scalars['ID']['input']>;
  statuses?: InputMaybe<Array<MatchStatus>>;
};

export type MatchIdInput = {
  matchId: Scalars['ID']['input'];
};

export type MatchPayload = {
  match: Match;
};

export type MatchSide =
  | 'NEED'
  | 'OFFER';

export type MatchStatus =
  | 'ACCEPTED_BY_NEED'
  | 'ACCEPTED_BY_OFFER'
  | 'BLOCKED'
  | 'CONVERTED'
  | 'DECLINED'
  | 'EXPIRED'
  | 'INTRODUCED'
  | 'IN_DIALOGUE'
  | 'MUTUAL'
  | 'REVIEWED'
  | 'SUGGESTED';

export type Membership = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  organization: Organization;
  role: MembershipRole;
  status: MembershipStatus;
};

export type MembershipIdInput = {
  membershipId: Scalars['ID']['input'];
};

export type MembershipPayload = {
  membership: Membership;
};

export type MembershipRole =
  | 'EDITOR'
  | 'OWNER'
  | 'VIEWER';

export type MembershipStatus =
  | 'ACTIVE'
  | 'PENDING';

export type Money = {
  amount: Scalars['Amount']['output'];
  currency: Scalars['String']['output'];
};

export type MoneyRange = {
  currency: Scalars['String']['output'];
  max: Maybe<Scalars['Amount']['output']>;
  min: Maybe<Scalars['Amount']['output']>;
};

export type MoneyRangeInput = {
  max?: InputMaybe<Scalars['Amount']['input']>;
  min?: InputMaybe<Scalars['Amount']['input']>;
};

export type Mutation = {
  acceptMatch: MatchPayload;
  /** Owner of the organisation or staff lets a person in. */
  approveMembership: MembershipPayload;
  archiveOffer: OfferPayload;
  blockMatch: MatchPayload;
  concludeNeed: NeedPayload;
  createNeed: NeedPayload;
  createOffer: OfferPayload;
  createProposal: ProposalPayload;
  decideProposal: ProposalPayload;
  declineMatch: MatchPayload;
  introduceMatch: MatchPayload;
  pauseOffer: OfferPayload;
  /** Runs the engine now for one posting. */
  refreshMatches: RefreshMatchesPayload;
  /** Exchanges the refresh cookie for a new access token; the cookie rotates. */
  refreshSession: SessionPayload;
  register: SessionPayload;
  resumeOffer: OfferPayload;
  retryEmail: EmailPayload;
  reviewMatch: MatchPayload;
  reviewNeed: NeedPayload;
  reviewOffer: OfferPayload;
  signIn: SessionPayload;
  signOut: SignOutPayload;
  startEvaluation: NeedPayload;
  submitNeed: NeedPayload;
  submitOffer: OfferPayload;
  submitProposal: ProposalPayload;
  updateNeed: NeedPayload;
  updateOffer: OfferPayload;
  updateProfile: ViewerPayload;
  updateProposal: ProposalPayload;
  withdrawProposal: ProposalPayload;
};


export type MutationAcceptMatchArgs = {
  input: MatchIdInput;
};


export type MutationApproveMembershipArgs = {
  input: MembershipIdInput;
};


export type MutationArchiveOfferArgs = {
  input: OfferIdInput;
};


export type MutationBlockMatchArgs = {
  input: BlockMatchInput;
};


export type MutationConcludeNeedArgs = {
  input: ConcludeNeedInput;
};


export type MutationCreateNeedArgs = {
  input: CreateNeedInput;
};


export type MutationCreateOfferArgs = {
  input: CreateOfferInput;
};


export type MutationCreateProposalArgs = {
  input: CreateProposalInput;
};


export type MutationDecideProposalArgs = {
  input: DecideProposalInput;
};


export type MutationDeclineMatchArgs = {
  input: DeclineMatchInput;
};


export type MutationIntroduceMatchArgs = {
  input: MatchIdInput;
};


export type MutationPauseOfferArgs = {
  input: OfferIdInput;
};


export type MutationRefreshMatchesArgs = {
  input: RefreshMatchesInput;
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};


export type MutationResumeOfferArgs = {
  input: OfferIdInput;
};


export type MutationRetryEmailArgs = {
  input: EmailIdInput;
};


export type MutationReviewMatchArgs = {
  input: MatchIdInput;
};


export type MutationReviewNeedArgs = {
  input: ReviewNeedInput;
};


export type MutationReviewOfferArgs = {
  input: ReviewOfferInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationStartEvaluationArgs = {
  input: NeedIdInput;
};


export type MutationSubmitNeedArgs = {
  input: NeedIdInput;
};


export type MutationSubmitOfferArgs = {
  input: OfferIdInput;
};


export type MutationSubmitProposalArgs = {
  input: SubmitProposalInput;
};


export type MutationUpdateNeedArgs = {
  input: UpdateNeedInput;
};


export type MutationUpdateOfferArgs = {
  input: UpdateOfferInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


export type MutationUpdateProposalArgs = {
  input: UpdateProposalInput;
};


export type MutationWithdrawProposalArgs = {
  input: WithdrawProposalInput;
};

export type Need = {
  budget: Maybe<MoneyRange>;
  closesAt: Maybe<Scalars['DateTime']['output']>;
  contractType: Maybe<ContractType>;
  createdAt: Scalars['DateTime']['output'];
  deliveryModel: Maybe<DeliveryModel>;
  demonstration: Scalars['Boolean']['output'];
  description: BilingualText;
  domains: Array<Domain>;
  id: Scalars['ID']['output'];
  /** The last review; for the owner and staff, else null. */
  lastReview: Maybe<Review>;
  matches: MatchConnection;
  /** Target maturity level of Circular 03/2026: 1 to 3. */
  maturityTarget: Maybe<Scalars['Int']['output']>;
  organization: Organization;
  place: Maybe<Place>;
  /** Proposals the viewer may read: own ones, and, after opening, the owner's view of all. */
  proposals: ProposalConnection;
  publishedAt: Maybe<Scalars['DateTime']['output']>;
  status: NeedStatus;
  statusReason: Maybe<Scalars['String']['output']>;
  summary: BilingualText;
  title: BilingualText;
  updatedAt: Scalars['DateTime']['output'];
  /** Raised by one at each change; send it back when you update. */
  version: Scalars['Int']['output'];
  /** What the viewer may do with it now. */
  viewerCan: Array<NeedAction>;
};


export type NeedMatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type NeedProposalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type NeedAction =
  | 'CONCLUDE'
  | 'EDIT'
  | 'PROPOSE'
  | 'REFRESH_MATCHES'
  | 'REVIEW'
  | 'START_EVALUATION'
  | 'SUBMIT'
  | 'WITHDRAW';

export type NeedConnection = {
  edges: Array<NeedEdge>;
  nodes: Array<Need>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type NeedContent = {
  budget?: InputMaybe<MoneyRangeInput>;
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  contractType?: InputMaybe<ContractType>;
  deliveryModel?: InputMaybe<DeliveryModel>;
  description?: InputMaybe<BilingualTextInput>;
  domains?: InputMaybe<Array<Scalars['String']['input']>>;
  maturityTarget?: InputMaybe<Scalars['Int']['input']>;
  placeId?: InputMaybe<Scalars['ID']['input']>;
  summary?: InputMaybe<BilingualTextInput>;
  title?: InputMaybe<BilingualTextInput>;
};

export type NeedEdge = {
  cursor: Scalars['String']['output'];
  node: Need;
};

export type NeedFilter = {
  domain?: InputMaybe<Scalars['String']['input']>;
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  placeId?: InputMaybe<Scalars['ID']['input']>;
  query?: InputMaybe<Scalars['String']['input']>;
  regionCode?: InputMaybe<Scalars['String']['input']>;
  statuses?: InputMaybe<Array<NeedStatus>>;
};

export type NeedIdInput = {
  needId: Scalars['ID']['input'];
};

export type NeedOutcome =
  | 'CANCELLED'
  | 'UNSUCCESSFUL'
  | 'WITHDRAWN';

export type NeedPayload = {
  need: Need;
};

export type NeedSort =
  | 'CLOSING_SOON'
  | 'NEWEST';

export type NeedStatus =
  | 'CANCELLED'
  | 'CHANGES_REQUESTED'
  | 'CLOSED'
  | 'COMPLETED'
  | 'CONSULTATION'
  | 'DRAFT'
  | 'EVALUATING'
  | 'HANDED_OVER'
  | 'IN_AGREEMENT'
  | 'MATCHED'
  | 'OPEN'
  | 'UNDER_REVIEW'
  | 'UNSUCCESSFUL'
  | 'WITHDRAWN';

export type NewOrganizationInput = {
  kind: OrganizationKind;
  legalName: BilingualTextInput;
  placeId?: InputMaybe<Scalars['ID']['input']>;
  taxCode?: InputMaybe<Scalars['String']['input']>;
  website?: InputMaybe<Scalars['String']['input']>;
};

export type Offer = {
  contractTypes: Array<ContractType>;
  /** Places covered; empty means the whole country. */
  coverage: Array<Place>;
  createdAt: Scalars['DateTime']['output'];
  deliveryModels: Array<DeliveryModel>;
  demonstration: Scalars['Boolean']['output'];
  description: BilingualText;
  domains: Array<Domain>;
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  lastReview: Maybe<Review>;
  matches: MatchConnection;
  maturity: Maybe<OfferMaturity>;
  organization: Organization;
  price: Maybe<MoneyRange>;
  publishedAt: Maybe<Scalars['DateTime']['output']>;
  references: Array<Reference>;
  status: OfferStatus;
  statusReason: Maybe<Scalars['String']['output']>;
  summary: BilingualText;
  title: BilingualText;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<OfferAction>;
};


export type OfferMatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type OfferAction =
  | 'ARCHIVE'
  | 'EDIT'
  | 'PAUSE'
  | 'REFRESH_MATCHES'
  | 'RESUME'
  | 'REVIEW'
  | 'SUBMIT';

export type OfferConnection = {
  edges: Array<OfferEdge>;
  nodes: Array<Offer>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type OfferContent = {
  contractTypes?: InputMaybe<Array<ContractType>>;
  coverage?: InputMaybe<Array<Scalars['ID']['input']>>;
  deliveryModels?: InputMaybe<Array<DeliveryModel>>;
  description?: InputMaybe<BilingualTextInput>;
  domains?: InputMaybe<Array<Scalars['String']['input']>>;
  maturity?: InputMaybe<OfferMaturity>;
  price?: InputMaybe<MoneyRangeInput>;
  references?: InputMaybe<Array<ReferenceInput>>;
  summary?: InputMaybe<BilingualTextInput>;
  title?: InputMaybe<BilingualTextInput>;
};

export type OfferEdge = {
  cursor: Scalars['String']['output'];
  node: Offer;
};

export type OfferFilter = {
  domain?: InputMaybe<Scalars['String']['input']>;
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  placeId?: InputMaybe<Scalars['ID']['input']>;
  query?: InputMaybe<Scalars['String']['input']>;
  regionCode?: InputMaybe<Scalars['String']['input']>;
  statuses?: InputMaybe<Array<OfferStatus>>;
};

export type OfferIdInput = {
  offerId: Scalars['ID']['input'];
};

export type OfferMaturity =
  | 'CONCEPT'
  | 'DEPLOYED'
  | 'PILOTED'
  | 'PROTOTYPE'
  | 'SCALED';

export type OfferPayload = {
  offer: Offer;
};

export type OfferStatus =
  | 'ARCHIVED'
  | 'DRAFT'
  | 'EXPIRED'
  | 'PAUSED'
  | 'PUBLISHED'
  | 'REJECTED'
  | 'UNDER_REVIEW';

export type Organization = {
  createdAt: Scalars['DateTime']['output'];
  demonstration: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  kind: OrganizationKind;
  legalName: BilingualText;
  /** Members: to members of the organisation and staff; null to others. */
  members: Maybe<Array<Membership>>;
  needs: NeedConnection;
  offers: OfferConnection;
  place: Maybe<Place>;
  /** May post needs. */
  postsNeeds: Scalars['Boolean']['output'];
  /** May post offers and propose. */
  postsOffers: Scalars['Boolean']['output'];
  summary: BilingualText;
  taxCode: Maybe<Scalars['String']['output']>;
  verification: OrganizationVerification;
  website: Maybe<Scalars['String']['output']>;
};


export type OrganizationNeedsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type OrganizationOffersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type OrganizationConnection = {
  edges: Array<OrganizationEdge>;
  nodes: Array<Organization>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type OrganizationEdge = {
  cursor: Scalars['String']['output'];
  node: Organization;
};

export type OrganizationFilter = {
  kinds?: InputMaybe<Array<OrganizationKind>>;
  placeId?: InputMaybe<Scalars['ID']['input']>;
  query?: InputMaybe<Scalars['String']['input']>;
};

export type OrganizationKind =
  | 'ALLIANCE'
  | 'ASSOCIATION'
  | 'BANK'
  | 'COMMUNE_PC'
  | 'CONSULTANT'
  | 'DEPT'
  | 'FDI_CO'
  | 'FOREIGN_PARTNER'
  | 'INSTITUTE'
  | 'INTL_ORG'
  | 'INVESTOR'
  | 'IZ_DEVELOPER'
  | 'MINISTRY'
  | 'PARTY_BODY'
  | 'PRIVATE_CO'
  | 'PROV_PC'
  | 'PUBLIC_UNIT'
  | 'SOE'
  | 'STARTUP'
  | 'UNIVERSITY';

export type OrganizationVerification =
  | 'EXPIRED'
  | 'PENDING'
  | 'REJECTED'
  | 'SUSPENDED'
  | 'UNVERIFIED'
  | 'VERIFIED';

export type PageInfo = {
  endCursor: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor: Maybe<Scalars['String']['output']>;
};

export type Place = {
  /** Two-digit code of the unit; codes were re-used in 2025, so only the id is a key. */
  code: Scalars['String']['output'];
  economicZones: Array<EconomicZone>;
  /** Former units that today's unit was formed from. */
  formerUnits: Array<Place>;
  fullNameEn: Scalars['String']['output'];
  /** Name with its type: Thành phố Hải Phòng, Haiphong City. */
  fullNameVi: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  kind: PlaceKind;
  nameEn: Scalars['String']['output'];
  nameVi: Scalars['String']['output'];
  region: Region;
  /** Today's unit that this former unit belongs to. */
  successor: Maybe<Place>;
  validFrom: Maybe<Scalars['String']['output']>;
  validUntil: Maybe<Scalars['String']['output']>;
};

export type PlaceCount = {
  needs: Scalars['Int']['output'];
  offers: Scalars['Int']['output'];
  place: Place;
};

export type PlaceKind =
  | 'CITY'
  | 'FORMER_CITY'
  | 'FORMER_PROVINCE'
  | 'PROVINCE';

export type Proposal = {
  approach: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  decisionReason: Maybe<Scalars['String']['output']>;
  durationMonths: Maybe<Scalars['Int']['output']>;
  id: Scalars['ID']['output'];
  language: Locale;
  need: Need;
  organization: Organization;
  price: Maybe<Money>;
  /** SHA-256 of the canonical content, once submitted. */
  receipt: Maybe<Scalars['String']['output']>;
  status: ProposalStatus;
  submittedAt: Maybe<Scalars['DateTime']['output']>;
  summary: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<ProposalAction>;
};

export type ProposalAction =
  | 'DECIDE'
  | 'EDIT'
  | 'SUBMIT'
  | 'WITHDRAW';

export type ProposalConnection = {
  edges: Array<ProposalEdge>;
  nodes: Array<Proposal>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ProposalContent = {
  approach: Scalars['String']['input'];
  durationMonths?: InputMaybe<Scalars['Int']['input']>;
  language: Locale;
  priceAmount?: InputMaybe<Scalars['Amount']['input']>;
  summary: Scalars['String']['input'];
};

export type ProposalDecision =
  | 'NOT_SELECTED'
  | 'SELECTED';

export type ProposalEdge = {
  cursor: Scalars['String']['output'];
  node: Proposal;
};

export type ProposalFilter = {
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  needId?: InputMaybe<Scalars['ID']['input']>;
  statuses?: InputMaybe<Array<ProposalStatus>>;
};

export type ProposalPayload = {
  proposal: Proposal;
};

export type ProposalStatus =
  | 'AWAITING_SIGNOFF'
  | 'DISQUALIFIED'
  | 'DRAFT'
  | 'NOT_SELECTED'
  | 'OPENED'
  | 'SELECTED'
  | 'SHORTLISTED'
  | 'SUBMITTED'
  | 'UNDER_EVALUATION'
  | 'WITHDRAWN';

export type Query = {
  /** Administrators only. */
  auditRecords: AuditRecordConnection;
  domains: Array<Domain>;
  /** Outgoing mail with the server's answers; administrators only. */
  emails: EmailConnection;
  match: Maybe<Match>;
  /** Highest score first. */
  matches: MatchConnection;
  need: Maybe<Need>;
  needs: NeedConnection;
  offer: Maybe<Offer>;
  offers: OfferConnection;
  organization: Maybe<Organization>;
  organizations: OrganizationConnection;
  places: Array<Place>;
  proposal: Maybe<Proposal>;
  proposals: ProposalConnection;
  /** Moderation queue, oldest first; staff only. */
  reviews: ReviewConnection;
  statistics: Statistics;
  viewer: Maybe<Viewer>;
};


export type QueryAuditRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryEmailsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EmailFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMatchArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MatchFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryNeedArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNeedsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<NeedFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<NeedSort>;
};


export type QueryOfferArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOffersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OfferFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryOrganizationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrganizationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganizationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPlacesArgs = {
  includeFormer?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryProposalArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProposalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProposalFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryReviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type Reference = {
  name: Scalars['String']['output'];
  placeId: Maybe<Scalars['ID']['output']>;
  year: Maybe<Scalars['Int']['output']>;
};

export type ReferenceInput = {
  name: Scalars['String']['input'];
  placeId?: InputMaybe<Scalars['ID']['input']>;
  year?: InputMaybe<Scalars['Int']['input']>;
};

/** Give exactly one of the two. */
export type RefreshMatchesInput = {
  needId?: InputMaybe<Scalars['ID']['input']>;
  offerId?: InputMaybe<Scalars['ID']['input']>;
};

export type RefreshMatchesPayload = {
  matches: Array<Match>;
};

export type Region = {
  code: Scalars['String']['output'];
  nameEn: Scalars['String']['output'];
  nameVi: Scalars['String']['output'];
};

/** Either organizationId (ask to join) or newOrganization. */
export type RegisterInput = {
  clientKey: Scalars['String']['input'];
  email: Scalars['String']['input'];
  locale: Locale;
  name: Scalars['String']['input'];
  newOrganization?: InputMaybe<NewOrganizationInput>;
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  password: Scalars['String']['input'];
};

/** Something that waited or waits for the alliance's decision. */
export type Review = {
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  decidedBy: Maybe<Scalars['String']['output']>;
  decision: Maybe<ReviewDecision>;
  id: Scalars['ID']['output'];
  kind: ReviewKind;
  match: Maybe<Match>;
  need: Maybe<Need>;
  offer: Maybe<Offer>;
  openedAt: Scalars['DateTime']['output'];
  reason: Maybe<Scalars['String']['output']>;
  /** House rule that the decision rests on, e.g. COMPLETE, UNCLEAR_OUTCOME, DUPLICATE, OFF_TOPIC, ADVERTISING, PERSONAL_DATA, GOOD_FIT, CONFLICT. */
  rule: Maybe<Scalars['String']['output']>;
};

export type ReviewConnection = {
  edges: Array<ReviewEdge>;
  nodes: Array<Review>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ReviewDecision =
  | 'APPROVED'
  | 'BLOCKED'
  | 'CHANGES_REQUESTED'
  | 'INTRODUCED'
  | 'REJECTED';

export type ReviewEdge = {
  cursor: Scalars['String']['output'];
  node: Review;
};

export type ReviewFilter = {
  kind?: InputMaybe<ReviewKind>;
  waiting?: InputMaybe<Scalars['Boolean']['input']>;
};

export type ReviewKind =
  | 'MATCH'
  | 'NEED'
  | 'OFFER';

export type ReviewNeedInput = {
  decision: ReviewDecision;
  needId: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  rule: Scalars['String']['input'];
};

export type ReviewOfferInput = {
  decision: ReviewDecision;
  offerId: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  rule: Scalars['String']['input'];
};

/** accessToken goes into memory; the refresh token is an HttpOnly cookie. */
export type SessionPayload = {
  accessToken: Scalars['String']['output'];
  expiresAt: Scalars['DateTime']['output'];
  viewer: Viewer;
};

export type SignInInput = {
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type SignOutPayload = {
  signedOut: Scalars['Boolean']['output'];
};

export type StaffRole =
  | 'ADMINISTRATOR'
  | 'MODERATOR';

export type Statistics = {
  byPlace: Array<PlaceCount>;
  introductions: Scalars['Int']['output'];
  mutualMatches: Scalars['Int']['output'];
  openNeeds: Scalars['Int']['output'];
  organizations: Scalars['Int']['output'];
  publishedOffers: Scalars['Int']['output'];
};

export type SubmitProposalInput = {
  proposalId: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

export type Subscription = {
  /** Matches of the viewer's organisations, as they change. */
  matchChanged: Match;
};

export type TranslationState =
  | 'HUMAN'
  | 'MACHINE'
  | 'OUTDATED';

/** content replaces the whole content of the draft. */
export type UpdateNeedInput = {
  content: NeedContent;
  needId: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

export type UpdateOfferInput = {
  content: OfferContent;
  offerId: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

export type UpdateProfileInput = {
  locale?: InputMaybe<Locale>;
  name?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateProposalInput = {
  content: ProposalContent;
  proposalId: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

export type Viewer = {
  email: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  locale: Locale;
  memberships: Array<Membership>;
  name: Scalars['String']['output'];
  staffRole: Maybe<StaffRole>;
};

export type ViewerPayload = {
  viewer: Viewer;
};

export type WithdrawProposalInput = {
  proposalId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

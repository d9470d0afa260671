export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  Amount: { input: string; output: string; }
  /**
   * Implement the DateTime<Utc> scalar
   *
   * The input/output is a string in RFC3339 format.
   */
  DateTime: { input: string; output: string; }
};

/** A token with which a program acts for the viewer. */
export type AccessToken = {
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Until when it is good. */
  expiresAt: Scalars['DateTime']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** When it was last used, to the hour. */
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** The viewer's name for it. */
  name: Scalars['String']['output'];
  /** What it may do. */
  scopes: Array<AccessTokenScope>;
};

/** Names a token. */
export type AccessTokenIdInput = {
  /** The token. */
  accessTokenId: Scalars['ID']['input'];
};

/**
 * What a token for programs may do. Without `WRITE` it reads; without `MODERATE` the alliance's
 * staff are ordinary people to it. No token may touch accounts, sign-in or tokens.
 */
export type AccessTokenScope =
  /** Decide for the alliance. */
  | 'MODERATE'
  /** Read what the person may read. */
  | 'READ'
  /** Write for the person's organisations. */
  | 'WRITE';

/** A passkey that was made. */
export type AddPasskeyInput = {
  /** Names the challenge of `beginPasskey`. */
  challenge: Scalars['String']['input'];
  /** By which the viewer will know it. */
  name: Scalars['String']['input'];
  /** What `navigator.credentials.create` gave, as JSON. */
  passkey: Scalars['String']['input'];
};

/** The answer to a challenge: a code or a passkey. */
export type AnswerChallengeInput = {
  /** Names the challenge. */
  challenge: Scalars['String']['input'];
  /** Six digits of an authenticator app, or a recovery code. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** What `navigator.credentials.get` gave, as JSON. */
  passkey?: InputMaybe<Scalars['String']['input']>;
};

/** Focus area of the ASEAN Smart Cities Network. */
export type AscnArea =
  /** Hạ tầng xây dựng. */
  | 'BUILT_INFRASTRUCTURE'
  /** Công dân và xã hội. */
  | 'CIVIC_SOCIAL'
  /** Y tế và sức khỏe. */
  | 'HEALTH_WELLBEING'
  /** Công nghiệp và đổi mới sáng tạo. */
  | 'INDUSTRY_INNOVATION'
  /** Môi trường chất lượng. */
  | 'QUALITY_ENVIRONMENT'
  /** An toàn và an ninh. */
  | 'SAFETY_SECURITY';

/** One decision or sign-in, as it was recorded. */
export type AuditRecord = {
  /** What, such as need.published. */
  action: Scalars['String']['output'];
  /** Who: a name, or `system`, `anonymous`. */
  actor: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** More, as JSON. */
  detail: Scalars['String']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** To what: an id. */
  subject: Scalars['String']['output'];
};

export type AuditRecordConnection = {
  /** A list of edges. */
  edges: Array<AuditRecordEdge>;
  /** A list of nodes. */
  nodes: Array<AuditRecord>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An edge in a connection. */
export type AuditRecordEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: AuditRecord;
};

/** What a page needs to make a passkey. */
export type BeginPasskeyPayload = {
  /** Names what was begun. */
  challenge: Scalars['String']['output'];
  /** Options for `navigator.credentials.create`, as JSON. */
  options: Scalars['String']['output'];
};

/** What an authenticator app takes over. */
export type BeginTotpPayload = {
  /** The same as a picture, SVG. */
  qrSvg: Scalars['String']['output'];
  /** To be typed. */
  secret: Scalars['String']['output'];
  /** To be scanned: `otpauth://…`. */
  url: Scalars['String']['output'];
};

/** A text in Vietnamese and English; either alone is valid. */
export type BilingualText = {
  /** English. */
  en: Maybe<Scalars['String']['output']>;
  /** Who wrote the English. */
  enState: Maybe<TranslationState>;
  /** Vietnamese. */
  vi: Maybe<Scalars['String']['output']>;
  /** Who wrote the Vietnamese. */
  viState: Maybe<TranslationState>;
};

/** A text as it is sent in; a language left out or empty is absent. */
export type BilingualTextInput = {
  /** English. */
  en?: InputMaybe<Scalars['String']['input']>;
  /** Vietnamese. */
  vi?: InputMaybe<Scalars['String']['input']>;
};

/** A stop to a match. */
export type BlockMatchInput = {
  /** Which match. */
  matchId: Scalars['ID']['input'];
  /** Why; for the alliance's eyes. */
  reason: Scalars['String']['input'];
  /** House rule. */
  rule: ReviewRule;
};

/** Something to be proven; ten minutes, five answers. */
export type Challenge = {
  /** Names it in the answer. */
  challenge: Scalars['String']['output'];
  /** How it can be answered. */
  methods: Array<ChallengeMethod>;
  /** Options for `navigator.credentials.get`, as JSON, where a passkey will do. */
  passkeyOptions: Maybe<Scalars['String']['output']>;
};

/** How a challenge can be answered. */
export type ChallengeMethod =
  /** A code of an authenticator app, or a recovery code. */
  | 'CODE'
  /** A passkey. */
  | 'PASSKEY'
  /** The password. */
  | 'PASSWORD';

/** A challenge that was made. */
export type ChallengePayload = {
  /** The challenge. */
  challenge: Challenge;
};

/** A new password. */
export type ChangePasswordInput = {
  /** At least 15 characters, 8 beside a second factor; any character, spaces included. */
  password: Scalars['String']['input'];
};

/** A password to be looked at, and the names it must not be built from. */
export type CheckPasswordInput = {
  /** The person's address, when nobody is signed in yet. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The person's name, when nobody is signed in yet. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The organisation's name, when nobody is signed in yet. */
  organization?: InputMaybe<Scalars['String']['input']>;
  /** The password. */
  password: Scalars['String']['input'];
};

/** How good a password is. */
export type CheckPasswordPayload = {
  /** True when it would be taken. */
  accepted: Scalars['Boolean']['output'];
  /** Why not, in the reader's language. */
  remark: Maybe<Scalars['String']['output']>;
  /** From 0, guessed at once, to 4, never guessed. */
  score: Scalars['Int']['output'];
};

/** An account that was closed. */
export type CloseAccountPayload = {
  /** Always true. */
  closed: Scalars['Boolean']['output'];
};

/** The end of a need. */
export type ConcludeNeedInput = {
  /** Which need. */
  needId: Scalars['ID']['input'];
  /** How it ends. */
  outcome: NeedOutcome;
  /** Why; published. */
  reason: Scalars['String']['input'];
};

/** A fresh proof: the password, or the answer to the challenge of `beginConfirmation`. */
export type ConfirmIdentityInput = {
  /** Names the challenge. */
  challenge?: InputMaybe<Scalars['String']['input']>;
  /** Six digits of an authenticator app, or a recovery code. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** What `navigator.credentials.get` gave, as JSON. */
  passkey?: InputMaybe<Scalars['String']['input']>;
  /** Password; enough only where there is no second factor. */
  password?: InputMaybe<Scalars['String']['input']>;
};

/** Something that a person agreed to. */
export type Consent = {
  /** When. */
  givenAt: Scalars['DateTime']['output'];
  /** For what. */
  purpose: ConsentPurpose;
  /** Which words were agreed to. */
  wordingVersion: Scalars['String']['output'];
};

/** What a person may agree to, each by itself. */
export type ConsentPurpose =
  /** A public profile as a researcher or expert. */
  | 'PUBLIC_PROFILE'
  /** Emails about searches that were saved. */
  | 'SEARCH_ALERTS'
  /** The weekly email with what is new. */
  | 'WEEKLY_DIGEST';

/** Somebody to write to. */
export type Contact = {
  /** Address. */
  email: Scalars['String']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** For whom. */
  organization: Organization;
  /** Whose side. */
  side: MatchSide;
};

/** Contract type of a public–private partnership (Law 64/2020/QH14, as amended). */
export type ContractType =
  /** Build–Lease–Transfer. */
  | 'BLT'
  /** Build–Own–Operate. */
  | 'BOO'
  /** Build–Operate–Transfer. */
  | 'BOT'
  /** Build–Transfer. */
  | 'BT'
  /** Build–Transfer–Lease. */
  | 'BTL'
  /** Build–Transfer–Operate. */
  | 'BTO'
  /** Mixed contract. */
  | 'MIXED'
  /** Operate–Manage. */
  | 'OM';

/** A new token for a program. */
export type CreateAccessTokenInput = {
  /** Until when, at most 366 days. */
  expiresAt: Scalars['DateTime']['input'];
  /** By which the viewer will know it. */
  name: Scalars['String']['input'];
  /** What it may do. */
  scopes: Array<AccessTokenScope>;
};

/** A token that was made. */
export type CreateAccessTokenPayload = {
  /** What is known of it from now on. */
  accessToken: AccessToken;
  /** The token itself: shown now and never again. */
  secret: Scalars['String']['output'];
};

/** A new draft. */
export type CreateNeedInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** What it says so far. */
  content: NeedContent;
  /** Owner; the viewer writes for it. */
  organizationId: Scalars['ID']['input'];
};

/** A new draft. */
export type CreateOfferInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** What it says so far. */
  content: OfferContent;
  /** Owner; the viewer writes for it. */
  organizationId: Scalars['ID']['input'];
};

/** A new draft. */
export type CreateProposalInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** What it says so far. */
  content: ProposalContent;
  /** For which need. */
  needId: Scalars['ID']['input'];
  /** Bidder; the viewer writes for it. */
  organizationId: Scalars['ID']['input'];
};

/** How the viewer proves who she is; the viewer's alone. */
export type Credentials = {
  /** Until when passwords, factors and tokens may be changed without another proof. */
  confirmedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Passkeys, oldest first. */
  passkeys: Array<Passkey>;
  /** When the password was last changed; null where there is none. */
  passwordChangedAt: Maybe<Scalars['DateTime']['output']>;
  /** Number of recovery codes that are still good. */
  recoveryCodesLeft: Scalars['Int']['output'];
  /** The viewer's role, or one of her organisations, asks for a second factor. */
  secondFactorRequired: Scalars['Boolean']['output'];
  /** Since when there is an authenticator app. */
  totpEnabledAt: Maybe<Scalars['DateTime']['output']>;
};

/** The owner's decision. */
export type DecideProposalInput = {
  /** Chosen or not. */
  decision: ProposalDecision;
  /** Which proposal. */
  proposalId: Scalars['ID']['input'];
  /** Why; the bidder reads it. */
  reason: Scalars['String']['input'];
};

/** A refusal of a match. */
export type DeclineMatchInput = {
  /** Which match. */
  matchId: Scalars['ID']['input'];
  /** Why; the other side reads it. */
  reason: Scalars['String']['input'];
};

/** How the two sides would work together. */
export type DeliveryModel =
  /** Memorandum of understanding. */
  | 'MEMORANDUM'
  /** Pilot under control (sandbox). */
  | 'PILOT'
  /** Public–private partnership. */
  | 'PPP'
  /** Direct public investment. */
  | 'PUBLIC_INVESTMENT'
  /** Partnership in science, technology and innovation (Decree 180/2025/NĐ-CP). */
  | 'SCIENCE_TECHNOLOGY_PPP'
  /** Lease of a service. */
  | 'SERVICE_LEASE';

/** A section of ISO 37122, or a tag across the sections. */
export type Domain = {
  /** Focus area of the ASEAN Smart Cities Network; sections only. */
  ascnArea: Maybe<AscnArea>;
  /** Short code, such as TRA. */
  code: Scalars['String']['output'];
  /** Section or tag. */
  kind: DomainKind;
  /** English name. */
  nameEn: Scalars['String']['output'];
  /** Vietnamese name. */
  nameVi: Scalars['String']['output'];
};

/** Where a domain comes from. */
export type DomainKind =
  /** A tag across the sections. */
  | 'CROSS_CUTTING'
  /** A section of ISO 37122. */
  | 'ISO37122';

/** One of the four key economic zones, by the units of before 1 July 2025. */
export type EconomicZone = {
  /** Short code, such as NORTH. */
  code: Scalars['String']['output'];
  /** English name. */
  nameEn: Scalars['String']['output'];
  /** Vietnamese name. */
  nameVi: Scalars['String']['output'];
};

/** One outgoing email; its body is not shown. */
export type Email = {
  /** Tries so far. */
  attempts: Scalars['Int']['output'];
  /** When it was posted. */
  createdAt: Scalars['DateTime']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** What the server said last. */
  lastAnswer: Maybe<Scalars['String']['output']>;
  /** Language. */
  locale: Locale;
  /** Its Message-ID, the same however often it is sent. */
  messageId: Scalars['String']['output'];
  /** When the server took it. */
  sentAt: Maybe<Scalars['DateTime']['output']>;
  /** Queued, sent or given up. */
  status: EmailStatus;
  /** Subject. */
  subject: Scalars['String']['output'];
  /** Name of the template. */
  template: Scalars['String']['output'];
  /** To whom. */
  toAddress: Scalars['String']['output'];
};

/** A change of address that waits. */
export type EmailChange = {
  /** Until when both must agree. */
  expiresAt: Scalars['DateTime']['output'];
  /** The new address has agreed. */
  newConfirmed: Scalars['Boolean']['output'];
  /** The new address. */
  newEmail: Scalars['String']['output'];
  /** The old address has agreed. */
  oldConfirmed: Scalars['Boolean']['output'];
};

/** How far a change of address has come. */
export type EmailChangePayload = {
  /** Both have: the address is changed. */
  changed: Scalars['Boolean']['output'];
  /** The new address has agreed. */
  newConfirmed: Scalars['Boolean']['output'];
  /** The old address has agreed. */
  oldConfirmed: Scalars['Boolean']['output'];
};

export type EmailConnection = {
  /** A list of edges. */
  edges: Array<EmailEdge>;
  /** A list of nodes. */
  nodes: Array<Email>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An edge in a connection. */
export type EmailEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: Email;
};

/** What a list of emails is narrowed to. */
export type EmailFilter = {
  /** Only these. */
  status?: InputMaybe<EmailStatus>;
};

/** Names an email. */
export type EmailIdInput = {
  /** The email. */
  emailId: Scalars['ID']['input'];
};

/** An address. */
export type EmailInput = {
  /** The address. */
  email: Scalars['String']['input'];
};

/** The email after the change. */
export type EmailPayload = {
  /** The email. */
  email: Email;
};

/** Where an email stands. */
export type EmailStatus =
  /** Given up. */
  | 'DEAD'
  /** To be sent. */
  | 'QUEUED'
  /** The server took it. */
  | 'SENT';

/** A first code of an authenticator app. */
export type EnableTotpInput = {
  /** Six digits. */
  code: Scalars['String']['input'];
};

/** Sessions that ended. */
export type EndSessionsPayload = {
  /** How many. */
  ended: Scalars['Int']['output'];
  /** The viewer, with what is left. */
  viewer: Viewer;
};

/** Why a request was refused; each error of the API carries one in `extensions.code`. */
export type ErrorCode =
  /** The request is not one this server understands. */
  | 'BAD_REQUEST'
  /** The minimum of a money range is above its maximum. */
  | 'BUDGET_RANGE'
  /** The code of the second factor is wrong, old or was used before. */
  | 'CODE_INVALID'
  /** Something else already holds this place; or a client key was used for another request. */
  | 'CONFLICT'
  /** A deadline lies in the past. */
  | 'DEADLINE_PAST'
  /** The file is not of a kind that is taken, or not what it says. */
  | 'FILE_REFUSED'
  /** The thing is visible, but this is not the viewer's to do. */
  | 'FORBIDDEN'
  /** Prove once more who you are (`confirmIdentity`), then send the request again. */
  | 'IDENTITY_UNCONFIRMED'
  /** The step does not follow the present state. */
  | 'ILLEGAL_TRANSITION'
  /** Our mistake; the log has the details. */
  | 'INTERNAL'
  /** Email and password do not belong together. */
  | 'INVALID_CREDENTIALS'
  /** An input is not what its field takes. */
  | 'INVALID_INPUT'
  /** An organisation keeps at least one owner. */
  | 'LAST_OWNER'
  /** The link is not, or no longer, good. */
  | 'LINK_INVALID'
  /** The name looks like another organisation's; send it again with the likeness acknowledged. */
  | 'NAME_SIMILAR'
  /** No such thing, or not for this viewer to see. */
  | 'NOT_FOUND'
  /** A number or date lies outside its range. */
  | 'OUT_OF_RANGE'
  /** The password is one that is guessed early. */
  | 'PASSWORD_WEAK'
  /** The body is longer than one request may be. */
  | 'PAYLOAD_TOO_LARGE'
  /** The query asks for more than one request may. */
  | 'QUERY_TOO_COMPLEX'
  /** Too many requests. */
  | 'RATE_LIMITED'
  /** A field that must be filled is empty. */
  | 'REQUIRED'
  /** Somebody changed it after you read it. */
  | 'STALE_VERSION'
  /** The access token is no longer valid; refresh the session. */
  | 'TOKEN_EXPIRED'
  /** A text is longer than its field takes. */
  | 'TOO_LONG'
  /** A text is shorter than its field takes. */
  | 'TOO_SHORT'
  /** Sign in first. */
  | 'UNAUTHENTICATED'
  /** A part the server needs is away; try again. */
  | 'UNAVAILABLE'
  /** No domain has this code. */
  | 'UNKNOWN_DOMAIN'
  /** No administrative unit of today has this id. */
  | 'UNKNOWN_PLACE';

/** One part of the score, with its reason. */
export type Factor = {
  /** What is compared. */
  key: FactorKey;
  /** value × weight; the score is the sum of the points. */
  points: Scalars['Float']['output'];
  /** Why, in English. */
  reasonEn: Scalars['String']['output'];
  /** Why, in Vietnamese. */
  reasonVi: Scalars['String']['output'];
  /** How well it fits: 0 to 1. */
  value: Scalars['Float']['output'];
  /** Most points it can give; the weights sum to 100. */
  weight: Scalars['Float']['output'];
};

/** What is compared. */
export type FactorKey =
  /** Deadline and validity. */
  | 'CALENDAR'
  /** Domains in common. */
  | 'DOMAIN'
  /** How far the solution has come against what is aimed at. */
  | 'MATURITY'
  /** Budget against price. */
  | 'MONEY'
  /** Where it is needed and where it is offered. */
  | 'PLACE'
  /** Words and concepts in common. */
  | 'TEXT'
  /** What the organisation has achieved. */
  | 'TRACK_RECORD';

/** The letter is on its way, if there is anything to write. */
export type LetterPayload = {
  /** The address that was asked for: the same answer for every address. */
  email: Scalars['String']['output'];
};

/** The reader's or a person's language. */
export type Locale =
  /** English. */
  | 'EN'
  /** Vietnamese. */
  | 'VI';

/** A need and an offer that the engine found for each other. */
export type Match = {
  /** People to write to; null until both sides have accepted. */
  contacts: Maybe<Array<Contact>>;
  /** When the engine found it. */
  createdAt: Scalars['DateTime']['output'];
  /** Which side declined. */
  declinedBy: Maybe<MatchSide>;
  /** Version of the engine that ranked the pair. */
  engineVersion: Scalars['String']['output'];
  /** The explanation: what the score is made of. */
  factors: Array<Factor>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** When the alliance introduced the two. */
  introducedAt: Maybe<Scalars['DateTime']['output']>;
  /** The need. */
  need: Need;
  /** When the need's owner accepted. */
  needAcceptedAt: Maybe<Scalars['DateTime']['output']>;
  /** The offer. */
  offer: Offer;
  /** When the offer's owner accepted. */
  offerAcceptedAt: Maybe<Scalars['DateTime']['output']>;
  /** 0 to 100: the sum of the factors' points. */
  score: Scalars['Float']['output'];
  /** Where it stands. */
  status: MatchStatus;
  /** Why it ended. */
  statusReason: Maybe<Scalars['String']['output']>;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** What the viewer may do with it now. */
  viewerCan: Array<MatchAction>;
  /** Sides that the viewer belongs to. */
  viewerSides: Array<MatchSide>;
};

/** What the viewer may do with a match now. */
export type MatchAction =
  /** Accept for the own side. */
  | 'ACCEPT'
  /** Stop it, for the alliance. */
  | 'BLOCK'
  /** Decline for the own side. */
  | 'DECLINE'
  /** Introduce the two, for the alliance. */
  | 'INTRODUCE'
  /** Find it sound, for the alliance. */
  | 'REVIEW';

export type MatchConnection = {
  /** A list of edges. */
  edges: Array<MatchEdge>;
  /** A list of nodes. */
  nodes: Array<Match>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An edge in a connection. */
export type MatchEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: Match;
};

/** What a list of matches is narrowed to. */
export type MatchFilter = {
  /** Only those of the viewer's organisations. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of one need. */
  needId?: InputMaybe<Scalars['ID']['input']>;
  /** Of one offer. */
  offerId?: InputMaybe<Scalars['ID']['input']>;
  /** Statuses. */
  statuses?: InputMaybe<Array<MatchStatus>>;
};

/** Names a match. */
export type MatchIdInput = {
  /** The match. */
  matchId: Scalars['ID']['input'];
};

/** The match after the change. */
export type MatchPayload = {
  /** The match. */
  match: Match;
};

/** One of the two sides. */
export type MatchSide =
  /** The owner of the need. */
  | 'NEED'
  /** The owner of the offer. */
  | 'OFFER';

/** Where a match stands. */
export type MatchStatus =
  /** Bên có nhu cầu đồng ý. */
  | 'ACCEPTED_BY_NEED'
  /** Bên có giải pháp đồng ý. */
  | 'ACCEPTED_BY_OFFER'
  /** Chặn. */
  | 'BLOCKED'
  /** Thành thỏa thuận. */
  | 'CONVERTED'
  /** Từ chối. */
  | 'DECLINED'
  /** Hết hạn. */
  | 'EXPIRED'
  /** Đã giới thiệu. */
  | 'INTRODUCED'
  /** Đang trao đổi. */
  | 'IN_DIALOGUE'
  /** Hai bên đồng ý. */
  | 'MUTUAL'
  /** Đã kiểm duyệt. */
  | 'REVIEWED'
  /** Gợi ý. */
  | 'SUGGESTED';

/** A person's place in an organisation. */
export type Membership = {
  /** Id. */
  id: Scalars['ID']['output'];
  /** The person's name. */
  name: Scalars['String']['output'];
  /** Organisation. */
  organization: Organization;
  /** Role. */
  role: MembershipRole;
  /** Asked for, or in force. */
  status: MembershipStatus;
};

/** Names a membership. */
export type MembershipIdInput = {
  /** The membership. */
  membershipId: Scalars['ID']['input'];
};

/** The membership after the change. */
export type MembershipPayload = {
  /** The membership. */
  membership: Membership;
};

/** What a member may do for the organisation. */
export type MembershipRole =
  /** Writes needs, offers, proposals; accepts and declines. */
  | 'EDITOR'
  /** Everything, people included. */
  | 'OWNER'
  /** Reads. */
  | 'VIEWER';

/** Whether a membership holds. */
export type MembershipStatus =
  /** In force. */
  | 'ACTIVE'
  /** Asked for; the organisation's owner has not answered. */
  | 'PENDING';

/** An amount of money. */
export type Money = {
  /** How much. */
  amount: Scalars['Amount']['output'];
  /** ISO 4217. */
  currency: Scalars['String']['output'];
};

/** A range of money; either end may be open. */
export type MoneyRange = {
  /** ISO 4217. */
  currency: Scalars['String']['output'];
  /** At most. */
  max: Maybe<Scalars['Amount']['output']>;
  /** At least. */
  min: Maybe<Scalars['Amount']['output']>;
};

/** A range as it is sent in. */
export type MoneyRangeInput = {
  /** At most, in đồng. */
  max?: InputMaybe<Scalars['Amount']['input']>;
  /** At least, in đồng. */
  min?: InputMaybe<Scalars['Amount']['input']>;
};

/** Everything that can be done. */
export type Mutation = {
  /** The viewer's side accepts; when both have, each gets the other's contacts. */
  acceptMatch: MatchPayload;
  /** Adds the passkey that was made. */
  addPasskey: SecondFactorPayload;
  /** Answers the second factor of a sign-in, and opens the session. */
  answerChallenge: SessionPayload;
  /** Lets a person in who asked to join; for the organisation's owners alone. */
  approveMembership: MembershipPayload;
  /** Puts an offer away. */
  archiveOffer: OfferPayload;
  /** Asks for a fresh proof of who it is, before passwords, factors and tokens are changed. */
  beginConfirmation: ChallengePayload;
  /** Begins to make a passkey. */
  beginPasskey: BeginPasskeyPayload;
  /** Asks for a passkey of whomever. */
  beginPasskeySignIn: ChallengePayload;
  /** Begins with an authenticator app; it proves nothing until `enableTotp`. */
  beginTotp: BeginTotpPayload;
  /** The alliance stops a match, for instance for a conflict of interest. */
  blockMatch: MatchPayload;
  /** Gives up a change of address. */
  cancelEmailChange: ViewerPayload;
  /** Sets a new password; every other session ends. */
  changePassword: ViewerPayload;
  /** How good a password would be. A mutation, so that it never travels in an address. */
  checkPassword: CheckPasswordPayload;
  /**
   * Closes one's account for ever: everything by which it names a person goes; decisions and the
   * organisation's postings stay, and name nobody.
   */
  closeAccount: CloseAccountPayload;
  /** Makes the account of a registration letter with its password, and signs in. */
  completeRegistration: SessionPayload;
  /** Ends a need with a reason. */
  concludeNeed: NeedPayload;
  /** One of the two addresses agrees to a change, by its letter's link. */
  confirmEmailChange: EmailChangePayload;
  /** Proves once more who it is; good for ten minutes. */
  confirmIdentity: ViewerPayload;
  /** Makes a token with which a program acts for the viewer. */
  createAccessToken: CreateAccessTokenPayload;
  /** Begins a need as a draft. */
  createNeed: NeedPayload;
  /** Begins an offer as a draft. */
  createOffer: OfferPayload;
  /** Begins a proposal as a draft; one per bidder and need. */
  createProposal: ProposalPayload;
  /** Selects a proposal or not; the bidder gets the outcome and the reason. */
  decideProposal: ProposalPayload;
  /** The viewer's side declines, with a reason. */
  declineMatch: MatchPayload;
  /** Enables the authenticator app with its first code. */
  enableTotp: SecondFactorPayload;
  /** Ends all of the viewer's sessions but this one. */
  endOtherSessions: EndSessionsPayload;
  /** Ends one of the viewer's sessions. */
  endSession: EndSessionsPayload;
  /** The alliance introduces the two sides; both get an email. */
  introduceMatch: MatchPayload;
  /** Hides a published offer for a while. */
  pauseOffer: OfferPayload;
  /** Runs the engine now for one posting; for its owner and the alliance's staff. */
  refreshMatches: RefreshMatchesPayload;
  /** Exchanges the refresh cookie for a new access token; the cookie rotates. */
  refreshSession: SessionPayload;
  /** Removes a passkey. */
  removePasskey: ViewerPayload;
  /** Removes the authenticator app. */
  removeTotp: ViewerPayload;
  /** Gives a passkey another name. */
  renamePasskey: ViewerPayload;
  /** Makes fresh recovery codes; the earlier ones are worth nothing any more. */
  renewRecoveryCodes: SecondFactorPayload;
  /** Asks for another address: the old one and the new one must both agree. */
  requestEmailChange: ViewerPayload;
  /** Asks for a letter with which a new password can be set. The answer is the same for every address. */
  requestPasswordReset: LetterPayload;
  /**
   * Takes a registration in: a letter goes to the address, and leads to `completeRegistration`. The
   * answer is the same whether or not the address has an account.
   */
  requestRegistration: LetterPayload;
  /** Sets a new password by a letter's link. Every session ends; second factors stay. */
  resetPassword: ResetPasswordPayload;
  /** Shows a paused offer again. */
  resumeOffer: OfferPayload;
  /** Puts an email that was given up back into the queue; administrators only. */
  retryEmail: EmailPayload;
  /** The alliance finds a suggestion sound. */
  reviewMatch: MatchPayload;
  /** Publishes a need or sends it back; for the alliance's staff. */
  reviewNeed: NeedPayload;
  /** Publishes an offer or sends it back; for the alliance's staff. */
  reviewOffer: OfferPayload;
  /** Ends a token. */
  revokeAccessToken: ViewerPayload;
  /** Gives or withdraws one's consent to a purpose. */
  setConsent: ViewerPayload;
  /** Opens a session, or asks for the second factor. */
  signIn: SignInPayload;
  /** Opens a session with a passkey: it is both factors at once. */
  signInWithPasskey: SessionPayload;
  /** Ends the session on this device. */
  signOut: SignOutPayload;
  /** Begins to evaluate a closed need's proposals. */
  startEvaluation: NeedPayload;
  /** Sends a need in for review. */
  submitNeed: NeedPayload;
  /** Sends an offer in for review. */
  submitOffer: OfferPayload;
  /** Hands a proposal in: sealed until the need's deadline. The bidder gets a receipt. */
  submitProposal: ProposalPayload;
  /** Replaces the content of a draft, or of a need that was sent back. */
  updateNeed: NeedPayload;
  /** Replaces the content of a draft, of an offer that was sent back, or of an expired one. */
  updateOffer: OfferPayload;
  /** Changes one's name or language. */
  updateProfile: ViewerPayload;
  /** Replaces the content of a draft. */
  updateProposal: ProposalPayload;
  /** Takes a proposal back before it is opened. */
  withdrawProposal: ProposalPayload;
};


/** Everything that can be done. */
export type MutationAcceptMatchArgs = {
  input: MatchIdInput;
};


/** Everything that can be done. */
export type MutationAddPasskeyArgs = {
  input: AddPasskeyInput;
};


/** Everything that can be done. */
export type MutationAnswerChallengeArgs = {
  input: AnswerChallengeInput;
};


/** Everything that can be done. */
export type MutationApproveMembershipArgs = {
  input: MembershipIdInput;
};


/** Everything that can be done. */
export type MutationArchiveOfferArgs = {
  input: OfferIdInput;
};


/** Everything that can be done. */
export type MutationBlockMatchArgs = {
  input: BlockMatchInput;
};


/** Everything that can be done. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** Everything that can be done. */
export type MutationCheckPasswordArgs = {
  input: CheckPasswordInput;
};


/** Everything that can be done. */
export type MutationCompleteRegistrationArgs = {
  input: SetPasswordInput;
};


/** Everything that can be done. */
export type MutationConcludeNeedArgs = {
  input: ConcludeNeedInput;
};


/** Everything that can be done. */
export type MutationConfirmEmailChangeArgs = {
  input: TokenInput;
};


/** Everything that can be done. */
export type MutationConfirmIdentityArgs = {
  input: ConfirmIdentityInput;
};


/** Everything that can be done. */
export type MutationCreateAccessTokenArgs = {
  input: CreateAccessTokenInput;
};


/** Everything that can be done. */
export type MutationCreateNeedArgs = {
  input: CreateNeedInput;
};


/** Everything that can be done. */
export type MutationCreateOfferArgs = {
  input: CreateOfferInput;
};


/** Everything that can be done. */
export type MutationCreateProposalArgs = {
  input: CreateProposalInput;
};


/** Everything that can be done. */
export type MutationDecideProposalArgs = {
  input: DecideProposalInput;
};


/** Everything that can be done. */
export type MutationDeclineMatchArgs = {
  input: DeclineMatchInput;
};


/** Everything that can be done. */
export type MutationEnableTotpArgs = {
  input: EnableTotpInput;
};


/** Everything that can be done. */
export type MutationEndSessionArgs = {
  input: SessionIdInput;
};


/** Everything that can be done. */
export type MutationIntroduceMatchArgs = {
  input: MatchIdInput;
};


/** Everything that can be done. */
export type MutationPauseOfferArgs = {
  input: OfferIdInput;
};


/** Everything that can be done. */
export type MutationRefreshMatchesArgs = {
  input: RefreshMatchesInput;
};


/** Everything that can be done. */
export type MutationRemovePasskeyArgs = {
  input: PasskeyIdInput;
};


/** Everything that can be done. */
export type MutationRenamePasskeyArgs = {
  input: RenamePasskeyInput;
};


/** Everything that can be done. */
export type MutationRequestEmailChangeArgs = {
  input: EmailInput;
};


/** Everything that can be done. */
export type MutationRequestPasswordResetArgs = {
  input: EmailInput;
};


/** Everything that can be done. */
export type MutationRequestRegistrationArgs = {
  input: RequestRegistrationInput;
};


/** Everything that can be done. */
export type MutationResetPasswordArgs = {
  input: SetPasswordInput;
};


/** Everything that can be done. */
export type MutationResumeOfferArgs = {
  input: OfferIdInput;
};


/** Everything that can be done. */
export type MutationRetryEmailArgs = {
  input: EmailIdInput;
};


/** Everything that can be done. */
export type MutationReviewMatchArgs = {
  input: MatchIdInput;
};


/** Everything that can be done. */
export type MutationReviewNeedArgs = {
  input: ReviewNeedInput;
};


/** Everything that can be done. */
export type MutationReviewOfferArgs = {
  input: ReviewOfferInput;
};


/** Everything that can be done. */
export type MutationRevokeAccessTokenArgs = {
  input: AccessTokenIdInput;
};


/** Everything that can be done. */
export type MutationSetConsentArgs = {
  input: SetConsentInput;
};


/** Everything that can be done. */
export type MutationSignInArgs = {
  input: SignInInput;
};


/** Everything that can be done. */
export type MutationSignInWithPasskeyArgs = {
  input: SignInWithPasskeyInput;
};


/** Everything that can be done. */
export type MutationStartEvaluationArgs = {
  input: NeedIdInput;
};


/** Everything that can be done. */
export type MutationSubmitNeedArgs = {
  input: NeedIdInput;
};


/** Everything that can be done. */
export type MutationSubmitOfferArgs = {
  input: OfferIdInput;
};


/** Everything that can be done. */
export type MutationSubmitProposalArgs = {
  input: SubmitProposalInput;
};


/** Everything that can be done. */
export type MutationUpdateNeedArgs = {
  input: UpdateNeedInput;
};


/** Everything that can be done. */
export type MutationUpdateOfferArgs = {
  input: UpdateOfferInput;
};


/** Everything that can be done. */
export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


/** Everything that can be done. */
export type MutationUpdateProposalArgs = {
  input: UpdateProposalInput;
};


/** Everything that can be done. */
export type MutationWithdrawProposalArgs = {
  input: WithdrawProposalInput;
};

/** What a locality looks for. */
export type Need = {
  /** Budget; null when not stated. */
  budget: Maybe<MoneyRange>;
  /** Deadline for proposals. */
  closesAt: Maybe<Scalars['DateTime']['output']>;
  /** Contract type wanted. */
  contractType: Maybe<ContractType>;
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** Delivery model wanted. */
  deliveryModel: Maybe<DeliveryModel>;
  /** True for demonstration data. */
  demonstration: Scalars['Boolean']['output'];
  /** Everything else: what exists, what is wanted, what constrains it. */
  description: BilingualText;
  /** Domains. */
  domains: Array<Domain>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** The last review; for the owner and staff, else null. */
  lastReview: Maybe<Review>;
  /** Its matches as far as the viewer may see them, best first. */
  matches: MatchConnection;
  /** Maturity level of Circular 03/2026/TT-BXD aimed at: 1 to 3. */
  maturityTarget: Maybe<Scalars['Int']['output']>;
  /** Owner. */
  organization: Organization;
  /** Province or city where it is to be done. */
  place: Maybe<Place>;
  /** Proposals the viewer may know of: own ones, and to the owner all of them once opened. */
  proposals: ProposalConnection;
  /** When it became public. */
  publishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  status: NeedStatus;
  /** Why it ended. */
  statusReason: Maybe<Scalars['String']['output']>;
  /** The problem in a few sentences. */
  summary: BilingualText;
  /** Title. */
  title: BilingualText;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Raised by one at each change; send it back when you update. */
  version: Scalars['Int']['output'];
  /** What the viewer may do with it now. */
  viewerCan: Array<NeedAction>;
};


/** What a locality looks for. */
export type NeedMatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What a locality looks for. */
export type NeedProposalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** What the viewer may do with a need now. */
export type NeedAction =
  /** Cancel it, or record that nothing came of it. */
  | 'CONCLUDE'
  /** Change it. */
  | 'EDIT'
  /** Write a proposal for it. */
  | 'PROPOSE'
  /** Run the engine for it. */
  | 'REFRESH_MATCHES'
  /** Decide on it for the alliance. */
  | 'REVIEW'
  /** Begin to evaluate its proposals. */
  | 'START_EVALUATION'
  /** Send it in for review. */
  | 'SUBMIT'
  /** Take it back. */
  | 'WITHDRAW';

export type NeedConnection = {
  /** A list of edges. */
  edges: Array<NeedEdge>;
  /** A list of nodes. */
  nodes: Array<Need>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** What a need says; it replaces the whole content of a draft. */
export type NeedContent = {
  /** Budget in đồng. */
  budget?: InputMaybe<MoneyRangeInput>;
  /** Deadline for proposals. */
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Contract type wanted. */
  contractType?: InputMaybe<ContractType>;
  /** Delivery model wanted. */
  deliveryModel?: InputMaybe<DeliveryModel>;
  /** Everything else; at most 10,000 characters. */
  description?: InputMaybe<BilingualTextInput>;
  /** Domain codes, at most 8. */
  domains?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Maturity level aimed at: 1 to 3. */
  maturityTarget?: InputMaybe<Scalars['Int']['input']>;
  /** Province or city of today. */
  placeId?: InputMaybe<Scalars['ID']['input']>;
  /** The problem in a few sentences; at most 600 characters. */
  summary?: InputMaybe<BilingualTextInput>;
  /** Title; at most 160 characters. */
  title?: InputMaybe<BilingualTextInput>;
};

/** An edge in a connection. */
export type NeedEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: Need;
};

/** What a list of needs is narrowed to. */
export type NeedFilter = {
  /** Domain. */
  domain?: InputMaybe<Scalars['String']['input']>;
  /** Only those of the viewer's organisations, drafts included. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those of one organisation. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** Province or city. */
  placeId?: InputMaybe<Scalars['ID']['input']>;
  /** Words of the text, with or without diacritics. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** Region. */
  regionCode?: InputMaybe<Scalars['String']['input']>;
  /** Statuses. */
  statuses?: InputMaybe<Array<NeedStatus>>;
};

/** Names a need. */
export type NeedIdInput = {
  /** The need. */
  needId: Scalars['ID']['input'];
};

/** How a need ends before it is matched. */
export type NeedOutcome =
  /** Given up by its owner. */
  | 'CANCELLED'
  /** Nothing came of it. */
  | 'UNSUCCESSFUL'
  /** Taken back by its owner before it closed. */
  | 'WITHDRAWN';

/** The need after the change. */
export type NeedPayload = {
  /** The need. */
  need: Need;
};

/** How needs are ordered. */
export type NeedSort =
  /** Nearest deadline first. */
  | 'CLOSING_SOON'
  /** Latest publication first. */
  | 'NEWEST';

/** Where a need stands. */
export type NeedStatus =
  /** Hủy. */
  | 'CANCELLED'
  /** Yêu cầu chỉnh sửa. */
  | 'CHANGES_REQUESTED'
  /** Đã đóng. */
  | 'CLOSED'
  /** Hoàn thành. */
  | 'COMPLETED'
  /** Tham vấn thị trường. */
  | 'CONSULTATION'
  /** Bản nháp. */
  | 'DRAFT'
  /** Đang đánh giá. */
  | 'EVALUATING'
  /** Chuyển sang VNEPS. */
  | 'HANDED_OVER'
  /** Đã ký thỏa thuận. */
  | 'IN_AGREEMENT'
  /** Đã ghép nối. */
  | 'MATCHED'
  /** Đang tiếp nhận. */
  | 'OPEN'
  /** Chờ duyệt. */
  | 'UNDER_REVIEW'
  /** Không thành. */
  | 'UNSUCCESSFUL'
  /** Rút. */
  | 'WITHDRAWN';

/** An organisation that is new here. */
export type NewOrganizationInput = {
  /** Kind. */
  kind: OrganizationKind;
  /** Legal name; one language is enough. */
  legalName: BilingualTextInput;
  /** Province or city of its seat. */
  placeId?: InputMaybe<Scalars['ID']['input']>;
  /** Tax or enterprise code: 10 digits, for a branch a dash and 3 more. */
  taxCode?: InputMaybe<Scalars['String']['input']>;
  /** Address on the web. */
  website?: InputMaybe<Scalars['String']['input']>;
};

/** What a firm can deliver. */
export type Offer = {
  /** Contract types the firm can enter. */
  contractTypes: Array<ContractType>;
  /** Provinces and cities it is offered in; empty means the whole country. */
  coverage: Array<Place>;
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** Delivery models the firm can enter. */
  deliveryModels: Array<DeliveryModel>;
  /** True for demonstration data. */
  demonstration: Scalars['Boolean']['output'];
  /** Everything else. */
  description: BilingualText;
  /** Domains. */
  domains: Array<Domain>;
  /** Until when it is public. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** The last review; for the owner and staff, else null. */
  lastReview: Maybe<Review>;
  /** Its matches as far as the viewer may see them, best first. */
  matches: MatchConnection;
  /** How far it has come. */
  maturity: Maybe<OfferMaturity>;
  /** Owner. */
  organization: Organization;
  /** What it costs; null when not stated. */
  price: Maybe<MoneyRange>;
  /** When it became public. */
  publishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Earlier deliveries. */
  references: Array<Reference>;
  /** Where it stands. */
  status: OfferStatus;
  /** Why it was sent back; for its owner and staff, else null. */
  statusReason: Maybe<Scalars['String']['output']>;
  /** In a few sentences. */
  summary: BilingualText;
  /** Title. */
  title: BilingualText;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Raised by one at each change; send it back when you update. */
  version: Scalars['Int']['output'];
  /** What the viewer may do with it now. */
  viewerCan: Array<OfferAction>;
};


/** What a firm can deliver. */
export type OfferMatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** What the viewer may do with an offer now. */
export type OfferAction =
  /** Put it away. */
  | 'ARCHIVE'
  /** Change it. */
  | 'EDIT'
  /** Hide it for a while. */
  | 'PAUSE'
  /** Run the engine for it. */
  | 'REFRESH_MATCHES'
  /** Show it again. */
  | 'RESUME'
  /** Decide on it for the alliance. */
  | 'REVIEW'
  /** Send it in for review. */
  | 'SUBMIT';

export type OfferConnection = {
  /** A list of edges. */
  edges: Array<OfferEdge>;
  /** A list of nodes. */
  nodes: Array<Offer>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** What an offer says; it replaces the whole content of a draft. */
export type OfferContent = {
  /** Contract types the firm can enter. */
  contractTypes?: InputMaybe<Array<ContractType>>;
  /** Provinces and cities; empty means the whole country. */
  coverage?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Delivery models the firm can enter. */
  deliveryModels?: InputMaybe<Array<DeliveryModel>>;
  /** Everything else; at most 10,000 characters. */
  description?: InputMaybe<BilingualTextInput>;
  /** Domain codes, at most 8. */
  domains?: InputMaybe<Array<Scalars['String']['input']>>;
  /** How far it has come. */
  maturity?: InputMaybe<OfferMaturity>;
  /** Price in đồng. */
  price?: InputMaybe<MoneyRangeInput>;
  /** Earlier deliveries, at most 20. */
  references?: InputMaybe<Array<ReferenceInput>>;
  /** In a few sentences; at most 600 characters. */
  summary?: InputMaybe<BilingualTextInput>;
  /** Title; at most 160 characters. */
  title?: InputMaybe<BilingualTextInput>;
};

/** An edge in a connection. */
export type OfferEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: Offer;
};

/** What a list of offers is narrowed to. */
export type OfferFilter = {
  /** Domain. */
  domain?: InputMaybe<Scalars['String']['input']>;
  /** Only those of the viewer's organisations, drafts included. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those of one organisation. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** Offers that cover this province or city. */
  placeId?: InputMaybe<Scalars['ID']['input']>;
  /** Words of the text, with or without diacritics. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** Offers that cover anything of this region. */
  regionCode?: InputMaybe<Scalars['String']['input']>;
  /** Statuses. */
  statuses?: InputMaybe<Array<OfferStatus>>;
};

/** Names an offer. */
export type OfferIdInput = {
  /** The offer. */
  offerId: Scalars['ID']['input'];
};

/** How far a solution has come. */
export type OfferMaturity =
  /** An idea on paper. */
  | 'CONCEPT'
  /** It is in use. */
  | 'DEPLOYED'
  /** It was tried in a real place. */
  | 'PILOTED'
  /** It works in a laboratory. */
  | 'PROTOTYPE'
  /** It is in use in many places. */
  | 'SCALED';

/** The offer after the change. */
export type OfferPayload = {
  /** The offer. */
  offer: Offer;
};

/** Where an offer stands. */
export type OfferStatus =
  /** Lưu trữ. */
  | 'ARCHIVED'
  /** Bản nháp. */
  | 'DRAFT'
  /** Hết hạn. */
  | 'EXPIRED'
  /** Tạm ẩn. */
  | 'PAUSED'
  /** Đang đăng. */
  | 'PUBLISHED'
  /** Từ chối. */
  | 'REJECTED'
  /** Chờ duyệt. */
  | 'UNDER_REVIEW';

/** An organisation: a locality, a firm, an institute, the alliance. */
export type Organization = {
  /** When it came here. */
  createdAt: Scalars['DateTime']['output'];
  /** True for demonstration data. */
  demonstration: Scalars['Boolean']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** Kind. */
  kind: OrganizationKind;
  /** Legal name. */
  legalName: BilingualText;
  /** Members: to members of the organisation and staff; null to others. */
  members: Maybe<Array<Membership>>;
  /** Its published needs, newest first; all of them to its members. */
  needs: NeedConnection;
  /** Its published offers, newest first; all of them to its members. */
  offers: OfferConnection;
  /** Province or city of its seat. */
  place: Maybe<Place>;
  /** May post needs. */
  postsNeeds: Scalars['Boolean']['output'];
  /** May post offers and propose. */
  postsOffers: Scalars['Boolean']['output'];
  /** What it does, in a few sentences. */
  summary: BilingualText;
  /** Tax or enterprise code. */
  taxCode: Maybe<Scalars['String']['output']>;
  /** How far the alliance has verified it. */
  verification: OrganizationVerification;
  /** Address on the web. */
  website: Maybe<Scalars['String']['output']>;
};


/** An organisation: a locality, a firm, an institute, the alliance. */
export type OrganizationNeedsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** An organisation: a locality, a firm, an institute, the alliance. */
export type OrganizationOffersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type OrganizationConnection = {
  /** A list of edges. */
  edges: Array<OrganizationEdge>;
  /** A list of nodes. */
  nodes: Array<Organization>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An edge in a connection. */
export type OrganizationEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: Organization;
};

/** What a list of organisations is narrowed to. */
export type OrganizationFilter = {
  /** Kinds. */
  kinds?: InputMaybe<Array<OrganizationKind>>;
  /** Province or city of the seat. */
  placeId?: InputMaybe<Scalars['ID']['input']>;
  /** Words of the name, with or without diacritics, or a tax code. */
  query?: InputMaybe<Scalars['String']['input']>;
};

/** Kind of an organisation. */
export type OrganizationKind =
  /** Liên minh. */
  | 'ALLIANCE'
  /** Hiệp hội. */
  | 'ASSOCIATION'
  /** Tổ chức tín dụng. */
  | 'BANK'
  /** UBND xã, phường, đặc khu. */
  | 'COMMUNE_PC'
  /** Tư vấn. */
  | 'CONSULTANT'
  /** Sở, ban, ngành. */
  | 'DEPT'
  /** Doanh nghiệp có vốn nước ngoài. */
  | 'FDI_CO'
  /** Đối tác nước ngoài. */
  | 'FOREIGN_PARTNER'
  /** Viện nghiên cứu. */
  | 'INSTITUTE'
  /** Tổ chức quốc tế. */
  | 'INTL_ORG'
  /** Nhà đầu tư. */
  | 'INVESTOR'
  /** Chủ đầu tư khu công nghiệp, đô thị. */
  | 'IZ_DEVELOPER'
  /** Bộ, cơ quan trung ương. */
  | 'MINISTRY'
  /** Ban Đảng. */
  | 'PARTY_BODY'
  /** Doanh nghiệp tư nhân. */
  | 'PRIVATE_CO'
  /** UBND tỉnh, thành phố. */
  | 'PROV_PC'
  /** Đơn vị sự nghiệp công lập. */
  | 'PUBLIC_UNIT'
  /** Doanh nghiệp nhà nước. */
  | 'SOE'
  /** Doanh nghiệp khởi nghiệp. */
  | 'STARTUP'
  /** Trường đại học. */
  | 'UNIVERSITY';

/** How far the alliance has verified an organisation. */
export type OrganizationVerification =
  /** Hết hạn. */
  | 'EXPIRED'
  /** Chờ xác thực. */
  | 'PENDING'
  /** Từ chối. */
  | 'REJECTED'
  /** Tạm đình chỉ. */
  | 'SUSPENDED'
  /** Chưa xác thực. */
  | 'UNVERIFIED'
  /** Đã xác thực. */
  | 'VERIFIED';

/** Information about pagination in a connection */
export type PageInfo = {
  /** When paginating forwards, the cursor to continue. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** When paginating forwards, are there more items? */
  hasNextPage: Scalars['Boolean']['output'];
  /** When paginating backwards, are there more items? */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** When paginating backwards, the cursor to continue. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** A passkey of the viewer's. */
export type Passkey = {
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** When it last signed. */
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** The viewer's name for it. */
  name: Scalars['String']['output'];
};

/** Names a passkey. */
export type PasskeyIdInput = {
  /** The passkey. */
  passkeyId: Scalars['ID']['input'];
};

/** A provincial unit of today, or a former one. */
export type Place = {
  /** Two-digit code of the unit in its time. */
  code: Scalars['String']['output'];
  /** Key economic zones the unit was in, wholly or in part. */
  economicZones: Array<EconomicZone>;
  /** Former units that today's unit was formed from; empty when it is unchanged. */
  formerUnits: Array<Place>;
  /** English name with its type, such as Haiphong City. */
  fullNameEn: Scalars['String']['output'];
  /** Vietnamese name with its type, such as Thành phố Hải Phòng. */
  fullNameVi: Scalars['String']['output'];
  /** The only key: codes were re-used in 2025. */
  id: Scalars['ID']['output'];
  /** Province or city, of today or former. */
  kind: PlaceKind;
  /** Short English name. */
  nameEn: Scalars['String']['output'];
  /** Short Vietnamese name. */
  nameVi: Scalars['String']['output'];
  /** Socio-economic region. */
  region: Region;
  /** Today's unit that this former unit belongs to. */
  successor: Maybe<Place>;
  /** First day of the unit, if known; ISO 8601. */
  validFrom: Maybe<Scalars['String']['output']>;
  /** Last day of a former unit; ISO 8601. */
  validUntil: Maybe<Scalars['String']['output']>;
};

/** One unit's numbers. */
export type PlaceCount = {
  /** Open needs there. */
  needs: Scalars['Int']['output'];
  /** Organisations that have their seat there. */
  organizations: Scalars['Int']['output'];
  /** The unit. */
  place: Place;
};

/** What kind of unit, then or now. */
export type PlaceKind =
  /** A centrally-run city of today. */
  | 'CITY'
  /** A centrally-run city that was. */
  | 'FORMER_CITY'
  /** A province that was. */
  | 'FORMER_PROVINCE'
  /** A province of today. */
  | 'PROVINCE';

/** What a firm would do about a need; sealed until the need's deadline. */
export type Proposal = {
  /** How. */
  approach: Scalars['String']['output'];
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was decided. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it was selected, not selected or withdrawn. */
  decisionReason: Maybe<Scalars['String']['output']>;
  /** Duration in months: 1 to 120. */
  durationMonths: Maybe<Scalars['Int']['output']>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** Language it is written in. */
  language: Locale;
  /** The need. */
  need: Need;
  /** The bidder. */
  organization: Organization;
  /** Price; null while a draft has none. */
  price: Maybe<Money>;
  /** SHA-256 of the canonical content, once submitted. */
  receipt: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  status: ProposalStatus;
  /** When it was handed in, by the server's clock. */
  submittedAt: Maybe<Scalars['DateTime']['output']>;
  /** In a few sentences. */
  summary: Scalars['String']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Raised by one at each change; send it back when you update. */
  version: Scalars['Int']['output'];
  /** What the viewer may do with it now. */
  viewerCan: Array<ProposalAction>;
};

/** What the viewer may do with a proposal now. */
export type ProposalAction =
  /** Select it or not. */
  | 'DECIDE'
  /** Change it. */
  | 'EDIT'
  /** Hand it in. */
  | 'SUBMIT'
  /** Take it back. */
  | 'WITHDRAW';

export type ProposalConnection = {
  /** A list of edges. */
  edges: Array<ProposalEdge>;
  /** A list of nodes. */
  nodes: Array<Proposal>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** What a proposal says; it replaces the whole content of a draft. */
export type ProposalContent = {
  /** How; at most 20,000 characters. */
  approach: Scalars['String']['input'];
  /** Duration in months: 1 to 120. */
  durationMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Language it is written in. */
  language: Locale;
  /** Price in đồng. */
  priceAmount?: InputMaybe<Scalars['Amount']['input']>;
  /** In a few sentences; at most 2,000 characters. */
  summary: Scalars['String']['input'];
};

/** The owner's choice. */
export type ProposalDecision =
  /** Not chosen. */
  | 'NOT_SELECTED'
  /** Chosen. */
  | 'SELECTED';

/** An edge in a connection. */
export type ProposalEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: Proposal;
};

/** What a list of proposals is narrowed to. */
export type ProposalFilter = {
  /** Only those of the viewer's organisations. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** For one need. */
  needId?: InputMaybe<Scalars['ID']['input']>;
  /** Statuses. */
  statuses?: InputMaybe<Array<ProposalStatus>>;
};

/** The proposal after the change. */
export type ProposalPayload = {
  /** The proposal. */
  proposal: Proposal;
};

/** Where a proposal stands. */
export type ProposalStatus =
  /** Chờ thành viên xác nhận. */
  | 'AWAITING_SIGNOFF'
  /** Bị loại. */
  | 'DISQUALIFIED'
  /** Bản nháp. */
  | 'DRAFT'
  /** Không được chọn. */
  | 'NOT_SELECTED'
  /** Đã mở. */
  | 'OPENED'
  /** Được chọn. */
  | 'SELECTED'
  /** Vào danh sách ngắn. */
  | 'SHORTLISTED'
  /** Đã nộp. */
  | 'SUBMITTED'
  /** Đang đánh giá. */
  | 'UNDER_EVALUATION'
  /** Đã rút. */
  | 'WITHDRAWN';

/** Everything that can be asked. */
export type Query = {
  /** Records of decisions and sign-ins, newest first; administrators only. */
  auditRecords: AuditRecordConnection;
  /** All domains: the sections of ISO 37122, then the cross-cutting tags. */
  domains: Array<Domain>;
  /** Outgoing mail with the server's answers, newest first; administrators only. */
  emails: EmailConnection;
  /** Every code that `extensions.code` of an error may hold. */
  errorCodes: Array<ErrorCode>;
  /** One match. */
  match: Maybe<Match>;
  /** Matches the viewer may see, highest score first. */
  matches: MatchConnection;
  /** One need. */
  need: Maybe<Need>;
  /** Published needs; with `mine`, the viewer's own in every state. */
  needs: NeedConnection;
  /** One offer. */
  offer: Maybe<Offer>;
  /** Published offers, newest first; with `mine`, the viewer's own in every state. */
  offers: OfferConnection;
  /** One organisation. */
  organization: Maybe<Organization>;
  /** Organisations, newest first. */
  organizations: OrganizationConnection;
  /** True where passkeys work: not where the product is reached by a bare IP address. */
  passkeysAvailable: Scalars['Boolean']['output'];
  /** Provincial units of today, by code; the former ones after them when asked for. */
  places: Array<Place>;
  /** One proposal. */
  proposal: Maybe<Proposal>;
  /** Proposals the viewer may know of, newest first. */
  proposals: ProposalConnection;
  /** What a registration letter's link is for; looking uses nothing up. */
  registration: Registration;
  /** What waits for the alliance and what it decided, oldest first; staff only. */
  reviews: ReviewConnection;
  /** The server's clock, by which every deadline is measured. */
  serverTime: Scalars['DateTime']['output'];
  /** What a sign-in that came from another provider waits for. */
  signInChallenge: Challenge;
  /** Name of the other provider that signs people in (`/oidc/start`); null when there is none. */
  signInProvider: Maybe<Scalars['String']['output']>;
  /** The public figures. */
  statistics: Statistics;
  /** The signed-in person; null when nobody is. */
  viewer: Maybe<Viewer>;
};


/** Everything that can be asked. */
export type QueryAuditRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QueryEmailsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EmailFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QueryMatchArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryMatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MatchFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QueryNeedArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryNeedsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<NeedFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<NeedSort>;
};


/** Everything that can be asked. */
export type QueryOfferArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryOffersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OfferFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QueryOrganizationArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryOrganizationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganizationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QueryPlacesArgs = {
  includeFormer?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Everything that can be asked. */
export type QueryProposalArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryProposalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProposalFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QueryRegistrationArgs = {
  token: Scalars['String']['input'];
};


/** Everything that can be asked. */
export type QueryReviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QuerySignInChallengeArgs = {
  challenge: Scalars['String']['input'];
};

/** An earlier delivery. */
export type Reference = {
  /** What, for whom. */
  name: Scalars['String']['output'];
  /** Where. */
  place: Maybe<Place>;
  /** Where. */
  placeId: Maybe<Scalars['ID']['output']>;
  /** When. */
  year: Maybe<Scalars['Int']['output']>;
};

/** An earlier delivery. */
export type ReferenceInput = {
  /** What, for whom; at most 200 characters. */
  name: Scalars['String']['input'];
  /** Where. */
  placeId?: InputMaybe<Scalars['ID']['input']>;
  /** When. */
  year?: InputMaybe<Scalars['Int']['input']>;
};

/** Which posting to rank; give exactly one of the two. */
export type RefreshMatchesInput = {
  /** A need. */
  needId?: InputMaybe<Scalars['ID']['input']>;
  /** An offer. */
  offerId?: InputMaybe<Scalars['ID']['input']>;
};

/** The matches of a posting, best first. */
export type RefreshMatchesPayload = {
  /** The matches. */
  matches: Array<Match>;
};

/** One of the six socio-economic regions. */
export type Region = {
  /** Short code, such as DBSH. */
  code: Scalars['String']['output'];
  /** English name. */
  nameEn: Scalars['String']['output'];
  /** Vietnamese name. */
  nameVi: Scalars['String']['output'];
};

/** What a registration letter is about. */
export type Registration = {
  /** The address, proven by the letter. */
  email: Scalars['String']['output'];
  /** Who registers. */
  name: Scalars['String']['output'];
  /** Name of the organisation that will be new here. */
  newOrganizationName: Maybe<BilingualText>;
  /** The organisation that is asked for. */
  organization: Maybe<Organization>;
};

/** Another name for a passkey. */
export type RenamePasskeyInput = {
  /** The name. */
  name: Scalars['String']['input'];
  /** The passkey. */
  passkeyId: Scalars['ID']['input'];
};

/** A registration: either `organizationId` (ask to join) or `newOrganization`. */
export type RequestRegistrationInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** Work address. */
  email: Scalars['String']['input'];
  /** Language of emails. */
  locale: Locale;
  /** Name as others will read it. */
  name: Scalars['String']['input'];
  /** An organisation that is new here. */
  newOrganization?: InputMaybe<NewOrganizationInput>;
  /** An organisation that is here already. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
};

/** A password that was set. */
export type ResetPasswordPayload = {
  /** Always true. */
  reset: Scalars['Boolean']['output'];
};

/** Something that waited or waits for the alliance's decision. */
export type Review = {
  /** When it was decided. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** Name of who decided for the alliance. */
  decidedBy: Maybe<Scalars['String']['output']>;
  /** How it was decided. */
  decision: Maybe<ReviewDecision>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** What kind of thing. */
  kind: ReviewKind;
  /** The match, if it is about one. */
  match: Maybe<Match>;
  /** The need, if it is about one. */
  need: Maybe<Need>;
  /** The offer, if it is about one. */
  offer: Maybe<Offer>;
  /** Since when it waits. */
  openedAt: Scalars['DateTime']['output'];
  /** Why. */
  reason: Maybe<Scalars['String']['output']>;
  /** House rule the decision rests on. */
  rule: Maybe<ReviewRule>;
};

export type ReviewConnection = {
  /** A list of edges. */
  edges: Array<ReviewEdge>;
  /** A list of nodes. */
  nodes: Array<Review>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** The alliance's decision. */
export type ReviewDecision =
  /** Published. */
  | 'APPROVED'
  /** Stopped. */
  | 'BLOCKED'
  /** Sent back to be changed. */
  | 'CHANGES_REQUESTED'
  /** There was nothing in it. */
  | 'DISMISSED'
  /** The two sides were introduced. */
  | 'INTRODUCED'
  /** What was decided is taken back. */
  | 'OVERTURNED'
  /** Sent back. */
  | 'REJECTED'
  /** What was decided stays so. */
  | 'UPHELD';

/** An edge in a connection. */
export type ReviewEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: Review;
};

/** What the queue is narrowed to. */
export type ReviewFilter = {
  /** One kind. */
  kind?: InputMaybe<ReviewKind>;
  /** Waiting (true) or decided (false). */
  waiting?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What is decided on. */
export type ReviewKind =
  /** An organisation that asks to join the alliance. */
  | 'ALLIANCE_MEMBERSHIP'
  /** A decision that whom it concerns does not accept. */
  | 'APPEAL'
  /** A match that the engine suggests. */
  | 'MATCH'
  /** Two organisations that are one. */
  | 'MERGE'
  /** A need that was sent in. */
  | 'NEED'
  /** An offer that was sent in. */
  | 'OFFER'
  /** An organisation that is new here. */
  | 'REGISTRATION'
  /** Something that somebody reported. */
  | 'REPORT'
  /** An organisation that asks to be verified. */
  | 'VERIFICATION';

/** The alliance's decision on a need. */
export type ReviewNeedInput = {
  /** How. */
  decision: ReviewDecision;
  /** Which need. */
  needId: Scalars['ID']['input'];
  /** Why; required unless it is approved. The owner reads it. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** House rule it rests on. */
  rule: ReviewRule;
};

/** The alliance's decision on an offer. */
export type ReviewOfferInput = {
  /** How. */
  decision: ReviewDecision;
  /** Which offer. */
  offerId: Scalars['ID']['input'];
  /** Why; required unless it is approved. The owner reads it. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** House rule it rests on. */
  rule: ReviewRule;
};

/** House rule that a decision rests on. */
export type ReviewRule =
  /** Advertising instead of substance, or a brand named as a requirement. */
  | 'ADVERTISING'
  /** Complete and clear. */
  | 'COMPLETE'
  /** A conflict of interest. */
  | 'CONFLICT'
  /** The same is here already. */
  | 'DUPLICATE'
  /** The two fit. */
  | 'GOOD_FIT'
  /** Not about smart cities. */
  | 'OFF_TOPIC'
  /** Anything else; the reason says it. */
  | 'OTHER'
  /** Personal or confidential data in the text. */
  | 'PERSONAL_DATA'
  /** The outcome wanted is unclear or cannot be measured. */
  | 'UNCLEAR_OUTCOME';

/** A second factor was added. */
export type SecondFactorPayload = {
  /**
   * Codes for the day on which the factor is lost; shown now and never again. Empty when there are
   * some already.
   */
  recoveryCodes: Array<Scalars['String']['output']>;
  /** The viewer. */
  viewer: Viewer;
};

/** Names a session. */
export type SessionIdInput = {
  /** The session. */
  sessionId: Scalars['ID']['input'];
};

/** An opened or refreshed session. The refresh token travels in an HttpOnly cookie. */
export type SessionPayload = {
  /** Bearer token for the Authorization header; keep it in memory. */
  accessToken: Scalars['String']['output'];
  /** When the access token ends. */
  expiresAt: Scalars['DateTime']['output'];
  /** Who is signed in. */
  viewer: Viewer;
};

/** A consent to give or withdraw. */
export type SetConsentInput = {
  /** Given or withdrawn. */
  given: Scalars['Boolean']['input'];
  /** For what. */
  purpose: ConsentPurpose;
};

/** A link's token, and the password to set. */
export type SetPasswordInput = {
  /** At least 15 characters, 8 beside a second factor; any character, spaces included. */
  password: Scalars['String']['input'];
  /** From the letter's link. */
  token: Scalars['String']['input'];
};

/** Address and password. */
export type SignInInput = {
  /** Address. */
  email: Scalars['String']['input'];
  /** Password. */
  password: Scalars['String']['input'];
};

/** How a session was opened. */
export type SignInMethod =
  /** A passkey alone. */
  | 'PASSKEY'
  /** A password. */
  | 'PASSWORD'
  /** Another provider (OpenID Connect). */
  | 'PROVIDER'
  /** The link of a registration that was just finished. */
  | 'REGISTRATION';

/** In, or one step before: exactly one of the two is there. */
export type SignInPayload = {
  /** The second factor that is asked for. */
  challenge: Maybe<Challenge>;
  /** The session, when nothing more is asked. */
  session: Maybe<SessionPayload>;
};

/** A passkey of whomever. */
export type SignInWithPasskeyInput = {
  /** Names the challenge of `beginPasskeySignIn`. */
  challenge: Scalars['String']['input'];
  /** What `navigator.credentials.get` gave, as JSON. */
  passkey: Scalars['String']['input'];
};

/** A session that ended. */
export type SignOutPayload = {
  /** Always true. */
  signedOut: Scalars['Boolean']['output'];
};

/** A signed-in device of the viewer's. */
export type SignedInDevice = {
  /** Network address at sign-in. */
  address: Maybe<Scalars['String']['output']>;
  /** The one that asks. */
  current: Scalars['Boolean']['output'];
  /** Browser and system, as far as they say. */
  device: Maybe<Scalars['String']['output']>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** When it was last used, to the quarter of an hour. */
  lastUsedAt: Scalars['DateTime']['output'];
  /** How it was signed in. */
  method: SignInMethod;
  /** When it was signed in. */
  signedInAt: Scalars['DateTime']['output'];
  /** With a second factor. */
  strong: Scalars['Boolean']['output'];
};

/** What a person may do for the alliance. */
export type StaffRole =
  /** Does what both do, and looks after people, roles, mail and audit. */
  | 'ADMINISTRATOR'
  /** Decides on needs, offers, matches and reports. */
  | 'MODERATOR'
  /** Decides on registrations and verifications of organisations. */
  | 'VERIFIER';

/** What is going on, in numbers; everybody may see them. */
export type Statistics = {
  /** Open needs in each of today's units that has any. */
  byPlace: Array<PlaceCount>;
  /** Matches that the alliance has introduced. */
  introductions: Scalars['Int']['output'];
  /** Matches that both sides accepted. */
  mutualMatches: Scalars['Int']['output'];
  /** Needs that take proposals. */
  openNeeds: Scalars['Int']['output'];
  /** Organisations. */
  organizations: Scalars['Int']['output'];
  /** Offers that are published. */
  publishedOffers: Scalars['Int']['output'];
};

/** A proposal to be handed in. */
export type SubmitProposalInput = {
  /** Which proposal. */
  proposalId: Scalars['ID']['input'];
  /** The version that was read; sent twice, it is one submission. */
  version: Scalars['Int']['input'];
};

/** Everything that can be heard. */
export type Subscription = {
  /** Matches of the viewer's organisations (to staff: all), as they change. */
  matchChanged: Match;
};

/** A link's token. */
export type TokenInput = {
  /** From the letter's link. */
  token: Scalars['String']['input'];
};

/** Who wrote one language's version of a text. */
export type TranslationState =
  /** A person wrote it. */
  | 'HUMAN'
  /** A machine translated it and nobody has checked it yet. */
  | 'MACHINE'
  /** The other language was changed after it. */
  | 'OUTDATED';

/** A change to a draft. */
export type UpdateNeedInput = {
  /** The whole new content. */
  content: NeedContent;
  /** Which need. */
  needId: Scalars['ID']['input'];
  /** The version that was read. */
  version: Scalars['Int']['input'];
};

/** A change to a draft. */
export type UpdateOfferInput = {
  /** The whole new content. */
  content: OfferContent;
  /** Which offer. */
  offerId: Scalars['ID']['input'];
  /** The version that was read. */
  version: Scalars['Int']['input'];
};

/** What to change; what is left out stays. */
export type UpdateProfileInput = {
  /** Language of emails. */
  locale?: InputMaybe<Locale>;
  /** Name. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** A change to a draft. */
export type UpdateProposalInput = {
  /** The whole new content. */
  content: ProposalContent;
  /** Which proposal. */
  proposalId: Scalars['ID']['input'];
  /** The version that was read. */
  version: Scalars['Int']['input'];
};

/** The signed-in person. */
export type Viewer = {
  /** Tokens for programs, newest first; null to a program's token. */
  accessTokens: Maybe<Array<AccessToken>>;
  /** What the viewer agreed to and has not withdrawn. */
  consents: Array<Consent>;
  /** How the viewer proves who she is; null to a program's token. */
  credentials: Maybe<Credentials>;
  /** Address as typed. */
  email: Scalars['String']['output'];
  /** A change of address that waits for one of the two addresses. */
  emailChange: Maybe<EmailChange>;
  /** The account. */
  id: Scalars['ID']['output'];
  /** Language of emails. */
  locale: Locale;
  /** Own memberships, asked-for ones included. */
  memberships: Array<Membership>;
  /** Name as given. */
  name: Scalars['String']['output'];
  /** Some of the viewer's rights wait until she sets up, or signs in with, a second factor. */
  secondFactorMissing: Scalars['Boolean']['output'];
  /** Signed-in devices, the one used last first; null to a program's token. */
  sessions: Maybe<Array<SignedInDevice>>;
  /** Role in the alliance's staff, if any and if it holds in this session. */
  staffRole: Maybe<StaffRole>;
};

/** The viewer after a change. */
export type ViewerPayload = {
  /** The viewer. */
  viewer: Viewer;
};

/** A proposal to be taken back. */
export type WithdrawProposalInput = {
  /** Which proposal. */
  proposalId: Scalars['ID']['input'];
  /** Why; for the bidder's own record. */
  reason: Scalars['String']['input'];
};

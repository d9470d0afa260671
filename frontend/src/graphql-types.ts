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
  /**
   * ISO 8601 calendar date without timezone.
   * Format: %Y-%m-%d
   *
   * # Examples
   *
   * * `1994-11-13`
   * * `2000-02-24`
   */
  NaiveDate: { input: string; output: string; }
};

/** A text that is accepted. */
export type AcceptAgreementInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** Hash of the text that was read. */
  hash: Scalars['String']['input'];
  /** The version of the agreement that was read. */
  version: Scalars['Int']['input'];
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

/** Somebody who is there when it is signed. */
export type AddAgreementWitnessInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** A key that the client made. */
  clientKey: Scalars['String']['input'];
  /** Name. */
  name: Scalars['String']['input'];
  /** Organisation. */
  organization?: InputMaybe<Scalars['String']['input']>;
  /** Where. */
  place?: InputMaybe<Scalars['String']['input']>;
  /** Position. */
  position?: InputMaybe<Scalars['String']['input']>;
};

/** A certificate to add. */
export type AddCertificateInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** What it says. */
  content: CertificateContentInput;
  /** Whose. */
  organizationId: Scalars['ID']['input'];
};

/** A passkey that was made. */
export type AddPasskeyInput = {
  /** Names the challenge of `beginPasskey`. */
  challenge: Scalars['String']['input'];
  /** By which the viewer will know it. */
  name: Scalars['String']['input'];
  /** What `navigator.credentials.create` gave, as JSON. */
  passkey: Scalars['String']['input'];
};

/** A reference to add. */
export type AddReferenceInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** What it says. */
  content: ReferenceContentInput;
  /** Whose. */
  organizationId: Scalars['ID']['input'];
};

/** The decision by which an organisation is a member. */
export type AdmissionDecision = {
  /** Date. */
  date: Scalars['NaiveDate']['output'];
  /** Number. */
  number: Scalars['String']['output'];
};

/** A score that the panel agreed on. */
export type AgreeScoreInput = {
  /** By which criterion. */
  criterionId: Scalars['ID']['input'];
  /** Letter of the bid. */
  label: Scalars['String']['input'];
  /** Of which need. */
  needId: Scalars['ID']['input'];
  /** Why; required where members are 20 points or more apart. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 100. */
  score: Scalars['Int']['input'];
};

/** An agreement between the owner of a need and who does something about it. */
export type Agreement = {
  /** Comments, the oldest first; to the two sides, else null. */
  comments: Maybe<Array<AgreementComment>>;
  /** The contract type that is prepared; null except for PPP_PREPARATION. */
  contractType: Maybe<ContractType>;
  /** When it was begun; to the two sides, else null. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The last version that was proposed; to the two sides, else null. */
  current: Maybe<AgreementVersion>;
  /** True for demonstration data. */
  demonstration: Scalars['Boolean']['output'];
  /** What the viewer's side is changing and has not proposed; null to everybody else. */
  draft: Maybe<AgreementVersion>;
  /** Why it ended, or what came of it. */
  endReason: Maybe<Scalars['String']['output']>;
  /** When it ended. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** Last day. */
  endsOn: Maybe<Scalars['NaiveDate']['output']>;
  /** When it was handed over there. */
  handedOverAt: Maybe<Scalars['DateTime']['output']>;
  /** A record of something that was signed elsewhere before this product was there. */
  historic: Scalars['Boolean']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** Indicators of the text in force with their values; null to those who may not read it. */
  indicators: Maybe<Array<AgreementIndicator>>;
  /** Kind. */
  kind: AgreementKind;
  /** Milestones of the text in force, in order. */
  milestones: Array<AgreementMilestone>;
  /** The need it is about, if there is one and the viewer may read it. */
  need: Maybe<Need>;
  /** What happens to its text; to the two sides, else null. */
  negotiation: Maybe<AgreementNegotiation>;
  /** Its address. */
  noticeLink: Maybe<Scalars['String']['output']>;
  /** Number of the notice on the national procurement system under which it goes on. */
  noticeNumber: Maybe<Scalars['String']['output']>;
  /** Number as people cite it. */
  number: Scalars['String']['output'];
  /** What the side with the need lets everybody see; to the two sides, else null. */
  ownerPublication: Maybe<AgreementPublication>;
  /** Where the text is as a PDF, for a request with the bearer token; null to those who may not read it. */
  paperPath: Maybe<Scalars['String']['output']>;
  /** The two sides: the one with the need, then the one that carries it out. */
  parties: Array<AgreementParty>;
  /** What the side that carries it out lets everybody see; to the two sides, else null. */
  partnerPublication: Maybe<AgreementPublication>;
  /** What was paid or given in kind; null to those who may not read the text. */
  payments: Maybe<Array<AgreementPayment>>;
  /** What everybody sees of it now: as much as both sides let them, once it is signed. */
  publication: AgreementPublication;
  /** Scans of the paper original; to the two sides, else null. */
  scans: Maybe<Array<AgreementScan>>;
  /**
   * Signatures: all to the two sides; those under the text in force to everybody who may read it; else
   * null.
   */
  signatures: Maybe<Array<AgreementSignature>>;
  /** When both had signed it first. */
  signedAt: Maybe<Scalars['DateTime']['output']>;
  /** Sides that have signed the current version; to the two sides, else null. */
  signedBy: Maybe<Array<AgreementSide>>;
  /** Hash of the text in force: by it everybody can check a paper; null before both have signed. */
  signedHash: Maybe<Scalars['String']['output']>;
  /**
   * What whoever signs the current version agrees to; to the two sides while it waits for signatures,
   * else null.
   */
  signingConsent: Maybe<BilingualText>;
  /** Signing takes a second factor here. */
  signingNeedsSecondFactor: Scalars['Boolean']['output'];
  /** First day. */
  startsOn: Maybe<Scalars['NaiveDate']['output']>;
  /** Where it stands. */
  status: AgreementStatus;
  /**
   * The text in force; before there is one, to the two sides the last that was proposed. Null to those
   * who may not read it.
   */
  text: Maybe<AgreementVersion>;
  /** Title. */
  title: BilingualText;
  /** Who may edit; to the two sides, else null. */
  turn: Maybe<AgreementSide>;
  /** When it last changed; to the two sides, else null. */
  updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** What it is worth; null to those who may not read the text. */
  value: Maybe<Money>;
  /** Raised by one at each change; send it back when you change something. To the two sides, else null. */
  version: Maybe<Scalars['Int']['output']>;
  /** All versions that were proposed, in order; to the two sides, else null. */
  versions: Maybe<Array<AgreementVersion>>;
  /** What the viewer may do with it now. */
  viewerCan: Array<AgreementAction>;
  /** For which side the viewer acts; null when for none, or when she belongs to both. */
  viewerSide: Maybe<AgreementSide>;
  /** Witnesses, to those who may read the text; else null. */
  witnesses: Maybe<Array<AgreementWitness>>;
};

/** What the viewer may do with an agreement now. */
export type AgreementAction =
  /** Accept what the other side proposed. */
  | 'ACCEPT'
  /** Begin an amendment. */
  | 'AMEND'
  /** Add scans. */
  | 'ATTACH_SCAN'
  /** Give it up before it was ever signed. */
  | 'CANCEL'
  /** Comment on what lies on the table. */
  | 'COMMENT'
  /** Record that it is done. */
  | 'COMPLETE'
  /** Confirm milestones. */
  | 'CONFIRM_MILESTONES'
  /** Give an amendment up. */
  | 'DROP_AMENDMENT'
  /** Edit the text, propose it. */
  | 'EDIT'
  /** Hand it over to the national procurement system. */
  | 'HAND_OVER'
  /** Name witnesses. */
  | 'NAME_WITNESSES'
  /** Record values and payments. */
  | 'RECORD_FIGURES'
  /** Open it again before both have signed. */
  | 'REOPEN'
  /** Report milestones. */
  | 'REPORT_MILESTONES'
  /** Say what everybody may see. */
  | 'SET_PUBLICATION'
  /** Sign it. */
  | 'SIGN'
  /** End it early. */
  | 'TERMINATE';

/** A clause of an agreement. */
export type AgreementClause = {
  /** What it says. */
  body: BilingualText;
  /** Heading. */
  heading: BilingualText;
  /** By which versions and comments know it again. */
  key: Scalars['String']['output'];
};

/** A clause as it is written. */
export type AgreementClauseInput = {
  /** What it says; at most 8,000 characters. */
  body: BilingualTextInput;
  /** Heading; at most 240 characters. */
  heading: BilingualTextInput;
  /**
   * By which versions and comments know it again: 1 to 40 letters, digits, "-" or "_"; a new clause
   * gets a new one.
   */
  key: Scalars['String']['input'];
};

/** A comment of one side. */
export type AgreementComment = {
  /** Who. */
  author: Scalars['String']['output'];
  /** What. */
  body: Scalars['String']['output'];
  /** On which clause; null for the whole. */
  clauseKey: Maybe<Scalars['String']['output']>;
  /** When. */
  createdAt: Scalars['DateTime']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** On which version. */
  number: Scalars['Int']['output'];
  /** For which side. */
  side: AgreementSide;
};

export type AgreementConnection = {
  /** A list of edges. */
  edges: Array<AgreementEdge>;
  /** A list of nodes. */
  nodes: Array<Agreement>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** Everything that an agreement says; it replaces all that the draft said. */
export type AgreementContentInput = {
  /** Clauses in order; at most 60. */
  clauses: Array<AgreementClauseInput>;
  /** Indicators in order; at most 20. */
  indicators: Array<AgreementIndicatorInput>;
  /** Milestones in order; at most 40. */
  milestones: Array<AgreementMilestoneInput>;
  /** How long: 1 to 600 months. */
  months?: InputMaybe<Scalars['Int']['input']>;
  /** Who represents the side with the need; null leaves it as it is. */
  owner?: InputMaybe<AgreementRepresentativeInput>;
  /** Who represents the side that carries it out; null leaves it as it is. */
  partner?: InputMaybe<AgreementRepresentativeInput>;
  /** On what it rests; at most 12. */
  recitals: Array<BilingualTextInput>;
  /** First day. */
  startsOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** Title; at most 240 characters. */
  title: BilingualTextInput;
  /** What it is worth. */
  value?: InputMaybe<Scalars['Amount']['input']>;
};

/** An edge in a connection. */
export type AgreementEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: Agreement;
};

/** What a list of agreements is narrowed to. */
export type AgreementFilter = {
  /** Kind. */
  kind?: InputMaybe<AgreementKind>;
  /** From this match. */
  matchId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those of the viewer's organisations, drafts included; otherwise those that are public. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** About this need. */
  needId?: InputMaybe<Scalars['ID']['input']>;
  /** With this organisation as a side. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** From this proposal. */
  proposalId?: InputMaybe<Scalars['ID']['input']>;
  /** Statuses. */
  statuses?: InputMaybe<Array<AgreementStatus>>;
};

/** Something that an agreement measures itself by. */
export type AgreementIndicator = {
  /** Before. */
  baseline: Scalars['Float']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** Values by day. */
  measurements: Array<AgreementMeasurement>;
  /** What. */
  name: BilingualText;
  /** What is aimed at. */
  target: Scalars['Float']['output'];
  /** In what. */
  unit: Scalars['String']['output'];
};

/** An indicator as it is planned. */
export type AgreementIndicatorInput = {
  /** Before. */
  baseline: Scalars['Float']['input'];
  /** Id that it has in an earlier version; null for a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What. */
  name: BilingualTextInput;
  /** What is aimed at. */
  target: Scalars['Float']['input'];
  /** In what. */
  unit: Scalars['String']['input'];
};

/** What two sides agree to do. */
export type AgreementKind =
  /** Biên bản ghi nhớ. */
  | 'MEMORANDUM'
  /** Thử nghiệm có kiểm soát. */
  | 'PILOT'
  /** Chuẩn bị dự án PPP. */
  | 'PPP_PREPARATION'
  /** Thuê dịch vụ. */
  | 'SERVICE_LEASE';

/** A value of an indicator on a day. */
export type AgreementMeasurement = {
  /** Id. */
  id: Scalars['ID']['output'];
  /** On which day. */
  measuredOn: Scalars['NaiveDate']['output'];
  /** How; to the two sides, else null. */
  note: Maybe<Scalars['String']['output']>;
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** Who recorded it; to the two sides, else null. */
  recordedBy: Maybe<Scalars['String']['output']>;
  /** Which side says so. */
  side: AgreementSide;
  /** Value. */
  value: Scalars['Float']['output'];
};

/** Something that is to be done by a day. */
export type AgreementMilestone = {
  /** What the owner said to it; to the two sides, else null. */
  answer: Maybe<Scalars['String']['output']>;
  /** When the owner confirmed. */
  confirmedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who confirmed; to the two sides, else null. */
  confirmedBy: Maybe<Scalars['String']['output']>;
  /** By when. */
  dueOn: Scalars['NaiveDate']['output'];
  /** What shows it; to the two sides, else null. */
  evidence: Maybe<Scalars['String']['output']>;
  /**
   * Where the bytes of the file are that shows it, for a request with the bearer token; to the two
   * sides, else null.
   */
  evidencePath: Maybe<Scalars['String']['output']>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** Its day has passed and nothing was confirmed. */
  overdue: Scalars['Boolean']['output'];
  /** When the partner said so; to the two sides, else null. */
  reportedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who said so; to the two sides, else null. */
  reportedBy: Maybe<Scalars['String']['output']>;
  /** What the partner says and the owner has not answered; to the two sides, else null. */
  reportedStatus: Maybe<MilestoneStatus>;
  /** As the owner confirmed. */
  status: MilestoneStatus;
  /** What. */
  title: BilingualText;
  /** Raised by one at each change; send it back when you report or confirm. */
  version: Scalars['Int']['output'];
};

/** A milestone as it is planned. */
export type AgreementMilestoneInput = {
  /** By when. */
  dueOn: Scalars['NaiveDate']['input'];
  /** Id that it has in an earlier version; null for a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What. */
  title: BilingualTextInput;
};

/** What happens to its text now. */
export type AgreementNegotiation =
  /** Hai bên lần lượt sửa. */
  | 'EDITING'
  /** Không có bản nào đang bàn. */
  | 'SETTLED'
  /** Hai bên đã thống nhất, chờ ký. */
  | 'SIGNING';

/** One of the two sides. */
export type AgreementParty = {
  /** Address; null to those who may not read the text. */
  address: Maybe<Scalars['String']['output']>;
  /** Tax code, or code of a public body; as the address. */
  code: Maybe<Scalars['String']['output']>;
  /** Its name as the text has it. */
  name: BilingualText;
  /** The organisation, if the viewer may see it. */
  organization: Maybe<Organization>;
  /** As what; as the address. */
  position: Maybe<Scalars['String']['output']>;
  /** Who represents it, as the text has it; as the address. */
  representative: Maybe<Scalars['String']['output']>;
  /** Which. */
  side: AgreementSide;
};

/** The agreement after the change, as the viewer sees it. */
export type AgreementPayload = {
  /** The agreement. */
  agreement: Agreement;
};

/** Money or something in kind that was given. */
export type AgreementPayment = {
  /** How much; of something in kind what it is worth, if anybody said. */
  amount: Maybe<Money>;
  /** When the other side confirmed it. */
  confirmedAt: Maybe<Scalars['DateTime']['output']>;
  /** For what. */
  description: Scalars['String']['output'];
  /** When it was given. */
  givenOn: Scalars['NaiveDate']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** Kind. */
  kind: AgreementPaymentKind;
  /** Who recorded it; to the two sides, else null. */
  recordedBy: Maybe<Scalars['String']['output']>;
  /** Which side says so. */
  side: AgreementSide;
};

/** What was given. */
export type AgreementPaymentKind =
  /** Hiện vật, công sức. */
  | 'IN_KIND'
  /** Tiền. */
  | 'MONEY';

/** How much of an agreement a side lets everybody see once it is signed. */
export type AgreementPublication =
  /** Không công khai. */
  | 'HIDDEN'
  /** Công khai các bên, loại, thời gian, nhu cầu và mốc tiến độ. */
  | 'SUMMARY'
  /** Công khai cả điều khoản và số tiền. */
  | 'WHOLE';

/** A step that takes a reason. */
export type AgreementReasonInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** Why; both sides read it. */
  reason: Scalars['String']['input'];
  /** The version of the agreement that was read. */
  version: Scalars['Int']['input'];
};

/** Who represents a side, as the text has it. */
export type AgreementRepresentativeInput = {
  /** Position. */
  position?: InputMaybe<Scalars['String']['input']>;
  /** Name. */
  representative?: InputMaybe<Scalars['String']['input']>;
};

/** A scan of the paper original. */
export type AgreementScan = {
  /** The file; its bytes are at `path`. */
  file: File;
  /** Id. */
  id: Scalars['ID']['output'];
  /** What it shows. */
  note: Maybe<Scalars['String']['output']>;
  /** Where its bytes are, for a request of either side with the bearer token. */
  path: Scalars['String']['output'];
  /** Of which side. */
  side: AgreementSide;
  /** When it was uploaded. */
  uploadedAt: Scalars['DateTime']['output'];
};

/** One of the two sides. */
export type AgreementSide =
  /** Bên có nhu cầu. */
  | 'OWNER'
  /** Bên thực hiện. */
  | 'PARTNER';

/** A signature under one version. */
export type AgreementSignature = {
  /** What was agreed to, as it was shown. */
  consent: Scalars['String']['output'];
  /** Hash of the version. */
  hash: Scalars['String']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** Name of who signed. */
  name: Scalars['String']['output'];
  /** Number of the version. */
  number: Scalars['Int']['output'];
  /** Where. */
  place: Maybe<Scalars['String']['output']>;
  /** Position in the organisation. */
  position: Scalars['String']['output'];
  /** A second factor proved who it was. */
  secondFactor: Scalars['Boolean']['output'];
  /** For which side. */
  side: AgreementSide;
  /** When. */
  signedAt: Scalars['DateTime']['output'];
  /** When it lost its meaning: the text was opened again or given up. */
  voidedAt: Maybe<Scalars['DateTime']['output']>;
};

/** Whether an agreement can be begun. */
export type AgreementStart = {
  /** What was begun from it before and the viewer may see, the latest first. */
  agreements: Array<Agreement>;
  /** Why not; null when she can. */
  reason: Maybe<BilingualText>;
  /** The viewer can begin one now. */
  viewerMay: Scalars['Boolean']['output'];
};

/** Where an agreement stands. */
export type AgreementStatus =
  /** Hiệu lực. */
  | 'ACTIVE'
  /** Hủy trước khi ký. */
  | 'CANCELLED'
  /** Hoàn thành. */
  | 'COMPLETED'
  /** Soạn thảo. */
  | 'DRAFTING'
  /** Hết hạn mà chưa ghi nhận kết quả. */
  | 'EXPIRED'
  /** Chờ ký. */
  | 'PENDING_SIGNATURE'
  /** Chấm dứt trước hạn. */
  | 'TERMINATED';

/** One version of an agreement's text, whole. */
export type AgreementVersion = {
  /** The canonical text, byte for byte: what the hash is of. */
  canonicalText: Scalars['String']['output'];
  /** Clauses in order. */
  clauses: Array<AgreementClause>;
  /** Last day. */
  endsOn: Maybe<Scalars['NaiveDate']['output']>;
  /** SHA-256 of its canonical text; null while it is not proposed. */
  hash: Maybe<Scalars['String']['output']>;
  /** It is in force, or was when the agreement ended. */
  inForce: Scalars['Boolean']['output'];
  /** Indicators in order. */
  indicators: Array<PlannedIndicator>;
  /** What its side said to it; to the two sides, else null. */
  message: Maybe<Scalars['String']['output']>;
  /** Milestones in order. */
  milestones: Array<PlannedMilestone>;
  /** How long, in months. */
  months: Maybe<Scalars['Int']['output']>;
  /** From 1. */
  number: Scalars['Int']['output'];
  /** When the side with the need accepted it. */
  ownerAcceptedAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it is as a PDF, for a request with the bearer token. */
  paperPath: Scalars['String']['output'];
  /** The two sides as it has them: the side with the need, then the other. */
  parties: Array<AgreementParty>;
  /** When the side that carries it out accepted it. */
  partnerAcceptedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was put before both sides. */
  proposedAt: Maybe<Scalars['DateTime']['output']>;
  /** On what it rests. */
  recitals: Array<BilingualText>;
  /** Which side wrote it. */
  side: AgreementSide;
  /** First day. */
  startsOn: Maybe<Scalars['NaiveDate']['output']>;
  /** Title. */
  title: BilingualText;
  /** What it is worth. */
  value: Maybe<Money>;
  /**
   * Where whoever holds its hash can check it: the address behind the code on the paper; null while it
   * is not proposed.
   */
  verifyUrl: Maybe<Scalars['String']['output']>;
  /** Who wrote it; to the two sides, else null. */
  writtenBy: Maybe<Scalars['String']['output']>;
};

/** What a version is, for whoever holds its hash. */
export type AgreementVersionCheck = {
  /** The agreement, if the viewer may know of it. */
  agreement: Maybe<Agreement>;
  /** Its id, if the viewer may know of it. */
  agreementId: Maybe<Scalars['ID']['output']>;
  /** Number of the agreement. */
  agreementNumber: Scalars['String']['output'];
  /** SHA-256 of its canonical text. */
  hash: Scalars['String']['output'];
  /** A record of something that was signed elsewhere before. */
  historic: Scalars['Boolean']['output'];
  /** It is the text in force now. */
  inForce: Scalars['Boolean']['output'];
  /** The text that lies here still has this hash. */
  intact: Scalars['Boolean']['output'];
  /** Number of the version. */
  number: Scalars['Int']['output'];
  /** When it was put before both sides. */
  proposedAt: Maybe<Scalars['DateTime']['output']>;
  /** How many of the two sides have signed this version. */
  signatures: Scalars['Int']['output'];
  /** Both sides have signed this version. */
  signed: Scalars['Boolean']['output'];
  /** A later version was signed by both. */
  superseded: Scalars['Boolean']['output'];
};

/** Names an agreement as it was read. */
export type AgreementVersionInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** The version of the agreement that was read. */
  version: Scalars['Int']['input'];
};

/** Somebody who was there when it was signed. */
export type AgreementWitness = {
  /** Id. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Organisation. */
  organization: Maybe<Scalars['String']['output']>;
  /** Where. */
  place: Maybe<Scalars['String']['output']>;
  /** Position. */
  position: Maybe<Scalars['String']['output']>;
};

/** How often its owner is told. */
export type AlertFrequency =
  /** In the morning, at eight in Vietnam. */
  | 'DAILY'
  /** Within minutes. */
  | 'IMMEDIATE'
  /** Never: it is only kept. */
  | 'NEVER'
  /** On Monday morning, at eight in Vietnam. */
  | 'WEEKLY';

/** An application to join the alliance, to the organisation's members and to the alliance. */
export type AllianceApplication = {
  /** When it applied. */
  appliedAt: Scalars['DateTime']['output'];
  /** Date of the board's decision. */
  decidedOn: Maybe<Scalars['NaiveDate']['output']>;
  /** How the board decided; null while it waits. */
  decision: Maybe<ReviewDecision>;
  /** Number of the board's decision. */
  decisionNumber: Maybe<Scalars['String']['output']>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** Why. */
  reason: Maybe<Scalars['String']['output']>;
  /** What the organisation says. */
  text: Scalars['String']['output'];
};

/** A membership to suspend or to restore. */
export type AllianceReasonInput = {
  /** The organisation. */
  organizationId: Scalars['ID']['input'];
  /** Why; its owners read it. */
  reason: Scalars['String']['input'];
};

/** How an organisation stands to the alliance. */
export type AllianceStatus =
  /** Thành viên. */
  | 'ADMITTED'
  /** Đã nộp đơn. */
  | 'APPLIED'
  /** Đã rút. */
  | 'LEFT'
  /** Chưa tham gia. */
  | 'NONE'
  /** Không được kết nạp. */
  | 'REJECTED'
  /** Tạm dừng tư cách. */
  | 'SUSPENDED';

/** The answer to a challenge: a code or a passkey. */
export type AnswerChallengeInput = {
  /** Names the challenge. */
  challenge: Scalars['String']['input'];
  /** Six digits of an authenticator app, or a recovery code. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** What `navigator.credentials.get` gave, as JSON. */
  passkey?: InputMaybe<Scalars['String']['input']>;
};

/** An answer for one of the needs. */
export type AnswerJointCallInput = {
  /** True: consents. False: declines, or takes the consent back; then the need is out of it. */
  consent: Scalars['Boolean']['input'];
  /** Which joint call. */
  jointCallId: Scalars['ID']['input'];
  /** For which need. */
  needId: Scalars['ID']['input'];
  /** Why not; the other owners and the alliance read it. Required when declining. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The alliance's answer to a request. */
export type AnswerOutcomeReviewInput = {
  /** In words; the bidder and the owner read it. */
  answer: Scalars['String']['input'];
  /** Which request. */
  reviewId: Scalars['ID']['input'];
  /** What was found. */
  verdict: OutcomeReviewVerdict;
};

/** The answer to an invitation to a panel. */
export type AnswerPanelInvitationInput = {
  /** Take part, or not, also after having accepted. */
  accept: Scalars['Boolean']['input'];
  /** What could conflict, in one's own words; it stands in the record. */
  declaredInterest?: InputMaybe<Scalars['String']['input']>;
  /** Of which need. */
  needId: Scalars['ID']['input'];
  /** Why not. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to an invitation. */
export type AnswerProposalInvitationInput = {
  /** In, or not. */
  accept: Scalars['Boolean']['input'];
  /** True after CONFLICT: the organisation knows that it takes part in another proposal for the need. */
  acknowledgeConflict?: InputMaybe<Scalars['Boolean']['input']>;
  /** Which. */
  memberId: Scalars['ID']['input'];
};

/** The owner's answer. */
export type AnswerQuestionInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** To which question. */
  questionId: Scalars['ID']['input'];
  /** The answer; at most 4,000 characters. It is published. */
  text: Scalars['String']['input'];
  /** Its version that was read. */
  version: Scalars['Int']['input'];
};

/** An appeal by who cannot sign in. */
export type AppealByLinkInput = {
  /** Why it is wrong; at most 2,000 characters. */
  text: Scalars['String']['input'];
  /** From behind the # of the letter's link. */
  token: Scalars['String']['input'];
};

/** An appeal. */
export type AppealInput = {
  /** The decision. */
  reviewId: Scalars['ID']['input'];
  /** Why it is wrong; at most 2,000 characters. */
  text: Scalars['String']['input'];
};

/** An application. */
export type ApplyForAllianceInput = {
  /** The organisation. */
  organizationId: Scalars['ID']['input'];
  /** Why it wants to join and what it will contribute; at most 4,000 characters. */
  text: Scalars['String']['input'];
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

/** A question to be asked. */
export type AskQuestionInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** About which need. */
  needId: Scalars['ID']['input'];
  /** For which organisation; it is verified, and is not named. */
  organizationId: Scalars['ID']['input'];
  /** The question; at most 1,000 characters. It is published with the answer. */
  text: Scalars['String']['input'];
};

/** A scan of the paper original. */
export type AttachAgreementScanInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** A PDF uploaded with purpose=agreement. */
  fileId: Scalars['ID']['input'];
  /** What it shows; at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What the audit records are narrowed to. */
export type AuditFilter = {
  /** What, or how it begins: `session.` is every sign-in event. */
  action?: InputMaybe<Scalars['String']['input']>;
  /** Of one person. */
  actor?: InputMaybe<Scalars['ID']['input']>;
  /** Not before this moment. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** About one thing: its id. */
  subject?: InputMaybe<Scalars['String']['input']>;
  /** Before this moment. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** One decision or sign-in, as it was recorded. */
export type AuditRecord = {
  /** What, such as need.published. */
  action: Scalars['String']['output'];
  /** Who: a name, or system, anonymous; member for who reported something. */
  actor: Scalars['String']['output'];
  /** Whose account; null for the product, visitors, and who reported something. */
  actorId: Maybe<Scalars['ID']['output']>;
  /** As what: anonymous, member, staff, system. */
  actorKind: Scalars['String']['output'];
  /** Network address that it came from; an IPv6 one stands for its /64. */
  address: Maybe<Scalars['String']['output']>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** More, as JSON. */
  detail: Scalars['String']['output'];
  /** SHA-256 over the record and the hash of the one before, in hexadecimal. */
  hash: Maybe<Scalars['String']['output']>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** Place in the chain: 1, 2, 3 … without gaps; null for what is older than the chain. */
  seq: Maybe<Scalars['Int']['output']>;
  /** To what: an id. */
  subject: Scalars['String']['output'];
  /** To what kind of thing, such as need. */
  subjectKind: Scalars['String']['output'];
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

/** One criterion of one bid: scores, agreement, arithmetic. */
export type BidLine = {
  /** Which criterion. */
  criterionId: Scalars['ID']['output'];
  /** The spread is so large that the panel is to talk about it: 20 or more. */
  farApart: Scalars['Boolean']['output'];
  /** How the panel came together. */
  note: Maybe<Scalars['String']['output']>;
  /** Weight × score / 100, to two decimals. */
  points: Scalars['Float']['output'];
  /** Agreed, or computed from the price: 0 to 100; null while nothing is agreed. */
  score: Maybe<Scalars['Float']['output']>;
  /** What each member scored; empty to bidders. */
  scores: Array<MemberScore>;
  /** Highest less lowest of the members' scores; null with fewer than two, and to bidders. */
  spread: Maybe<Scalars['Int']['output']>;
  /** Its part of 100. */
  weight: Scalars['Int']['output'];
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

/** A text in Vietnamese and English; either alone is valid. */
export type BriefText = {
  /** English. */
  en: Maybe<Scalars['String']['output']>;
  /** Vietnamese. */
  vi: Maybe<Scalars['String']['output']>;
};

/** A text in Vietnamese and English; either alone is valid. */
export type BriefTextInput = {
  /** English. */
  en?: InputMaybe<Scalars['String']['input']>;
  /** Vietnamese. */
  vi?: InputMaybe<Scalars['String']['input']>;
};

/** Where the money comes from. */
export type BudgetSource =
  /** The central budget. */
  | 'CENTRAL_BUDGET'
  /** Official development assistance, or another foreign source. */
  | 'FOREIGN_AID'
  /** The province's or commune's budget. */
  | 'LOCAL_BUDGET'
  /** Several of these. */
  | 'MIXED'
  /** The private side. */
  | 'PRIVATE_CAPITAL'
  /** The regular budget of the agency, for services. */
  | 'REGULAR_SPENDING'
  /** Not decided yet. */
  | 'UNDECIDED';

/** What became of going back to the built-in edition. */
export type BuiltInTaxonomyPayload = {
  /** Another edition was used until now. */
  changed: Scalars['Boolean']['output'];
};

/** A certificate of an organisation. */
export type Certificate = {
  /** Evidence, to members and to those who verify; null to others. */
  evidence: Maybe<File>;
  /** Its last day has passed, by Vietnam's calendar. */
  expired: Scalars['Boolean']['output'];
  /** Last day on which it holds. */
  expiresOn: Maybe<Scalars['NaiveDate']['output']>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** When it was issued. */
  issuedOn: Scalars['NaiveDate']['output'];
  /** Who issued it. */
  issuer: Scalars['String']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** Number. */
  number: Maybe<Scalars['String']['output']>;
  /** Standard, such as TCVN ISO 37122:2020 or ISO/IEC 27001. */
  standard: Maybe<Scalars['String']['output']>;
};

/** What a certificate says. */
export type CertificateContentInput = {
  /** A file uploaded with purpose=certificate; only members and those who verify read it. */
  evidenceId?: InputMaybe<Scalars['ID']['input']>;
  /** Last day on which it holds; none for ever. */
  expiresOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** When it was issued. */
  issuedOn: Scalars['NaiveDate']['input'];
  /** Who issued it. */
  issuer: Scalars['String']['input'];
  /** What it is called; at most 200 characters. */
  name: Scalars['String']['input'];
  /** Number. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Standard, such as TCVN ISO 37122:2020 or ISO/IEC 27001. */
  standard?: InputMaybe<Scalars['String']['input']>;
};

/** Names a certificate. */
export type CertificateIdInput = {
  /** Which. */
  certificateId: Scalars['ID']['input'];
};

/** The certificate after the change. */
export type CertificatePayload = {
  /** The certificate. */
  certificate: Certificate;
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

/** Why there is such a check. */
export type CheckReason =
  /** What is not understood is not answered. */
  | 'CLARITY'
  /** Nobody is kept out without a reason. */
  | 'FAIRNESS'
  /** The law asks for it. */
  | 'LAW'
  /** What is not measured cannot be agreed on, nor be reached. */
  | 'MEASURE'
  /** Money and scope fit together. */
  | 'MONEY'
  /** What is published says nothing private. */
  | 'PRIVACY'
  /** Bidders need time, and know when what happens. */
  | 'TIME';

/** An account that was closed. */
export type CloseAccountPayload = {
  /** Always true. */
  closed: Scalars['Boolean']['output'];
};

/** A comment on the version that lies on the table. */
export type CommentAgreementInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** At most 2,000 characters. */
  body: Scalars['String']['input'];
  /** Which clause; null for the whole. */
  clauseKey?: InputMaybe<Scalars['String']['input']>;
  /** A key that the client made. */
  clientKey: Scalars['String']['input'];
};

/** What came of an agreement that is done. */
export type CompleteAgreementInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** What came of it; everybody reads it. */
  result: Scalars['String']['input'];
  /** The version of the agreement that was read. */
  version: Scalars['Int']['input'];
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

/** What the owner says of a milestone. */
export type ConfirmMilestoneInput = {
  /** Why; required where it differs from what was reported. */
  answer?: InputMaybe<Scalars['String']['input']>;
  /** Which milestone. */
  milestoneId: Scalars['ID']['input'];
  /** Met, partially met or not met. */
  status: MilestoneStatus;
  /** The version of the milestone that was read. */
  version: Scalars['Int']['input'];
};

/** Names a payment. */
export type ConfirmPaymentInput = {
  /** Which. */
  paymentId: Scalars['ID']['input'];
};

/** What ties a member of a panel to a bidder. */
export type ConflictKind =
  /** Công tác tại bên dự theo hồ sơ chuyên gia. */
  | 'AFFILIATION'
  /** Đang xin vào bên dự. */
  | 'ASKS_TO_JOIN'
  /** Soạn đề xuất này. */
  | 'AUTHOR'
  /** Tổ chức của thành viên đã kết nối với bên dự. */
  | 'EARLIER_MATCH'
  /** Tổ chức của thành viên đã chọn bên dự trước đây. */
  | 'EARLIER_SELECTION'
  /** Rời bên dự trong 365 ngày qua. */
  | 'FORMER_MEMBER'
  /** Là thành viên của bên dự. */
  | 'MEMBER'
  /** Tổ chức của thành viên và bên dự đã là một. */
  | 'MERGED';

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

/** Who makes a proposal together. */
export type Consortium = {
  /** Who answers for the proposal. */
  lead: Organization;
  /** Of the work, in percent, what the members leave to the lead; null when no member has a share. */
  leadSharePercent: Maybe<Scalars['Int']['output']>;
  /** Those who were asked in, in that order; to others than the bidders, those who are in. */
  members: Array<ConsortiumMember>;
  /** What the viewer may do with it now. */
  viewerCan: Array<ConsortiumAction>;
};

/** What the viewer may do with a consortium now. */
export type ConsortiumAction =
  /** Ask an organisation in. */
  | 'INVITE'
  /** Take it back to change it; the signatures end. */
  | 'RECALL'
  /** Put the draft up for signing. */
  | 'REQUEST_SIGNOFF'
  /** Sign it for one's own organisation. */
  | 'SIGN';

/** An invitation to propose together that waits for the viewer's organisation. */
export type ConsortiumInvitation = {
  /** Who asks. */
  lead: Organization;
  /** What the viewer's organisation would be. */
  member: ConsortiumMember;
  /** The need. */
  need: Need;
};

/** An organisation that proposes together with a bidder, or was asked to. */
export type ConsortiumMember = {
  /** When it answered, or its part ended. */
  answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** Id. */
  id: Scalars['ID']['output'];
  /**
   * It takes part in another proposal for the same need as well; only to people of the bidders, null to
   * others.
   */
  inRivalProposal: Maybe<Scalars['Boolean']['output']>;
  /** When it was asked. */
  invitedAt: Scalars['DateTime']['output'];
  /** Who. */
  organization: Organization;
  /** What it does. */
  role: Scalars['String']['output'];
  /** Of the work, in percent: 1 to 99. */
  sharePercent: Maybe<Scalars['Int']['output']>;
  /** When it signed the proposal as it stands; null when it has not. */
  signedAt: Maybe<Scalars['DateTime']['output']>;
  /** How far it is in. */
  status: ConsortiumMemberStatus;
  /** What the viewer may do with it now. */
  viewerCan: Array<ConsortiumMemberAction>;
};

/** What the viewer may do with a member now. */
export type ConsortiumMemberAction =
  /** Answer the invitation. */
  | 'ANSWER'
  /** Leave, take the invitation back, or end the member's part. */
  | 'END';

/** The member after the change. */
export type ConsortiumMemberPayload = {
  /** The member. */
  member: ConsortiumMember;
};

/** How far an organisation is in. */
export type ConsortiumMemberStatus =
  /** Tham gia. */
  | 'ACCEPTED'
  /** Từ chối. */
  | 'DECLINED'
  /** Đã mời. */
  | 'INVITED'
  /** Đã rời. */
  | 'LEFT';

/** One party of a consortium. */
export type ConsortiumParty = {
  /** Codes of the need's domains that it covers. */
  covers: Array<Scalars['String']['output']>;
  /** The offer, if it is one and may still be seen. */
  offer: Maybe<Offer>;
  /** Who covers what, in words. */
  reason: BilingualText;
  /** The researcher, if it is one and her profile is still public. */
  researcher: Maybe<Researcher>;
  /** How well it fits alone: 0 to 100. */
  score: Scalars['Float']['output'];
};

/** Parties that together cover what a need is about. */
export type ConsortiumSuggestion = {
  /** Two to four, none of whom could be left out; the one that covers most comes first. */
  parties: Array<ConsortiumParty>;
  /** For each domain the best fit among those who cover it, averaged: 0 to 100. */
  score: Scalars['Float']['output'];
  /** Codes of the need's domains that nobody covers. */
  uncovered: Array<Scalars['String']['output']>;
};

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

/** An agreement to be drafted from a template. */
export type CreateAgreementInput = {
  /** A key that the client made: the same click twice is one agreement. */
  clientKey: Scalars['String']['input'];
  /** The contract type that is prepared; with PPP_PREPARATION alone. */
  contractType?: InputMaybe<ContractType>;
  /** Kind. */
  kind: AgreementKind;
  /** The mutual match that it comes from; or a proposal. */
  matchId?: InputMaybe<Scalars['ID']['input']>;
  /** How long: 1 to 600 months. */
  months: Scalars['Int']['input'];
  /** The selected proposal that it comes from; or a match. */
  proposalId?: InputMaybe<Scalars['ID']['input']>;
  /** First day. */
  startsOn: Scalars['NaiveDate']['input'];
  /** What it is worth. */
  value?: InputMaybe<Scalars['Amount']['input']>;
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

/** An organisation to found; who does owns it. */
export type CreateOrganizationInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** The organisation. */
  newOrganization: NewOrganizationInput;
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

/** The criteria after the change. */
export type CriteriaPayload = {
  /** The criteria. */
  criteria: NeedCriteria;
};

/** What proposals are judged by. */
export type Criterion = {
  /** What is looked for. */
  description: BilingualText;
  /** Id. */
  id: Scalars['ID']['output'];
  /** Scored by the panel, or by the price formula. */
  kind: CriterionKind;
  /** Name. */
  name: BilingualText;
  /** Its part of 100. */
  weight: Scalars['Int']['output'];
};

/** A criterion as it is written. */
export type CriterionContent = {
  /** What is looked for; at most 2,000 characters. */
  description?: InputMaybe<BilingualTextInput>;
  /** Quality, or price; at most one is price. */
  kind: CriterionKind;
  /** Name; at most 160 characters. */
  name: BilingualTextInput;
  /** Its part of 100: 1 to 100. */
  weight: Scalars['Int']['input'];
};

/** How a criterion is scored. */
export type CriterionKind =
  /** Giá: tính theo công thức. */
  | 'PRICE'
  /** Chất lượng: thành viên tổ đánh giá chấm. */
  | 'QUALITY';

/** The board's decision. */
export type DecideAllianceMembershipInput = {
  /** Its date. */
  decidedOn: Scalars['NaiveDate']['input'];
  /** How. */
  decision: ReviewDecision;
  /** Number of the decision of the board (Ban Điều hành). */
  decisionNumber: Scalars['String']['input'];
  /** The organisation. */
  organizationId: Scalars['ID']['input'];
  /** Why; required unless it is approved. The owner reads it. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** House rule it rests on. */
  rule: ReviewRule;
};

/** The owner's decision. */
export type DecideEvaluationInput = {
  /** Of which need. */
  needId: Scalars['ID']['input'];
  /** Acknowledges that another than the highest is selected. */
  notHighest?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why; all bidders read it. */
  reason: Scalars['String']['input'];
  /** Letter of the bid that is selected; null selects none. */
  selectedLabel?: InputMaybe<Scalars['String']['input']>;
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

/** A decision on a registration. */
export type DecideRegistrationInput = {
  /** How. */
  decision: ReviewDecision;
  /** The organisation. */
  organizationId: Scalars['ID']['input'];
  /** Why; required unless it is approved. The owner reads it. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** House rule it rests on. */
  rule: ReviewRule;
  /** Its version that was looked at; another answers STALE_VERSION. */
  version: Scalars['Int']['input'];
};

/** A decision on something that waits. */
export type DecideReviewInput = {
  /** How. */
  decision: ReviewDecision;
  /** Why; required unless it is approved. The owner reads it. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** What waits. */
  reviewId: Scalars['ID']['input'];
  /** House rule it rests on. */
  rule: ReviewRule;
};

/** A decision on who an organisation is. */
export type DecideVerificationInput = {
  /** Every check, to verify; those that were made, to reject. */
  checklist: Array<VerificationCheckInput>;
  /** How. */
  decision: ReviewDecision;
  /** The organisation. */
  organizationId: Scalars['ID']['input'];
  /** Why; required unless it is approved. The owner reads it. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** House rule it rests on. */
  rule: ReviewRule;
  /** Its version that was looked at; another answers STALE_VERSION. */
  version: Scalars['Int']['input'];
};

/** A refusal of a match. */
export type DeclineMatchInput = {
  /** Which match. */
  matchId: Scalars['ID']['input'];
  /** Why; the other side reads it. */
  reason: Scalars['String']['input'];
};

/** What became of going back to the defaults. */
export type DefaultWeightsPayload = {
  /** Other weights ranked until now. */
  changed: Scalars['Boolean']['output'];
};

/** A search that is no more. */
export type DeletedSavedSearchPayload = {
  /** Its id. */
  id: Scalars['ID']['output'];
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

/** An earlier dealing with a bidder that is disclosed. */
export type DiscloseConflictInput = {
  /** Which of the ties. */
  kind: ConflictKind;
  /** Of which need. */
  needId: Scalars['ID']['input'];
  /** The bidder. */
  organizationId: Scalars['ID']['input'];
  /** Why it does not sway her; it stands in the record. */
  reason: Scalars['String']['input'];
};

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

/** A member whose part ends. */
export type EndConsortiumMemberInput = {
  /** Which. */
  memberId: Scalars['ID']['input'];
};

/** The end of a joint call. */
export type EndJointCallInput = {
  /** Which joint call. */
  jointCallId: Scalars['ID']['input'];
  /** Why; its owners read it. */
  reason: Scalars['String']['input'];
};

/** Sessions that ended. */
export type EndSessionsPayload = {
  /** How many. */
  ended: Scalars['Int']['output'];
  /** The viewer, with what is left. */
  viewer: Viewer;
};

/** A membership that is no more. */
export type EndedMembershipPayload = {
  /** Which it was. */
  membershipId: Scalars['ID']['output'];
  /** It was the last one: the organisation is closed, its postings are withdrawn. */
  organizationClosed: Scalars['Boolean']['output'];
};

/** The matching engine of this server. */
export type Engine = {
  /** How many concepts it has. */
  concepts: Scalars['Int']['output'];
  /** What it holds. */
  corpus: EngineCorpus;
  /** How the factors of the matches that wait for a decision are spread. */
  distributions: Array<FactorDistribution>;
  /** The most points of each factor, a need against a researcher. */
  expertWeights: Array<FactorWeight>;
  /** Weights that were learnt, the newest first. */
  learntWeights: Array<WeightsVersion>;
  /** The sentence model. */
  model: SentenceModel;
  /** What the evaluation said of it. */
  quality: EngineQuality;
  /** The search index. */
  searchIndex: SearchIndexStatus;
  /** The concepts that the engine uses now as JSON, to be edited and written as another edition. */
  taxonomy: Scalars['String']['output'];
  /** Editions of the taxonomy that administrators wrote, the newest first. */
  taxonomyEditions: Array<TaxonomyEdition>;
  /** Edition of the taxonomy's concepts. */
  taxonomyVersion: Scalars['String']['output'];
  /** Version of its rules. */
  version: Scalars['String']['output'];
  /** The most points of each factor, a need against an offer. */
  weights: Array<FactorWeight>;
  /** Name of the weights that rank. */
  weightsVersion: Scalars['String']['output'];
};

/** What the engine of this server holds. */
export type EngineCorpus = {
  /** Public researchers. */
  experts: Scalars['Int']['output'];
  /** Open needs. */
  needs: Scalars['Int']['output'];
  /** Published offers. */
  offers: Scalars['Int']['output'];
};

/** What the evaluation said of the engine when this version was made. */
export type EngineQuality = {
  /** The figures. */
  figures: Array<QualityFigure>;
  /** The day. */
  measuredOn: Scalars['NaiveDate']['output'];
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
  /** The linter flags something that has to be mended or justified first. */
  | 'FLAG_UNANSWERED'
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

/** How one need's proposals are evaluated, as far as the viewer may see it. */
export type Evaluation = {
  /** When the chair approved. */
  approvedAt: Maybe<Scalars['DateTime']['output']>;
  /** The bids by letter; empty before scoring begins, and to members who may not read them. */
  bids: Array<EvaluationBid>;
  /** People whom the owner can invite; empty to everybody else. */
  candidates: Array<PanelCandidate>;
  /** Criteria in order. */
  criteria: Array<Criterion>;
  /** When the owner decided. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it was decided so. */
  decisionReason: Maybe<Scalars['String']['output']>;
  /** The need's id. */
  id: Scalars['ID']['output'];
  /** What keeps the panel from going on; null when nothing does. */
  lacks: Maybe<BilingualText>;
  /** Who bid what is hidden now. */
  masked: Scalars['Boolean']['output'];
  /** The need. */
  need: Need;
  /** The panel, in the order of the invitations. */
  panel: Array<PanelMember>;
  /** 1, or 2 after a shortlist and interviews. */
  round: Scalars['Int']['output'];
  /** Until when members are asked to score. */
  scoresDueAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  status: EvaluationStatus;
  /** What the viewer may do now. */
  viewerCan: Array<EvaluationAction>;
  /** The viewer's own seat; null when she has none. */
  viewerSeat: Maybe<PanelMember>;
};

/** What the viewer may do in an evaluation now. */
export type EvaluationAction =
  /** Accept the invitation. */
  | 'ACCEPT'
  /** Enter agreed scores, and notes of interviews. */
  | 'AGREE'
  /** Approve. */
  | 'APPROVE'
  /** Select one or none. */
  | 'DECIDE'
  /** Disclose earlier dealings. */
  | 'DISCLOSE'
  /** Invite, replace, name the chair. */
  | 'MANAGE_PANEL'
  /** Recuse herself. */
  | 'RECUSE'
  /** Score. */
  | 'SCORE'
  /** Invite to interviews. */
  | 'SHORTLIST'
  /** Begin the scoring (`startEvaluation`). */
  | 'START'
  /** Begin the consensus. */
  | 'START_CONSENSUS';

/** A bid under its letter. */
export type EvaluationBid = {
  /** How. */
  approach: Scalars['String']['output'];
  /** Files that belong to it. */
  attachments: Array<ProposalAttachment>;
  /** Duration in months. */
  durationMonths: Maybe<Scalars['Int']['output']>;
  /** What the interview brought; as the lines. */
  interviewNote: Maybe<Scalars['String']['output']>;
  /** Its letter: A, B, and so on; shuffled. */
  label: Scalars['String']['output'];
  /** Language it is written in. */
  language: Locale;
  /**
   * Criterion by criterion: what members scored, what was agreed, and the arithmetic. Empty before the
   * consensus, and to members who have not handed in their own scores.
   */
  lines: Array<BidLine>;
  /** The bidder; null while who bid what is hidden. */
  organization: Maybe<Organization>;
  /** Price; null while quality is scored, where price is a criterion. */
  price: Maybe<Money>;
  /** The proposal's id; null while who bid what is hidden. */
  proposalId: Maybe<Scalars['ID']['output']>;
  /** Place in the ranking, from 1; as the lines. */
  rank: Maybe<Scalars['Int']['output']>;
  /**
   * The parts that it has; without price and financing while quality is scored, where price is a
   * criterion.
   */
  sections: Array<ProposalSection>;
  /** It was selected. */
  selected: Scalars['Boolean']['output'];
  /** Is among those who are interviewed. */
  shortlisted: Scalars['Boolean']['output'];
  /** In a few sentences. */
  summary: Scalars['String']['output'];
  /** Sum of the points; as the lines. */
  total: Maybe<Scalars['Float']['output']>;
  /** The viewer's own scores, criterion by criterion; empty to those who have none. */
  viewerScores: Array<MemberScore>;
};

/** Names the need of an evaluation. */
export type EvaluationInput = {
  /** Of which need. */
  needId: Scalars['ID']['input'];
};

/** The evaluation after the change, as the viewer sees it. */
export type EvaluationPayload = {
  /** The evaluation. */
  evaluation: Evaluation;
};

/** Where an evaluation stands. */
export type EvaluationStatus =
  /** Đã phê duyệt. */
  | 'APPROVED'
  /** Thống nhất. */
  | 'CONSENSUS'
  /** Đã quyết định. */
  | 'DECIDED'
  /** Kết thúc không có quyết định. */
  | 'ENDED'
  /** Phỏng vấn và thống nhất lần hai. */
  | 'INTERVIEW'
  /** Chuẩn bị: tiêu chí và tổ đánh giá. */
  | 'PREPARING'
  /** Chấm riêng. */
  | 'SCORING';

/** A researcher who knows what a need is about. */
export type ExpertSuggestion = {
  /** The explanation: what the score is made of. */
  factors: Array<Factor>;
  /** The researcher. */
  researcher: Researcher;
  /** 0 to 100: the sum of the factors' points. */
  score: Scalars['Float']['output'];
};

/** By what results are narrowed and counted. */
export type FacetKey =
  /** Contract type. */
  | 'CONTRACT_TYPE'
  /** Domain code. */
  | 'DOMAIN'
  /** Kind of thing. */
  | 'KIND'
  /** Language in which it can be read. */
  | 'LANGUAGE'
  /** Today's unit. */
  | 'PLACE'
  /** Region of the place. */
  | 'REGION'
  /** Status. */
  | 'STATUS';

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

/** How the values of a factor are spread over the matches that wait for a decision. */
export type FactorDistribution = {
  /** How many values lie in each tenth of 0 to 1, the lowest first. */
  buckets: Array<Scalars['Int']['output']>;
  /** Which factor. */
  key: FactorKey;
  /** Matches. */
  matches: Scalars['Int']['output'];
  /** Mean value: 0 to 1. */
  mean: Scalars['Float']['output'];
};

/** What is compared. */
export type FactorKey =
  /** Deadline and validity. */
  | 'CALENDAR'
  /** Whether it is large enough. */
  | 'CAPACITY'
  /** Delivery model and contract type. */
  | 'DELIVERY'
  /** Domains in common. */
  | 'DOMAIN'
  /** What a researcher knows. */
  | 'EXPERTISE'
  /** Languages in common. */
  | 'LANGUAGES'
  /** How far the solution has come against what is aimed at. */
  | 'MATURITY'
  /** What the texts mean, by the sentence model. */
  | 'MEANING'
  /** Budget against price. */
  | 'MONEY'
  /** Where it is needed and where it is offered. */
  | 'PLACE'
  /** Standards that are asked for and certificates that hold. */
  | 'STANDARDS'
  /** Free tags in common, rare ones more. */
  | 'TAGS'
  /** Words and concepts in common. */
  | 'TEXT'
  /** What the organisation has achieved. */
  | 'TRACK_RECORD';

/** The most points that a factor can give. */
export type FactorWeight = {
  /** Which factor. */
  key: FactorKey;
  /** Points; all factors' sum to 100. */
  points: Scalars['Float']['output'];
};

/** An uploaded file, to those who may read it. */
export type File = {
  /** Id. */
  id: Scalars['ID']['output'];
  /** Type by its bytes: application/pdf, image/png or image/jpeg. */
  mediaType: Scalars['String']['output'];
  /** Name as it was given, cleaned. */
  name: Scalars['String']['output'];
  /** Where its bytes are, for a request with the bearer token. */
  path: Scalars['String']['output'];
  /** Bytes. */
  size: Scalars['Int']['output'];
  /** When it was uploaded. */
  uploadedAt: Scalars['DateTime']['output'];
};

/** What a flag does. */
export type FlagSeverity =
  /** It may stay. */
  | 'ADVICE'
  /** It has to be mended before the need is sent in. */
  | 'BLOCKS'
  /** It has to be mended or justified before the need is sent in. */
  | 'WARNS';

/** By what an organisation was verified. */
export type FormerIdentity = {
  /** Code of a public body. */
  establishmentCode: Maybe<Scalars['String']['output']>;
  /** Kind. */
  kind: OrganizationKind;
  /** Legal name. */
  legalName: BilingualText;
  /** Tax or enterprise code. */
  taxCode: Maybe<Scalars['String']['output']>;
};

/** Where an agreement goes on. */
export type HandOverAgreementInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** Its address; begins with https://. */
  link: Scalars['String']['input'];
  /** Number of the notice on the national procurement system. */
  noticeNumber: Scalars['String']['input'];
  /** The version of the agreement that was read. */
  version: Scalars['Int']['input'];
};

/** Why a posting is out of sight of everybody but its own organisation and the alliance's staff. */
export type HiddenReason =
  /** The alliance suspended who began it. */
  | 'AUTHOR_SUSPENDED'
  /** Its organisation is closed. */
  | 'ORGANIZATION_CLOSED'
  /** The alliance suspended its organisation. */
  | 'ORGANIZATION_SUSPENDED'
  /** It was reported, and the alliance upheld the report. */
  | 'REPORT';

/** A question to be kept out of sight. */
export type HideQuestionInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** Which question. */
  questionId: Scalars['ID']['input'];
  /** Why; the asker reads it. */
  reason: Scalars['String']['input'];
  /** Its version that was read. */
  version: Scalars['Int']['input'];
};

/** A piece of a text. */
export type HighlightPiece = {
  /** It was asked for. */
  marked: Scalars['Boolean']['output'];
  /** The text as it stands. */
  text: Scalars['String']['output'];
};

/** An organisation's interest in a need. */
export type Interest = {
  /** Id. */
  id: Scalars['ID']['output'];
  /** Everybody may see it. */
  isPublic: Scalars['Boolean']['output'];
  /** What it brings, and whom it looks for; as it was written, in whichever language. */
  note: Scalars['String']['output'];
  /** Whose. */
  organization: Organization;
  /** It looks for partners. */
  seeksPartners: Scalars['Boolean']['output'];
  /** When it was said last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The viewer may change it, or take it back. */
  viewerMayEdit: Scalars['Boolean']['output'];
  /** When it was taken back; only its own organisation still sees it then. */
  withdrawnAt: Maybe<Scalars['DateTime']['output']>;
};

/** The interest after the change. */
export type InterestPayload = {
  /** The interest. */
  interest: Interest;
};

/** An invitation to join an organisation. */
export type Invitation = {
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The invited address. */
  email: Scalars['String']['output'];
  /** Until when it is good. */
  expiresAt: Scalars['DateTime']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** Name of who invites. */
  invitedBy: Scalars['String']['output'];
  /** Where to. */
  organization: Organization;
  /** As what. */
  role: MembershipRole;
  /** When its last letter went out. */
  sentAt: Scalars['DateTime']['output'];
  /** What became of it. */
  status: InvitationStatus;
};

/** Names an invitation. */
export type InvitationIdInput = {
  /** The invitation. */
  invitationId: Scalars['ID']['input'];
};

/** The invitation after the change. */
export type InvitationPayload = {
  /** The invitation. */
  invitation: Invitation;
};

/** What became of an invitation. */
export type InvitationStatus =
  /** The invited person joined. */
  | 'ACCEPTED'
  /** The invited person did not want to. */
  | 'DECLINED'
  /** Its time is over. */
  | 'EXPIRED'
  /** An owner took it back. */
  | 'REVOKED'
  /** Nobody has answered. */
  | 'WAITING';

/** Whom to invite. */
export type InviteMemberInput = {
  /** The address. */
  email: Scalars['String']['input'];
  /** The organisation. */
  organizationId: Scalars['ID']['input'];
  /** What its person may do once she has joined. */
  role: MembershipRole;
};

/** Somebody to be invited to a panel. */
export type InvitePanelMemberInput = {
  /** As the chair. */
  chair: Scalars['Boolean']['input'];
  /** Of which need. */
  needId: Scalars['ID']['input'];
  /** Whom. */
  userId: Scalars['ID']['input'];
};

/** An organisation to be asked in. */
export type InviteToProposalInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** Who. */
  organizationId: Scalars['ID']['input'];
  /** Which proposal. */
  proposalId: Scalars['ID']['input'];
  /** What it is to do; at most 200 characters. */
  role: Scalars['String']['input'];
  /** Of the work, in percent: 1 to 99. */
  sharePercent?: InputMaybe<Scalars['Int']['input']>;
};

/** Needs of several owners that could be one joint call, or are. */
export type JointCall = {
  /** When the engine found it. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was agreed, or ended in another way. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** The economic zone that all lie in; null when it is a region. */
  economicZone: Maybe<EconomicZone>;
  /** Version of the engine that found it. */
  engineVersion: Scalars['String']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** Why the needs belong together. */
  kind: JointCallKind;
  /** Version of the sentence model that it used; null without one. */
  modelVersion: Maybe<Scalars['String']['output']>;
  /**
   * Its needs, each its owner's. Owners and the alliance see also those that are out of it; everybody
   * else those that are part of what was agreed.
   */
  parts: Array<JointCallPart>;
  /** What the needs had in common when they were found; for their owners and the alliance, else null. */
  reason: Maybe<BilingualText>;
  /** The region that all lie in; null when it is an economic zone. */
  region: Maybe<Region>;
  /** How alike the needs are, the least alike two of them: 0 to 1. */
  score: Scalars['Float']['output'];
  /** Where it stands. */
  status: JointCallStatus;
  /** Why the alliance ended it; for the owners and the alliance, else null. */
  statusReason: Maybe<Scalars['String']['output']>;
  /** What the viewer may do with it now. */
  viewerCan: Array<JointCallAction>;
  /** Version of the weights that it used. */
  weightsVersion: Scalars['String']['output'];
};

/** What the viewer may do with a joint call now. */
export type JointCallAction =
  /** End it, for the alliance. */
  | 'END';

/** What the owner of one of the needs said. */
export type JointCallAnswer =
  /** Đồng ý. */
  | 'CONSENTED'
  /** Từ chối. */
  | 'DECLINED'
  /** Nhu cầu không còn tiếp nhận. */
  | 'LEFT'
  /** Chưa trả lời. */
  | 'WAITING';

export type JointCallConnection = {
  /** A list of edges. */
  edges: Array<JointCallEdge>;
  /** A list of nodes. */
  nodes: Array<JointCall>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An edge in a connection. */
export type JointCallEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: JointCall;
};

/** What a list of joint calls is narrowed to. */
export type JointCallFilter = {
  /** Only those with needs of the viewer's organisations. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** With this need among its own. */
  needId?: InputMaybe<Scalars['ID']['input']>;
  /** Statuses. */
  statuses?: InputMaybe<Array<JointCallStatus>>;
};

/** Why needs belong together. */
export type JointCallKind =
  /** Bổ sung cho nhau. */
  | 'COMPLEMENTARY'
  /** Cùng một nhu cầu. */
  | 'SIMILAR';

/** One of the needs of a joint call. */
export type JointCallPart = {
  /** What the owner said; for the owners of all its needs and the alliance, else null. */
  answer: Maybe<JointCallAnswer>;
  /** When; as the answer. */
  answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** The need; without what it says while it is hidden. */
  need: Need;
  /** Its owner. */
  organization: Organization;
  /** Why the owner declined; as the answer. */
  reason: Maybe<Scalars['String']['output']>;
  /** What the viewer may do now for this need. */
  viewerCan: Array<JointCallPartAction>;
};

/** What the viewer may do now for one of its needs. */
export type JointCallPartAction =
  /** Consent. */
  | 'CONSENT'
  /** Decline, or take the consent back. */
  | 'DECLINE';

/** The joint call after the change. */
export type JointCallPayload = {
  /** The joint call. */
  jointCall: JointCall;
};

/** Where a joint call stands. */
export type JointCallStatus =
  /** Các bên đã đồng ý. */
  | 'AGREED'
  /** Không đủ bên đồng ý. */
  | 'DECLINED'
  /** Liên minh kết thúc. */
  | 'ENDED'
  /** Hết hiệu lực. */
  | 'EXPIRED'
  /** Chờ các bên trả lời. */
  | 'PROPOSED';

/** Why a flag may stay. */
export type JustifyNeedFlagInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** Code of the check. */
  code: Scalars['String']['input'];
  /** Of which need. */
  needId: Scalars['ID']['input'];
  /** Why; at most 1,000 characters; published. Empty takes it back. */
  text: Scalars['String']['input'];
  /** The need's version that was read. */
  version: Scalars['Int']['input'];
};

/** The need after the change. */
export type JustifyNeedFlagPayload = {
  /** The need. */
  need: Need;
};

/** A document on which a need rests. */
export type LegalDocument = {
  /** Date of issue. */
  issuedOn: Maybe<Scalars['NaiveDate']['output']>;
  /** Number, such as 269/2025/NĐ-CP; at most 200 characters. */
  number: Scalars['String']['output'];
  /** What it is called. */
  title: Maybe<Scalars['String']['output']>;
};

/** A document on which a need rests. */
export type LegalDocumentInput = {
  /** Date of issue. */
  issuedOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** Number, such as 269/2025/NĐ-CP; at most 200 characters. */
  number: Scalars['String']['input'];
  /** What it is called. */
  title?: InputMaybe<Scalars['String']['input']>;
};

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
  /** Version of the sentence model that it used; null without one. */
  modelVersion: Maybe<Scalars['String']['output']>;
  /** The need; without what it says while it is hidden. */
  need: Need;
  /** When the need's owner accepted. */
  needAcceptedAt: Maybe<Scalars['DateTime']['output']>;
  /** The offer. */
  offer: Offer;
  /** When the offer's owner accepted. */
  offerAcceptedAt: Maybe<Scalars['DateTime']['output']>;
  /** By when both sides are to answer; null before the introduction. */
  replyBy: Maybe<Scalars['DateTime']['output']>;
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
  /** Version of the weights that it used. */
  weightsVersion: Scalars['String']['output'];
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

/** Something that the owner could add so that the posting fits better. */
export type MatchAdvice = {
  /** Which factor it would raise. */
  key: FactorKey;
  /** How many of the best ten it would raise. */
  matches: Scalars['Int']['output'];
  /** By how many points it would raise the best matches: the mean, at most. */
  points: Scalars['Float']['output'];
  /** What to do. */
  text: BilingualText;
};

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

/** What a member scored. */
export type MemberScore = {
  /** Why. */
  comment: Maybe<Scalars['String']['output']>;
  /** By which criterion. */
  criterionId: Scalars['ID']['output'];
  /** Which member. */
  memberId: Scalars['ID']['output'];
  /** Her name. */
  name: Scalars['String']['output'];
  /** 0 to 100; null while she has not decided. */
  score: Maybe<Scalars['Int']['output']>;
};

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

/** How far a milestone is reached. */
export type MilestoneStatus =
  /** Đạt. */
  | 'MET'
  /** Không đạt. */
  | 'NOT_MET'
  /** Đạt một phần. */
  | 'PARTIALLY_MET'
  /** Chưa đến. */
  | 'SCHEDULED';

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
  /** Accepts the version that the other side proposed: it waits for signatures. */
  acceptAgreement: AgreementPayload;
  /** Joins; for the person whose address is invited. */
  acceptInvitation: MembershipPayload;
  /** The viewer's side accepts; when both have, each gets the other's contacts. */
  acceptMatch: MatchPayload;
  /** Names a witness, until a day after both have signed. */
  addAgreementWitness: AgreementPayload;
  /** Adds a certificate; at most 50. */
  addCertificate: CertificatePayload;
  /** Adds the passkey that was made. */
  addPasskey: SecondFactorPayload;
  /** Adds a reference; at most 50. */
  addReference: ReferencePayload;
  /** Uses an edition from now on: search and matching are built anew with it. */
  adoptTaxonomy: TaxonomyPayload;
  /** Ranks with these weights from now on; every open need is ranked anew. */
  adoptWeights: WeightsPayload;
  /** The chair enters what the panel agreed for one bid and criterion. */
  agreeScore: EvaluationPayload;
  /** Begins to change an agreement in force; it holds as it is until both have signed another text. */
  amendAgreement: AgreementPayload;
  /** Answers the second factor of a sign-in, and opens the session. */
  answerChallenge: SessionPayload;
  /**
   * The owner of one of the needs consents, or declines with a reason. When all who are still in have
   * consented it is agreed. When somebody leaves and two owners or more remain, these are asked anew.
   */
  answerJointCall: JointCallPayload;
  /** The alliance answers a request, by somebody who had no part in the evaluation. */
  answerOutcomeReview: OutcomeReviewPayload;
  /** The viewer accepts an invitation to a panel, or recuses herself with a reason. */
  answerPanelInvitation: EvaluationPayload;
  /** The viewer's organisation answers an invitation. */
  answerProposalInvitation: ConsortiumMemberPayload;
  /** Answers a question about one's own need; the answer is published. */
  answerQuestion: QuestionPayload;
  /**
   * Appeals against a decision that concerns the viewer: once, within thirty days. Somebody else
   * decides.
   */
  appeal: ReviewPayload;
  /** As appeal, by the link in a suspended person's letter. */
  appealByLink: ReviewPayload;
  /** Applies for membership of the alliance; for the owners of a verified organisation. */
  applyForAlliance: OrganizationPayload;
  /** The chair approves the evaluation: it does not change any more, and who bid what is shown. */
  approveEvaluation: EvaluationPayload;
  /** Lets a person in who asked to join; for the organisation's owners alone. */
  approveMembership: MembershipPayload;
  /** Puts an offer away. */
  archiveOffer: OfferPayload;
  /** Asks about an open need, for a verified organisation; who asked is shown to nobody. */
  askQuestion: QuestionPayload;
  /** Adds a scan of the paper original. */
  attachAgreementScan: AgreementPayload;
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
  /** Gives up an agreement that was never signed by both. */
  cancelAgreement: AgreementPayload;
  /** Gives up a change of address. */
  cancelEmailChange: ViewerPayload;
  /** Sets a new password; every other session ends. */
  changePassword: ViewerPayload;
  /** How good a password would be. A mutation, so that it never travels in an address. */
  checkPassword: CheckPasswordPayload;
  /** Takes something that waits upon oneself for half an hour, so that nobody else decides on it. */
  claimReview: ReviewPayload;
  /**
   * Closes one's account for ever: everything by which it names a person goes; decisions and the
   * organisation's postings stay, and name nobody.
   */
  closeAccount: CloseAccountPayload;
  /** Says something to the version that lies on the table. */
  commentAgreement: AgreementPayload;
  /** The side with the need records that it is done, and with what result. */
  completeAgreement: AgreementPayload;
  /** Makes the account of a registration letter with its password, and signs in. */
  completeRegistration: SessionPayload;
  /** Ends a need with a reason. */
  concludeNeed: NeedPayload;
  /** One of the two addresses agrees to a change, by its letter's link. */
  confirmEmailChange: EmailChangePayload;
  /** Proves once more who it is; good for ten minutes. */
  confirmIdentity: ViewerPayload;
  /** The side with the need says how far a milestone is reached: as was reported, or otherwise and why. */
  confirmMilestone: AgreementPayload;
  /** The other side confirms what was recorded as paid or given. */
  confirmPayment: AgreementPayload;
  /** Makes a token with which a program acts for the viewer. */
  createAccessToken: CreateAccessTokenPayload;
  /** Begins an agreement from a template; the viewer's side holds the first turn. */
  createAgreement: AgreementPayload;
  /** Begins a need as a draft. */
  createNeed: NeedPayload;
  /** Begins an offer as a draft. */
  createOffer: OfferPayload;
  /**
   * Founds a further organisation; who does owns it. One whose name looks like another's answers
   * NAME_SIMILAR until that is acknowledged, and is then unseen until the alliance has looked.
   */
  createOrganization: OrganizationPayload;
  /** Begins a proposal as a draft; one per bidder and need. */
  createProposal: ProposalPayload;
  /**
   * Records what the alliance's board decided on an application; for administrators who do not
   * belong to the organisation.
   */
  decideAllianceMembership: OrganizationPayload;
  /** Decides on an appeal; not by who decided first. Overturned, the decision is undone. */
  decideAppeal: ReviewPayload;
  /** The owner selects one bid or none, with a reason; every bidder gets the outcome with its scores. */
  decideEvaluation: EvaluationPayload;
  /**
   * Decides on a merge that another administrator proposed. Approved, needs, offers and matches move at
   * once, members are asked for, and the page of the one leads to the other; proposals stay.
   */
  decideMerge: ReviewPayload;
  /** Selects a proposal or not; the bidder gets the outcome and the reason. */
  decideProposal: ProposalPayload;
  /**
   * Accepts a registration or not; for verifiers and administrators who do not belong to the
   * organisation.
   */
  decideRegistration: OrganizationPayload;
  /** Decides on a report: upheld, a posting is hidden. Reporter and owner are told. */
  decideReport: ReviewPayload;
  /** Decides who an organisation is; for verifiers and administrators who do not belong to it. */
  decideVerification: OrganizationPayload;
  /** Does not want to join; for the person whose address is invited. */
  declineInvitation: InvitationPayload;
  /** The viewer's side declines, with a reason. */
  declineMatch: MatchPayload;
  /** Does not let a person in who asked to join; for the organisation's owners. */
  declineMembership: EndedMembershipPayload;
  /** Deletes a search. */
  deleteSavedSearch: DeletedSavedSearchPayload;
  /** Forgets what the viewer's side was changing. */
  discardAgreementDraft: AgreementPayload;
  /** The viewer discloses an earlier dealing of hers with a bidder. */
  discloseConflict: EvaluationPayload;
  /** Gives up an amendment: what is in force stays as it is. */
  dropAmendment: AgreementPayload;
  /** Enables the authenticator app with its first code. */
  enableTotp: SecondFactorPayload;
  /** A member leaves, or the lead ends its part or takes the invitation back; signatures end with it. */
  endConsortiumMember: ConsortiumMemberPayload;
  /** The alliance ends a joint call, also an agreed one, with a reason that its owners read. */
  endJointCall: JointCallPayload;
  /** Ends all of the viewer's sessions but this one. */
  endOtherSessions: EndSessionsPayload;
  /** Ends one of the viewer's sessions. */
  endSession: EndSessionsPayload;
  /** The side with the need records under which notice it goes on at the national procurement system. */
  handOverAgreement: AgreementPayload;
  /** Keeps a question out of sight; for the alliance's staff. */
  hideQuestion: QuestionPayload;
  /** The alliance introduces the two sides; both get an email. */
  introduceMatch: MatchPayload;
  /**
   * Invites an address; for the organisation's owners. The answer does not tell whether the address
   * has an account.
   */
  inviteMember: InvitationPayload;
  /** Invites somebody to a need's panel, by email. */
  invitePanelMember: EvaluationPayload;
  /** The lead asks an organisation to propose together; it gets an email. */
  inviteToProposal: ProposalPayload;
  /** Says why something that a check flags is right as it is. */
  justifyNeedFlag: JustifyNeedFlagPayload;
  /**
   * Learns weights from what was decided on matches. They rank only when they are adopted; the same
   * decisions give the same version.
   */
  learnWeights: WeightsPayload;
  /** Leaves the alliance, or takes an application back; for the organisation's owners. */
  leaveAlliance: OrganizationPayload;
  /** The chair writes down what an interview brought. */
  noteInterview: EvaluationPayload;
  /** Opens a need for proposals after the market was consulted about it. */
  openNeed: NeedPayload;
  /**
   * Opens a need's sealed proposals for the viewer's side, after the deadline. When both sides have,
   * all are opened at once.
   */
  openProposals: OpenProposalsPayload;
  /** Hides a published offer for a while. */
  pauseOffer: OfferPayload;
  /** Puts the text before the other side, which gets the turn. */
  proposeAgreement: AgreementPayload;
  /** Puts it before another administrator that two organisations are one. */
  proposeMerge: ReviewPayload;
  /** Adds to an open need, and moves its deadline back where that is asked for. */
  publishAddendum: PublishAddendumPayload;
  /** The draft is taken back to be changed again; the signatures end. */
  recallProposal: ProposalPayload;
  /** Records a value of an indicator. */
  recordMeasurement: AgreementPayload;
  /** Records what was paid or given in kind. */
  recordPayment: AgreementPayload;
  /** Runs the engine now for one posting; for its owner and the alliance's staff. */
  refreshMatches: RefreshMatchesPayload;
  /** Exchanges the refresh cookie for a new access token; the cookie rotates. */
  refreshSession: SessionPayload;
  /** An organisation says that a need interests it, or says it differently. */
  registerInterest: InterestPayload;
  /** Lets an organisation in again, and shows its page and postings. As suspendOrganization. */
  reinstateOrganization: SuspendOrganizationPayload;
  /** Lets a person in again, and shows what she began. As suspendUser. */
  reinstateUser: PersonPayload;
  /** Leaves to others what one has claimed. */
  releaseReview: ReviewPayload;
  /** Takes a witness off again. */
  removeAgreementWitness: AgreementPayload;
  /** Removes a certificate and its evidence. */
  removeCertificate: RemovedCertificatePayload;
  /**
   * Removes a member, for the organisation's owners; or leaves, or takes one's own request back. An
   * organisation whose last member leaves is closed.
   */
  removeMembership: EndedMembershipPayload;
  /** Takes somebody out of a panel: her scores no longer count. */
  removePanelMember: EvaluationPayload;
  /** Removes a passkey. */
  removePasskey: ViewerPayload;
  /** Takes a file out of a draft; files are added by `POST /proposals/{id}/attachments`. */
  removeProposalAttachment: ProposalPayload;
  /** Removes a reference. */
  removeReference: RemovedReferencePayload;
  /** Removes one's own profile. */
  removeResearcher: RemovedResearcherPayload;
  /** Removes the authenticator app. */
  removeTotp: ViewerPayload;
  /** Gives a passkey another name. */
  renamePasskey: ViewerPayload;
  /** Makes fresh recovery codes; the earlier ones are worth nothing any more. */
  renewRecoveryCodes: SecondFactorPayload;
  /** Opens the text again before both have signed; the viewer's side gets the turn. */
  reopenAgreement: AgreementPayload;
  /** Says that something published breaks a rule. Whose it is never learns by whom. */
  reportAbuse: ReportAbusePayload;
  /** The side that carries it out says how far a milestone is reached. */
  reportMilestone: AgreementPayload;
  /** Asks for another address: the old one and the new one must both agree. */
  requestEmailChange: ViewerPayload;
  /** Asks to join an organisation: an editor once one of its owners agrees. */
  requestMembership: MembershipPayload;
  /** A bidder asks, once and within ten days, that the alliance review the outcome. */
  requestOutcomeReview: OutcomeReviewPayload;
  /** Asks for a letter with which a new password can be set. The answer is the same for every address. */
  requestPasswordReset: LetterPayload;
  /** The lead puts the draft up for signing: it is frozen, and the members get an email. */
  requestProposalSignoff: ProposalPayload;
  /**
   * Takes a registration in: a letter goes to the address, and leads to `completeRegistration`. The
   * answer is the same whether or not the address has an account.
   */
  requestRegistration: LetterPayload;
  /** Asks the alliance to verify an organisation, or adds to a request that waits; for its owners. */
  requestVerification: OrganizationPayload;
  /**
   * Sends an invitation's letter again, after ten minutes at the earliest; it is good for another
   * 14 days.
   */
  resendInvitation: InvitationPayload;
  /** Sets a new password by a letter's link. Every session ends; second factors stay. */
  resetPassword: ResetPasswordPayload;
  /** Ends the suspension of a membership of the alliance; for administrators. */
  restoreAllianceMembership: OrganizationPayload;
  /** Uses the built-in edition again. */
  restoreBuiltInTaxonomy: BuiltInTaxonomyPayload;
  /** Ranks with the defaults again; every open need is ranked anew. */
  restoreDefaultWeights: DefaultWeightsPayload;
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
  /** Takes an invitation back; for the organisation's owners. */
  revokeInvitation: InvitationPayload;
  /** Saves what the viewer's side is changing while it holds the turn. */
  saveAgreementDraft: AgreementPayload;
  /** Saves one section of a draft; several people write at once, each section by itself. */
  saveProposalSection: SaveProposalSectionPayload;
  /** Saves some of the viewer's scores of one bid. */
  saveScores: EvaluationPayload;
  /** Saves a search. */
  saveSearch: SavedSearchPayload;
  /** Says what the viewer's side lets everybody see once it is signed. */
  setAgreementPublication: AgreementPayload;
  /** Gives or withdraws one's consent to a purpose. */
  setConsent: ViewerPayload;
  /** Replaces the criteria of a need; only before it opens. */
  setCriteria: CriteriaPayload;
  /** Changes what a member may do; for the organisation's owners. */
  setMembershipRole: MembershipPayload;
  /** Asks somebody at the province to complete a commune's draft, takes that back, or hands the draft back. */
  setNeedFocalPoint: NeedPayload;
  /** Names the chair of a panel. */
  setPanelChair: EvaluationPayload;
  /** Asks all members for a second factor, or no longer; for owners who have one themselves. */
  setSecondFactorRequired: OrganizationPayload;
  /**
   * Gives a person a role in the alliance's staff or takes it away; administrators only, with a fresh
   * proof of who they are.
   */
  setStaffRole: PersonPayload;
  /** The owner invites some bidders to interviews; their scores are then agreed a second time. */
  shortlistProposals: EvaluationPayload;
  /**
   * Signs the current version for the viewer's organisation, as a present owner of it, after a fresh
   * proof of who she is. When both sides have, it is in force.
   */
  signAgreement: AgreementPayload;
  /** Opens a session, or asks for the second factor. */
  signIn: SignInPayload;
  /** Opens a session with a passkey: it is both factors at once. */
  signInWithPasskey: SessionPayload;
  /** Ends the session on this device. */
  signOut: SignOutPayload;
  /** A member signs the version that it has read. */
  signProposal: ProposalPayload;
  /** The chair begins the consensus, when all scores are in. */
  startConsensus: EvaluationPayload;
  /** Begins to evaluate a closed need's proposals. */
  startEvaluation: NeedPayload;
  /** Sends a need in for review. */
  submitNeed: NeedPayload;
  /** Sends an offer in for review. */
  submitOffer: OfferPayload;
  /** Hands a proposal in: sealed until the need's proposals are opened. The bidder gets a receipt. */
  submitProposal: ProposalPayload;
  /** Hands the viewer's scores in; they do not change any more. */
  submitScores: EvaluationPayload;
  /** Suspends a membership of the alliance; for administrators. */
  suspendAllianceMembership: OrganizationPayload;
  /**
   * Keeps an organisation out: its members may only read, its page and postings are hidden.
   * Administrators only, with a fresh proof of who they are.
   */
  suspendOrganization: SuspendOrganizationPayload;
  /**
   * Keeps a person out: sessions and tokens end, what she began is hidden. Administrators only, with a
   * fresh proof of who they are.
   */
  suspendUser: PersonPayload;
  /** A side ends it before it is done, with a reason that everybody reads. */
  terminateAgreement: AgreementPayload;
  /** Makes another member the owner and oneself an editor; wants a fresh proof of who one is. */
  transferOwnership: MembershipPayload;
  /** Replaces what a certificate says; evidence that is left out is removed. */
  updateCertificate: CertificatePayload;
  /**
   * Replaces the content of a draft, of a need that was sent back, or of one about which the market is
   * consulted.
   */
  updateNeed: NeedPayload;
  /** Replaces the content of a draft, of an offer that was sent back, or of an expired one. */
  updateOffer: OfferPayload;
  /**
   * Replaces an organisation's profile; for owners and editors. A change of legal name, kind or code
   * ends a verification, and the alliance looks again.
   */
  updateOrganization: OrganizationPayload;
  /** Changes one's name or language. */
  updateProfile: ViewerPayload;
  /** Replaces the content of a draft. */
  updateProposal: ProposalPayload;
  /** Replaces what a reference says. */
  updateReference: ReferencePayload;
  /**
   * Writes one's own profile. Others see it only with one's consent to a public profile
   * (`setConsent`).
   */
  updateResearcher: ResearcherPayload;
  /** Renames a search, or changes how often to be told. */
  updateSavedSearch: SavedSearchPayload;
  /** An organisation takes its interest back. */
  withdrawInterest: InterestPayload;
  /** Takes a proposal back before the need's deadline. */
  withdrawProposal: ProposalPayload;
  /**
   * Writes an edition of the taxonomy's concepts. It is used only when it is adopted; the same concepts
   * are one edition.
   */
  writeTaxonomy: TaxonomyPayload;
};


/** Everything that can be done. */
export type MutationAcceptAgreementArgs = {
  input: AcceptAgreementInput;
};


/** Everything that can be done. */
export type MutationAcceptInvitationArgs = {
  input: InvitationIdInput;
};


/** Everything that can be done. */
export type MutationAcceptMatchArgs = {
  input: MatchIdInput;
};


/** Everything that can be done. */
export type MutationAddAgreementWitnessArgs = {
  input: AddAgreementWitnessInput;
};


/** Everything that can be done. */
export type MutationAddCertificateArgs = {
  input: AddCertificateInput;
};


/** Everything that can be done. */
export type MutationAddPasskeyArgs = {
  input: AddPasskeyInput;
};


/** Everything that can be done. */
export type MutationAddReferenceArgs = {
  input: AddReferenceInput;
};


/** Everything that can be done. */
export type MutationAdoptTaxonomyArgs = {
  input: TaxonomyEditionIdInput;
};


/** Everything that can be done. */
export type MutationAdoptWeightsArgs = {
  input: WeightsIdInput;
};


/** Everything that can be done. */
export type MutationAgreeScoreArgs = {
  input: AgreeScoreInput;
};


/** Everything that can be done. */
export type MutationAmendAgreementArgs = {
  input: AgreementReasonInput;
};


/** Everything that can be done. */
export type MutationAnswerChallengeArgs = {
  input: AnswerChallengeInput;
};


/** Everything that can be done. */
export type MutationAnswerJointCallArgs = {
  input: AnswerJointCallInput;
};


/** Everything that can be done. */
export type MutationAnswerOutcomeReviewArgs = {
  input: AnswerOutcomeReviewInput;
};


/** Everything that can be done. */
export type MutationAnswerPanelInvitationArgs = {
  input: AnswerPanelInvitationInput;
};


/** Everything that can be done. */
export type MutationAnswerProposalInvitationArgs = {
  input: AnswerProposalInvitationInput;
};


/** Everything that can be done. */
export type MutationAnswerQuestionArgs = {
  input: AnswerQuestionInput;
};


/** Everything that can be done. */
export type MutationAppealArgs = {
  input: AppealInput;
};


/** Everything that can be done. */
export type MutationAppealByLinkArgs = {
  input: AppealByLinkInput;
};


/** Everything that can be done. */
export type MutationApplyForAllianceArgs = {
  input: ApplyForAllianceInput;
};


/** Everything that can be done. */
export type MutationApproveEvaluationArgs = {
  input: EvaluationInput;
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
export type MutationAskQuestionArgs = {
  input: AskQuestionInput;
};


/** Everything that can be done. */
export type MutationAttachAgreementScanArgs = {
  input: AttachAgreementScanInput;
};


/** Everything that can be done. */
export type MutationBlockMatchArgs = {
  input: BlockMatchInput;
};


/** Everything that can be done. */
export type MutationCancelAgreementArgs = {
  input: AgreementReasonInput;
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
export type MutationClaimReviewArgs = {
  input: ReviewIdInput;
};


/** Everything that can be done. */
export type MutationCommentAgreementArgs = {
  input: CommentAgreementInput;
};


/** Everything that can be done. */
export type MutationCompleteAgreementArgs = {
  input: CompleteAgreementInput;
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
export type MutationConfirmMilestoneArgs = {
  input: ConfirmMilestoneInput;
};


/** Everything that can be done. */
export type MutationConfirmPaymentArgs = {
  input: ConfirmPaymentInput;
};


/** Everything that can be done. */
export type MutationCreateAccessTokenArgs = {
  input: CreateAccessTokenInput;
};


/** Everything that can be done. */
export type MutationCreateAgreementArgs = {
  input: CreateAgreementInput;
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
export type MutationCreateOrganizationArgs = {
  input: CreateOrganizationInput;
};


/** Everything that can be done. */
export type MutationCreateProposalArgs = {
  input: CreateProposalInput;
};


/** Everything that can be done. */
export type MutationDecideAllianceMembershipArgs = {
  input: DecideAllianceMembershipInput;
};


/** Everything that can be done. */
export type MutationDecideAppealArgs = {
  input: DecideReviewInput;
};


/** Everything that can be done. */
export type MutationDecideEvaluationArgs = {
  input: DecideEvaluationInput;
};


/** Everything that can be done. */
export type MutationDecideMergeArgs = {
  input: DecideReviewInput;
};


/** Everything that can be done. */
export type MutationDecideProposalArgs = {
  input: DecideProposalInput;
};


/** Everything that can be done. */
export type MutationDecideRegistrationArgs = {
  input: DecideRegistrationInput;
};


/** Everything that can be done. */
export type MutationDecideReportArgs = {
  input: DecideReviewInput;
};


/** Everything that can be done. */
export type MutationDecideVerificationArgs = {
  input: DecideVerificationInput;
};


/** Everything that can be done. */
export type MutationDeclineInvitationArgs = {
  input: InvitationIdInput;
};


/** Everything that can be done. */
export type MutationDeclineMatchArgs = {
  input: DeclineMatchInput;
};


/** Everything that can be done. */
export type MutationDeclineMembershipArgs = {
  input: MembershipIdInput;
};


/** Everything that can be done. */
export type MutationDeleteSavedSearchArgs = {
  input: SavedSearchIdInput;
};


/** Everything that can be done. */
export type MutationDiscardAgreementDraftArgs = {
  input: AgreementVersionInput;
};


/** Everything that can be done. */
export type MutationDiscloseConflictArgs = {
  input: DiscloseConflictInput;
};


/** Everything that can be done. */
export type MutationDropAmendmentArgs = {
  input: AgreementReasonInput;
};


/** Everything that can be done. */
export type MutationEnableTotpArgs = {
  input: EnableTotpInput;
};


/** Everything that can be done. */
export type MutationEndConsortiumMemberArgs = {
  input: EndConsortiumMemberInput;
};


/** Everything that can be done. */
export type MutationEndJointCallArgs = {
  input: EndJointCallInput;
};


/** Everything that can be done. */
export type MutationEndSessionArgs = {
  input: SessionIdInput;
};


/** Everything that can be done. */
export type MutationHandOverAgreementArgs = {
  input: HandOverAgreementInput;
};


/** Everything that can be done. */
export type MutationHideQuestionArgs = {
  input: HideQuestionInput;
};


/** Everything that can be done. */
export type MutationIntroduceMatchArgs = {
  input: MatchIdInput;
};


/** Everything that can be done. */
export type MutationInviteMemberArgs = {
  input: InviteMemberInput;
};


/** Everything that can be done. */
export type MutationInvitePanelMemberArgs = {
  input: InvitePanelMemberInput;
};


/** Everything that can be done. */
export type MutationInviteToProposalArgs = {
  input: InviteToProposalInput;
};


/** Everything that can be done. */
export type MutationJustifyNeedFlagArgs = {
  input: JustifyNeedFlagInput;
};


/** Everything that can be done. */
export type MutationLeaveAllianceArgs = {
  input: OrganizationIdInput;
};


/** Everything that can be done. */
export type MutationNoteInterviewArgs = {
  input: NoteInterviewInput;
};


/** Everything that can be done. */
export type MutationOpenNeedArgs = {
  input: NeedIdInput;
};


/** Everything that can be done. */
export type MutationOpenProposalsArgs = {
  input: OpenProposalsInput;
};


/** Everything that can be done. */
export type MutationPauseOfferArgs = {
  input: OfferIdInput;
};


/** Everything that can be done. */
export type MutationProposeAgreementArgs = {
  input: ProposeAgreementInput;
};


/** Everything that can be done. */
export type MutationProposeMergeArgs = {
  input: ProposeMergeInput;
};


/** Everything that can be done. */
export type MutationPublishAddendumArgs = {
  input: PublishAddendumInput;
};


/** Everything that can be done. */
export type MutationRecallProposalArgs = {
  input: RecallProposalInput;
};


/** Everything that can be done. */
export type MutationRecordMeasurementArgs = {
  input: RecordMeasurementInput;
};


/** Everything that can be done. */
export type MutationRecordPaymentArgs = {
  input: RecordPaymentInput;
};


/** Everything that can be done. */
export type MutationRefreshMatchesArgs = {
  input: RefreshMatchesInput;
};


/** Everything that can be done. */
export type MutationRegisterInterestArgs = {
  input: RegisterInterestInput;
};


/** Everything that can be done. */
export type MutationReinstateOrganizationArgs = {
  input: SuspendOrganizationInput;
};


/** Everything that can be done. */
export type MutationReinstateUserArgs = {
  input: SuspendUserInput;
};


/** Everything that can be done. */
export type MutationReleaseReviewArgs = {
  input: ReviewIdInput;
};


/** Everything that can be done. */
export type MutationRemoveAgreementWitnessArgs = {
  input: RemoveAgreementWitnessInput;
};


/** Everything that can be done. */
export type MutationRemoveCertificateArgs = {
  input: CertificateIdInput;
};


/** Everything that can be done. */
export type MutationRemoveMembershipArgs = {
  input: MembershipIdInput;
};


/** Everything that can be done. */
export type MutationRemovePanelMemberArgs = {
  input: RemovePanelMemberInput;
};


/** Everything that can be done. */
export type MutationRemovePasskeyArgs = {
  input: PasskeyIdInput;
};


/** Everything that can be done. */
export type MutationRemoveProposalAttachmentArgs = {
  input: RemoveProposalAttachmentInput;
};


/** Everything that can be done. */
export type MutationRemoveReferenceArgs = {
  input: ReferenceIdInput;
};


/** Everything that can be done. */
export type MutationRenamePasskeyArgs = {
  input: RenamePasskeyInput;
};


/** Everything that can be done. */
export type MutationReopenAgreementArgs = {
  input: AgreementReasonInput;
};


/** Everything that can be done. */
export type MutationReportAbuseArgs = {
  input: ReportAbuseInput;
};


/** Everything that can be done. */
export type MutationReportMilestoneArgs = {
  input: ReportMilestoneInput;
};


/** Everything that can be done. */
export type MutationRequestEmailChangeArgs = {
  input: EmailInput;
};


/** Everything that can be done. */
export type MutationRequestMembershipArgs = {
  input: OrganizationIdInput;
};


/** Everything that can be done. */
export type MutationRequestOutcomeReviewArgs = {
  input: RequestOutcomeReviewInput;
};


/** Everything that can be done. */
export type MutationRequestPasswordResetArgs = {
  input: EmailInput;
};


/** Everything that can be done. */
export type MutationRequestProposalSignoffArgs = {
  input: ProposalVersionInput;
};


/** Everything that can be done. */
export type MutationRequestRegistrationArgs = {
  input: RequestRegistrationInput;
};


/** Everything that can be done. */
export type MutationRequestVerificationArgs = {
  input: RequestVerificationInput;
};


/** Everything that can be done. */
export type MutationResendInvitationArgs = {
  input: InvitationIdInput;
};


/** Everything that can be done. */
export type MutationResetPasswordArgs = {
  input: SetPasswordInput;
};


/** Everything that can be done. */
export type MutationRestoreAllianceMembershipArgs = {
  input: AllianceReasonInput;
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
export type MutationRevokeInvitationArgs = {
  input: InvitationIdInput;
};


/** Everything that can be done. */
export type MutationSaveAgreementDraftArgs = {
  input: SaveAgreementDraftInput;
};


/** Everything that can be done. */
export type MutationSaveProposalSectionArgs = {
  input: SaveProposalSectionInput;
};


/** Everything that can be done. */
export type MutationSaveScoresArgs = {
  input: SaveScoresInput;
};


/** Everything that can be done. */
export type MutationSaveSearchArgs = {
  input: SaveSearchInput;
};


/** Everything that can be done. */
export type MutationSetAgreementPublicationArgs = {
  input: SetAgreementPublicationInput;
};


/** Everything that can be done. */
export type MutationSetConsentArgs = {
  input: SetConsentInput;
};


/** Everything that can be done. */
export type MutationSetCriteriaArgs = {
  input: SetCriteriaInput;
};


/** Everything that can be done. */
export type MutationSetMembershipRoleArgs = {
  input: SetMembershipRoleInput;
};


/** Everything that can be done. */
export type MutationSetNeedFocalPointArgs = {
  input: SetNeedFocalPointInput;
};


/** Everything that can be done. */
export type MutationSetPanelChairArgs = {
  input: SetPanelChairInput;
};


/** Everything that can be done. */
export type MutationSetSecondFactorRequiredArgs = {
  input: SetSecondFactorRequiredInput;
};


/** Everything that can be done. */
export type MutationSetStaffRoleArgs = {
  input: SetStaffRoleInput;
};


/** Everything that can be done. */
export type MutationShortlistProposalsArgs = {
  input: ShortlistProposalsInput;
};


/** Everything that can be done. */
export type MutationSignAgreementArgs = {
  input: SignAgreementInput;
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
export type MutationSignProposalArgs = {
  input: ProposalVersionInput;
};


/** Everything that can be done. */
export type MutationStartConsensusArgs = {
  input: EvaluationInput;
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
export type MutationSubmitScoresArgs = {
  input: EvaluationInput;
};


/** Everything that can be done. */
export type MutationSuspendAllianceMembershipArgs = {
  input: AllianceReasonInput;
};


/** Everything that can be done. */
export type MutationSuspendOrganizationArgs = {
  input: SuspendOrganizationInput;
};


/** Everything that can be done. */
export type MutationSuspendUserArgs = {
  input: SuspendUserInput;
};


/** Everything that can be done. */
export type MutationTerminateAgreementArgs = {
  input: AgreementReasonInput;
};


/** Everything that can be done. */
export type MutationTransferOwnershipArgs = {
  input: MembershipIdInput;
};


/** Everything that can be done. */
export type MutationUpdateCertificateArgs = {
  input: UpdateCertificateInput;
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
export type MutationUpdateOrganizationArgs = {
  input: UpdateOrganizationInput;
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
export type MutationUpdateReferenceArgs = {
  input: UpdateReferenceInput;
};


/** Everything that can be done. */
export type MutationUpdateResearcherArgs = {
  input: UpdateResearcherInput;
};


/** Everything that can be done. */
export type MutationUpdateSavedSearchArgs = {
  input: UpdateSavedSearchInput;
};


/** Everything that can be done. */
export type MutationWithdrawInterestArgs = {
  input: WithdrawInterestInput;
};


/** Everything that can be done. */
export type MutationWithdrawProposalArgs = {
  input: WithdrawProposalInput;
};


/** Everything that can be done. */
export type MutationWriteTaxonomyArgs = {
  input: WriteTaxonomyInput;
};

/** What a locality looks for. */
export type Need = {
  /** What it says beside its texts. */
  brief: NeedBrief;
  /** Budget; null when not stated. */
  budget: Maybe<MoneyRange>;
  /** Deadline for proposals. */
  closesAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when the market is consulted about it; null when it is not. */
  consultsUntil: Maybe<Scalars['DateTime']['output']>;
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
  /**
   * What a bidder would stumble over, the gravest first: for its organisation and staff all that the
   * checks find, for everybody else what was justified.
   */
  flags: Array<NeedFlag>;
  /** Who at the province was asked to complete it; for both sides, else null. */
  focalPoint: Maybe<Organization>;
  /**
   * Who could be asked to complete it: offices of the commune's province; empty to all but those who may
   * ask.
   */
  focalPoints: Array<Organization>;
  /** Whether its proposals are evaluated by criteria, which `needCriteria` tells. */
  hasCriteria: Scalars['Boolean']['output'];
  /** Out of sight of everybody but its own organisation and the alliance's staff. */
  hidden: Scalars['Boolean']['output'];
  /**
   * The decision by which a report hid it, to be read and appealed; for its organisation and staff,
   * else null.
   */
  hiddenBy: Maybe<Review>;
  /** Why it is out of sight; for its organisation and staff, else empty. */
  hiddenFor: Array<HiddenReason>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** The joint call with other owners' needs that their owners agreed on; null without one. */
  jointCall: Maybe<JointCall>;
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
  /** Open it for proposals after a consultation. */
  | 'OPEN'
  /** Open its sealed proposals, for the owner's or the alliance's side. */
  | 'OPEN_PROPOSALS'
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

/** Something that was added to an open need. */
export type NeedAddendum = {
  /** The deadline before it, where it moved it. */
  closedBefore: Maybe<Scalars['DateTime']['output']>;
  /** The deadline after it, where it moved it. */
  closesAt: Maybe<Scalars['DateTime']['output']>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** 1, 2, … */
  number: Scalars['Int']['output'];
  /** When it was published. */
  publishedAt: Scalars['DateTime']['output'];
  /** What it says. */
  text: BilingualText;
};

/** What a need says beside its texts. */
export type NeedBrief = {
  /** Who suffers, and how many they are; at most 2,000 characters. */
  affected: BriefText;
  /** Where the money comes from. */
  budgetSource: Maybe<BudgetSource>;
  /** What constrains a solution. */
  constraints: BriefText;
  /** So many days the market is consulted before proposals are taken: 7 to 60; null to take them at once. */
  consultationDays: Maybe<Scalars['Int']['output']>;
  /** By what success is measured; at most 10. */
  indicators: Array<NeedIndicator>;
  /** Documents on which it rests; at most 10. */
  legalBasis: Array<LegalDocument>;
  /** What a proposal must contain. */
  proposalContent: BriefText;
  /** Until when questions are taken; ten days before the deadline when nothing is said. */
  questionsUntil: Maybe<Scalars['DateTime']['output']>;
  /** The scheme or plan it belongs to; at most 200 characters. */
  scheme: Maybe<Scalars['String']['output']>;
  /** What was tried, and what came of it. */
  tried: BriefText;
};

/** What a need says beside its texts. */
export type NeedBriefInput = {
  /** Who suffers, and how many they are; at most 2,000 characters. */
  affected?: BriefTextInput;
  /** Where the money comes from. */
  budgetSource?: InputMaybe<BudgetSource>;
  /** What constrains a solution. */
  constraints?: BriefTextInput;
  /** So many days the market is consulted before proposals are taken: 7 to 60; null to take them at once. */
  consultationDays?: InputMaybe<Scalars['Int']['input']>;
  /** By what success is measured; at most 10. */
  indicators?: Array<NeedIndicatorInput>;
  /** Documents on which it rests; at most 10. */
  legalBasis?: Array<LegalDocumentInput>;
  /** What a proposal must contain. */
  proposalContent?: BriefTextInput;
  /** Until when questions are taken; ten days before the deadline when nothing is said. */
  questionsUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** The scheme or plan it belongs to; at most 200 characters. */
  scheme?: InputMaybe<Scalars['String']['input']>;
  /** What was tried, and what came of it. */
  tried?: BriefTextInput;
};

/** A check of needs. */
export type NeedCheck = {
  /** Its code. */
  code: Scalars['String']['output'];
  /** That, in words. */
  explanation: SentenceText;
  /** What it reads. */
  field: Scalars['String']['output'];
  /** Why there is such a check. */
  reason: CheckReason;
  /** What its flag does. */
  severity: FlagSeverity;
};

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
  /** What it says beside its texts. */
  brief?: InputMaybe<NeedBriefInput>;
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

/** The criteria by which a need's proposals are judged. */
export type NeedCriteria = {
  /** Who bid what is not shown to the panel and the owner before the consensus is approved. */
  anonymous: Scalars['Boolean']['output'];
  /**
   * In order; none when the need has none. The price is scored as 100 × lowest price / price (the
   * common lowest-price ratio). A bid's total is the sum of weight × score / 100; equal totals are
   * ordered by the higher price score, then by the earlier letter.
   */
  criteria: Array<Criterion>;
  /** The need's id. */
  id: Scalars['ID']['output'];
  /** Raised by one at each change; 0 before the first. Send it back when you change them. */
  version: Scalars['Int']['output'];
  /** The viewer may change them now. */
  viewerCanEdit: Scalars['Boolean']['output'];
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
  /** Only those that the viewer's organisations were asked to complete. */
  completing?: InputMaybe<Scalars['Boolean']['input']>;
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

/** Something about a need that a bidder would stumble over. */
export type NeedFlag = {
  /** Code of the check, such as `deadline_short`. */
  code: Scalars['String']['output'];
  /** What it is about: a path of the content. */
  field: Scalars['String']['output'];
  /** Why it is right as it is; published with the need. */
  justification: Maybe<Scalars['String']['output']>;
  /** Why there is such a check, with where it is from. */
  reason: SentenceText;
  /** What to do. */
  sentence: SentenceText;
  /** What it does. */
  severity: FlagSeverity;
};

/** Names a need. */
export type NeedIdInput = {
  /** The need. */
  needId: Scalars['ID']['input'];
};

/** By what success is measured. */
export type NeedIndicator = {
  /** How much it is today. */
  baseline: Maybe<Scalars['String']['output']>;
  /** Number of the indicator in ISO 37122, such as 19.1; at most 200 characters. */
  code: Maybe<Scalars['String']['output']>;
  /** By when. */
  dueOn: Maybe<Scalars['NaiveDate']['output']>;
  /** What is counted; at most 200 characters. */
  name: Maybe<Scalars['String']['output']>;
  /** How much it shall be. */
  target: Maybe<Scalars['String']['output']>;
  /** In what unit. */
  unit: Maybe<Scalars['String']['output']>;
};

/** By what success is measured. */
export type NeedIndicatorInput = {
  /** How much it is today. */
  baseline?: InputMaybe<Scalars['String']['input']>;
  /** Number of the indicator in ISO 37122, such as 19.1; at most 200 characters. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** By when. */
  dueOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** What is counted; at most 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** How much it shall be. */
  target?: InputMaybe<Scalars['String']['input']>;
  /** In what unit. */
  unit?: InputMaybe<Scalars['String']['input']>;
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

/** A question about a need. Who asked stands nowhere. */
export type NeedQuestion = {
  /** The owner's answer; null while it waits. */
  answer: Maybe<Scalars['String']['output']>;
  /** When it was answered. */
  answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was asked. */
  askedAt: Scalars['DateTime']['output'];
  /** Why the alliance hid it; for the asker and the alliance. */
  hiddenReason: Maybe<Scalars['String']['output']>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** The question. */
  text: Scalars['String']['output'];
  /** Raised by one at each change; send it back when you change it. */
  version: Scalars['Int']['output'];
  /** True for the one who asked. */
  viewerAsked: Scalars['Boolean']['output'];
  /** True when the viewer may answer it now. */
  viewerMayAnswer: Scalars['Boolean']['output'];
  /** True when the viewer may hide it now. */
  viewerMayHide: Scalars['Boolean']['output'];
};

/** Questions about a need, and whether it takes more. */
export type NeedQuestions = {
  /** True while the need takes questions. */
  open: Scalars['Boolean']['output'];
  /** The questions, oldest first; at most 300. */
  questions: Array<NeedQuestion>;
  /** Until when questions are taken; null before the need has a deadline. */
  until: Maybe<Scalars['DateTime']['output']>;
  /** Organisations for which the viewer may ask now. */
  viewerAsksFor: Array<Scalars['ID']['output']>;
  /** Number of questions that wait for an answer, as far as the viewer may know of them. */
  waiting: Scalars['Int']['output'];
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

/** Who else fits a need, and what would raise its matches. */
export type NeedSuggestions = {
  /** What its owner could add so that it fits better, the most useful first. */
  advice: Array<MatchAdvice>;
  /** Parties that together cover its domains, where nobody does alone; none while it is not open. */
  consortia: Array<ConsortiumSuggestion>;
  /** Researchers who know what it is about, the best first; none while it is not open. At most twenty. */
  experts: Array<ExpertSuggestion>;
};


/** Who else fits a need, and what would raise its matches. */
export type NeedSuggestionsExpertsArgs = {
  first?: Scalars['Int']['input'];
};

/** A first text for a need; what stands in brackets is to be filled in, and the linter flags what is left. */
export type NeedTemplate = {
  /** Code of its domain. */
  domain: Scalars['String']['output'];
  /** By what success may be measured. */
  indicators: Array<TemplateIndicator>;
  /** What a proposal must contain. */
  proposalContent: SentenceText;
  /** The problem in a few sentences. */
  summary: SentenceText;
  /** Title: a result, not a product. */
  title: SentenceText;
};

/** An organisation that is new here. */
export type NewOrganizationInput = {
  /**
   * True after NAME_SIMILAR: it is another organisation, and waits unseen until the alliance has
   * looked.
   */
  acknowledgeSimilarName?: InputMaybe<Scalars['Boolean']['input']>;
  /** Code of a public body (mã định danh cơ quan), such as H31.12. */
  establishmentCode?: InputMaybe<Scalars['String']['input']>;
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

/** What an interview brought. */
export type NoteInterviewInput = {
  /** Letter of the bid. */
  label: Scalars['String']['input'];
  /** Of which need. */
  needId: Scalars['ID']['input'];
  /** At most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
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
  /** Out of sight of everybody but its own organisation and the alliance's staff. */
  hidden: Scalars['Boolean']['output'];
  /**
   * The decision by which a report hid it, to be read and appealed; for its organisation and staff,
   * else null.
   */
  hiddenBy: Maybe<Review>;
  /** Why it is out of sight; for its organisation and staff, else empty. */
  hiddenFor: Array<HiddenReason>;
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

/** A need's proposals to be opened. */
export type OpenProposalsInput = {
  /** Of which need. */
  needId: Scalars['ID']['input'];
};

/** The opening after the change. */
export type OpenProposalsPayload = {
  /** The opening. */
  opening: Opening;
};

/** A proposal in the record of an opening. */
export type OpenedProposal = {
  /** The bidder. */
  bidder: BilingualText;
  /** The proposal. */
  proposalId: Scalars['ID']['output'];
  /** SHA-256 of its content, as its receipt says. */
  receipt: Maybe<Scalars['String']['output']>;
  /** When it was handed in. */
  submittedAt: Maybe<Scalars['DateTime']['output']>;
};

/** Who opened for one side; for both sides to know. */
export type Opener = {
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Name. */
  name: Scalars['String']['output'];
};

/** Who opened, as everybody may know. */
export type OpenerRole =
  /** An administrator of the alliance. */
  | 'ADMINISTRATOR'
  /** A moderator of the alliance. */
  | 'MODERATOR'
  /** Somebody who writes for the need's owner. */
  | 'OWNER';

/** The opening of a need's proposals by two: one of the need's owner, one of the alliance. */
export type Opening = {
  /** Who opened for the alliance; null while that waits. */
  alliance: Maybe<Opener>;
  /** When the need closed. */
  closedAt: Scalars['DateTime']['output'];
  /** When both had and all was opened; null while it waits. */
  completedAt: Maybe<Scalars['DateTime']['output']>;
  /** Id: the need's. */
  id: Scalars['ID']['output'];
  /** Of which need. */
  need: Need;
  /** Who opened for the need's owner; null while that waits. */
  owner: Maybe<Opener>;
  /** True when the viewer may open for a side that has not yet. */
  viewerMayOpen: Scalars['Boolean']['output'];
};

/** One of the two who opened. */
export type OpeningAct = {
  /** When. */
  at: Scalars['DateTime']['output'];
  /** In which role. */
  role: OpenerRole;
};

/** What was opened, when and by whom: everybody's to read. */
export type OpeningRecord = {
  /** The two who opened, the first first; nobody where there was nothing to open. */
  acts: Array<OpeningAct>;
  /** When the need closed. */
  closedAt: Scalars['DateTime']['output'];
  /** Number of proposals. */
  count: Scalars['Int']['output'];
  /** The need. */
  need: Need;
  /** When everything was opened. */
  openedAt: Scalars['DateTime']['output'];
  /** The proposals, in the order in which they were begun. */
  proposals: Array<OpenedProposal>;
};

/** An organisation: a locality, a firm, an institute, the alliance. */
export type Organization = {
  /** Postal address of its seat. */
  address: Maybe<Scalars['String']['output']>;
  /** The board's decision by which it is a member of the alliance. */
  admission: Maybe<AdmissionDecision>;
  /** Its applications to the alliance, the newest first: to its members and to staff; null to others. */
  allianceApplications: Maybe<Array<AllianceApplication>>;
  /** Why it was not admitted or is suspended there; to its members and to staff. */
  allianceReason: Maybe<Scalars['String']['output']>;
  /** Since when. */
  allianceSince: Maybe<Scalars['DateTime']['output']>;
  /** How it stands to the alliance. */
  allianceStatus: AllianceStatus;
  /** What it is able to do. */
  capabilities: BilingualText;
  /** Certificates, the one issued last first; at most 50. */
  certificates: Array<Certificate>;
  /** When it came here. */
  createdAt: Scalars['DateTime']['output'];
  /** True for demonstration data. */
  demonstration: Scalars['Boolean']['output'];
  /** Domains in which it is. */
  domains: Array<Domain>;
  /** Code of a public body (mã định danh cơ quan). */
  establishmentCode: Maybe<Scalars['String']['output']>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** Invitations to join it, the newest first; to its owners, null to others. */
  invitations: Maybe<Array<Invitation>>;
  /** Kind. */
  kind: OrganizationKind;
  /** Legal name. */
  legalName: BilingualText;
  /** Members: to members of the organisation and staff; null to others. */
  members: Maybe<Array<Membership>>;
  /** The organisation that it became part of, if the viewer may see that one. */
  mergedInto: Maybe<Organization>;
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
  /** What it has done for others, the latest first; at most 50. */
  references: Array<OrganizationReference>;
  /** It asks its members for a second factor; null to those who do not belong to it. */
  requiresSecondFactor: Maybe<Scalars['Boolean']['output']>;
  /** How it answers the alliance's introductions, of the last year; null when nothing was asked of it yet. */
  responsiveness: Maybe<Responsiveness>;
  /** Whether everybody sees it. */
  standing: OrganizationStanding;
  /** Why not everybody does; to its members and to staff. */
  standingReason: Maybe<Scalars['String']['output']>;
  /** What it does, in a few sentences. */
  summary: BilingualText;
  /** Since when the alliance keeps it out of sight; null while it does not. */
  suspendedAt: Maybe<Scalars['DateTime']['output']>;
  /** The decision by which that is so, to be read and appealed; to its members and staff, else null. */
  suspension: Maybe<Review>;
  /** Tax or enterprise code. */
  taxCode: Maybe<Scalars['String']['output']>;
  /** How far the alliance has verified it. */
  verification: OrganizationVerification;
  /**
   * Looks of the alliance at who it is, the newest first: to its members and to those who verify;
   * null to others.
   */
  verificationRequests: Maybe<Array<VerificationRequest>>;
  /** When the alliance verified it, while that holds. */
  verifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** Name of who verified it for the alliance. */
  verifiedBy: Maybe<Scalars['String']['output']>;
  /** Until when that holds. */
  verifiedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Raised by one at each change; send it back when you update or decide. */
  version: Scalars['Int']['output'];
  /** What the viewer may do with it now. */
  viewerCan: Array<OrganizationAction>;
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

/** What the viewer may do with an organisation now. */
export type OrganizationAction =
  /** Apply for membership of the alliance. */
  | 'APPLY_FOR_ALLIANCE'
  /** Record what the board decided on its application. */
  | 'DECIDE_ALLIANCE_MEMBERSHIP'
  /** Decide on its registration. */
  | 'DECIDE_REGISTRATION'
  /** Decide on its verification. */
  | 'DECIDE_VERIFICATION'
  /** Change its profile, certificates and references. */
  | 'EDIT'
  /** Leave the alliance, or take the application back. */
  | 'LEAVE_ALLIANCE'
  /** Decide on its people. */
  | 'MANAGE_MEMBERS'
  /** Ask to join it. */
  | 'REQUEST_MEMBERSHIP'
  /** Ask the alliance to verify it. */
  | 'REQUEST_VERIFICATION'
  /** Restore its membership of the alliance. */
  | 'RESTORE_ALLIANCE_MEMBERSHIP'
  /** Suspend its membership of the alliance. */
  | 'SUSPEND_ALLIANCE_MEMBERSHIP';

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

/** What an organisation says of itself; it replaces the whole profile. */
export type OrganizationContent = {
  /** Postal address of the seat; at most 300 characters. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** What it is able to do; at most 5,000 characters a language. */
  capabilities?: InputMaybe<BilingualTextInput>;
  /** Domain codes, at most 12. */
  domains?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Code of a public body (mã định danh cơ quan). A change ends the verification. */
  establishmentCode?: InputMaybe<Scalars['String']['input']>;
  /** Kind. A change ends the verification. */
  kind: OrganizationKind;
  /** Legal name; one language is enough. A change ends the verification. */
  legalName: BilingualTextInput;
  /** Province or city of its seat. */
  placeId?: InputMaybe<Scalars['ID']['input']>;
  /** What it does; at most 600 characters a language. */
  summary?: InputMaybe<BilingualTextInput>;
  /** Tax or enterprise code. A change ends the verification. */
  taxCode?: InputMaybe<Scalars['String']['input']>;
  /** Address on the web. */
  website?: InputMaybe<Scalars['String']['input']>;
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
  /** Only members of the alliance. */
  allianceMember?: InputMaybe<Scalars['Boolean']['input']>;
  /** Domain codes, of which it is able in any. */
  domains?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Kinds. */
  kinds?: InputMaybe<Array<OrganizationKind>>;
  /** Province or city of the seat. */
  placeId?: InputMaybe<Scalars['ID']['input']>;
  /** Words of the name, with or without diacritics, or a code. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** How they are seen; left out: all that the viewer may see but the closed ones. */
  standings?: InputMaybe<Array<OrganizationStanding>>;
  /** Only those that the alliance has verified. */
  verified?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Names an organisation. */
export type OrganizationIdInput = {
  /** The organisation. */
  organizationId: Scalars['ID']['input'];
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

/** The organisation after the change. */
export type OrganizationPayload = {
  /** The organisation. */
  organization: Organization;
};

/** Something that an organisation has done for somebody. */
export type OrganizationReference = {
  /** For whom. */
  client: Scalars['String']['output'];
  /** What was done. */
  description: BilingualText;
  /** Id. */
  id: Scalars['ID']['output'];
  /** Where. */
  place: Maybe<Place>;
  /** What it was. */
  project: BilingualText;
  /** Where one can read about it. */
  url: Maybe<Scalars['String']['output']>;
  /** Year in which it was completed. */
  year: Scalars['Int']['output'];
};

/** Whether an organisation is seen. */
export type OrganizationStanding =
  /** Its last member left. */
  | 'CLOSED'
  /** Everybody sees it. */
  | 'LISTED'
  /** The alliance did not accept its registration: only its members and the alliance see it. */
  | 'REJECTED'
  /**
   * Its name looks like another's: only its members and the alliance see it until the alliance has
   * looked.
   */
  | 'WAITING';

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

/** A bidder's request to review an outcome. */
export type OutcomeReview = {
  /** In words. */
  answer: Maybe<Scalars['String']['output']>;
  /** When. */
  askedAt: Scalars['DateTime']['output'];
  /** When it was answered. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when it is to be answered. */
  dueAt: Scalars['DateTime']['output'];
  /** How it was evaluated; to those who answer, else null. */
  evaluation: Maybe<Evaluation>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** The need; without what it says while it is hidden. */
  need: Need;
  /** The bidder. */
  organization: Organization;
  /** What is to be looked at, and why. */
  request: Scalars['String']['output'];
  /** What was found; null while it waits. */
  verdict: Maybe<OutcomeReviewVerdict>;
  /** The viewer may answer it now. */
  viewerCanAnswer: Scalars['Boolean']['output'];
};

/** The request after the change. */
export type OutcomeReviewPayload = {
  /** The request. */
  review: OutcomeReview;
};

/** What the alliance found when it looked at an outcome again. */
export type OutcomeReviewVerdict =
  /** Có căn cứ. */
  | 'FOUNDED'
  /** Không có căn cứ. */
  | 'UNFOUNDED';

/**
 * Something that the viewer did, or that was done about her account. By whom else is not told: of the
 * alliance's decisions the letter says it.
 */
export type OwnRecord = {
  /** What, such as session.opened. */
  action: Scalars['String']['output'];
  /** Network address that it came from; null for what others did while signed in. */
  address: Maybe<Scalars['String']['output']>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** The viewer did it, signed in. */
  ownAct: Scalars['Boolean']['output'];
  /** To what: an id; empty for nothing in particular. */
  subject: Scalars['String']['output'];
};

export type OwnRecordConnection = {
  /** A list of edges. */
  edges: Array<OwnRecordEdge>;
  /** A list of nodes. */
  nodes: Array<OwnRecord>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An edge in a connection. */
export type OwnRecordEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: OwnRecord;
};

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

/** Somebody who can be invited to a panel. */
export type PanelCandidate = {
  /** Name. */
  name: Scalars['String']['output'];
  /** As what she would sit there. */
  seatKind: PanelSeat;
  /** The account. */
  userId: Scalars['ID']['output'];
};

/** A tie between a member of a panel and a bidder. */
export type PanelConflict = {
  /** Whoever is tied so takes no part; otherwise it is to be disclosed. */
  blocks: Scalars['Boolean']['output'];
  /** Why it does not sway her, in her words; null until she disclosed it. */
  disclosed: Maybe<Scalars['String']['output']>;
  /** What ties them. */
  kind: ConflictKind;
  /** The bidder's side of it. */
  ofBidder: BilingualText;
  /** The member's side of it. */
  ofMember: BilingualText;
  /** The bidder; never which of the letters. */
  organization: Organization;
};

/** Somebody in a panel. */
export type PanelMember = {
  /** Leads the panel. */
  chair: Scalars['Boolean']['output'];
  /** Her ties to bidders, computed once these are known; as the reason. */
  conflicts: Array<PanelConflict>;
  /** Her scores count: she accepted, still is what she sits there as, and belongs to no bidder. */
  counts: Scalars['Boolean']['output'];
  /** What could conflict, in her words; as the reason. */
  declaredInterest: Maybe<Scalars['String']['output']>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** When she was invited. */
  invitedAt: Scalars['DateTime']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /**
   * Why she recused herself or was replaced; to her, the chair and the owner, in the end to all who see
   * the record.
   */
  reason: Maybe<Scalars['String']['output']>;
  /** As what she sits there. */
  seatKind: PanelSeat;
  /** Her scores are handed in or not; what they are is another question. */
  sheet: ScoreSheetStatus;
  /** What she said to the invitation. */
  status: PanelMemberStatus;
};

/** What a member said to the invitation. */
export type PanelMemberStatus =
  /** Đã nhận lời. */
  | 'ACCEPTED'
  /** Đã mời. */
  | 'INVITED'
  /** Từ chối hoặc rút. */
  | 'RECUSED'
  /** Được thay. */
  | 'REMOVED';

/** As what somebody sits in a panel. */
export type PanelSeat =
  /** Người của Liên minh. */
  | 'ALLIANCE'
  /** Người của cơ quan đăng nhu cầu. */
  | 'OWNER'
  /** Chuyên gia độc lập. */
  | 'RESEARCHER';

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

/** A person with an account, as administrators see her. */
export type Person = {
  /** When the account was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Address as typed. */
  email: Scalars['String']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** When a session of hers was last used. */
  lastSeenAt: Maybe<Scalars['DateTime']['output']>;
  /** Language of emails. */
  locale: Locale;
  /** Organisations and roles, asked-for ones included. */
  memberships: Array<Membership>;
  /** Name as given. */
  name: Scalars['String']['output'];
  /** An authenticator app or a passkey is set up. */
  secondFactor: Scalars['Boolean']['output'];
  /** Role in the alliance's staff. */
  staffRole: Maybe<StaffRole>;
  /** Since when the alliance keeps her out; null while it does not. */
  suspendedAt: Maybe<Scalars['DateTime']['output']>;
};

export type PersonConnection = {
  /** A list of edges. */
  edges: Array<PersonEdge>;
  /** A list of nodes. */
  nodes: Array<Person>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An edge in a connection. */
export type PersonEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: Person;
};

/** What the people are narrowed to. */
export type PersonFilter = {
  /** Words of the name or the address. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** With this role in the alliance's staff. */
  role?: InputMaybe<StaffRole>;
  /** With any role (true) or none (false). */
  staff?: InputMaybe<Scalars['Boolean']['input']>;
  /** Suspended (true) or not (false). */
  suspended?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The person after the change. */
export type PersonPayload = {
  /** The person. */
  person: Person;
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

/** An indicator as a text plans it. */
export type PlannedIndicator = {
  /** Before. */
  baseline: Scalars['Float']['output'];
  /** Id that it keeps through all versions. */
  id: Scalars['ID']['output'];
  /** What. */
  name: BilingualText;
  /** What is aimed at. */
  target: Scalars['Float']['output'];
  /** In what. */
  unit: Scalars['String']['output'];
};

/** A milestone as a text plans it. */
export type PlannedMilestone = {
  /** By when. */
  dueOn: Scalars['NaiveDate']['output'];
  /** Id that it keeps through all versions. */
  id: Scalars['ID']['output'];
  /** What. */
  title: BilingualText;
};

/** What a firm would do about a need; sealed until the need's proposals are opened. */
export type Proposal = {
  /** How. */
  approach: Scalars['String']['output'];
  /** Files that belong to it; at most ten. */
  attachments: Array<ProposalAttachment>;
  /** The canonical content, byte for byte: what the receipt's hash is of. */
  canonicalContent: Scalars['String']['output'];
  /** Those who make it together with the bidder. */
  consortium: Consortium;
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was decided. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it was selected, not selected or withdrawn. */
  decisionReason: Maybe<Scalars['String']['output']>;
  /** Duration in months: 1 to 120. */
  durationMonths: Maybe<Scalars['Int']['output']>;
  /**
   * How it was evaluated by the need's criteria, once all was decided; null before, and without
   * criteria.
   */
  evaluation: Maybe<ProposalEvaluation>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** Language it is written in. */
  language: Locale;
  /** The need; without what it says while it is hidden. */
  need: Need;
  /** The bidder. */
  organization: Organization;
  /** Price, the sum of its lines where there are any; null while a draft has none. */
  price: Maybe<Money>;
  /** SHA-256 of the canonical content, once submitted. */
  receipt: Maybe<Scalars['String']['output']>;
  /**
   * The signed receipt as the text of a JSON file; null until it is handed in, and for what was handed
   * in before receipts were signed.
   */
  receiptFile: Maybe<Scalars['String']['output']>;
  /** All that it says, section by section, in the order of a proposal. */
  sections: Array<ProposalSection>;
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

/** A file that belongs to a proposal, sealed with it. */
export type ProposalAttachment = {
  /** Id. */
  id: Scalars['ID']['output'];
  /** Type by its bytes: application/pdf, image/png or image/jpeg. */
  mediaType: Scalars['String']['output'];
  /** Name as it was given, cleaned. */
  name: Scalars['String']['output'];
  /** Where its bytes are, for a request with the bearer token. */
  path: Scalars['String']['output'];
  /** SHA-256 of the bytes, in hexadecimal; the receipt covers it. */
  sha256: Scalars['String']['output'];
  /** Bytes. */
  size: Scalars['Int']['output'];
};

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
  /** In a few sentences: at most 2,000 characters. */
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

/** How a proposal was evaluated: what its bidder learns when all is decided. */
export type ProposalEvaluation = {
  /** How many bids there were. */
  bids: Scalars['Int']['output'];
  /** Criteria in order. */
  criteria: Array<Criterion>;
  /** Its agreed scores, criterion by criterion, with the arithmetic; not what single members scored. */
  lines: Array<BidLine>;
  /** Who was selected did not rank first. */
  notHighest: Scalars['Boolean']['output'];
  /** Its place, from 1. */
  rank: Maybe<Scalars['Int']['output']>;
  /** Why it was decided so. */
  reason: Maybe<Scalars['String']['output']>;
  /** The request that was made; null without one. */
  review: Maybe<OutcomeReview>;
  /** Until when a review can be asked for, once. */
  reviewUntil: Maybe<Scalars['DateTime']['output']>;
  /** Its total. */
  total: Maybe<Scalars['Float']['output']>;
  /** The viewer may ask for a review now. */
  viewerCanAsk: Scalars['Boolean']['output'];
  /** Who was selected; null when nobody was. */
  winner: Maybe<Organization>;
  /** Total of who was selected; null when nobody was. */
  winnerTotal: Maybe<Scalars['Float']['output']>;
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

/** Something that will be measured. */
export type ProposalIndicator = {
  /** As it is today; at most 200 characters. */
  baseline: Scalars['String']['output'];
  /** What, and in which unit; at most 200 characters. */
  name: Scalars['String']['output'];
  /** As it is promised; at most 200 characters. */
  target: Scalars['String']['output'];
};

/** Something that will be measured. */
export type ProposalIndicatorInput = {
  /** As it is today; at most 200 characters. */
  baseline?: Scalars['String']['input'];
  /** What, and in which unit; at most 200 characters. */
  name: Scalars['String']['input'];
  /** As it is promised; at most 200 characters. */
  target: Scalars['String']['input'];
};

/** The proposal after the change. */
export type ProposalPayload = {
  /** The proposal. */
  proposal: Proposal;
};

/** A line of the price. */
export type ProposalPriceLine = {
  /** In đồng. */
  amount: Scalars['Amount']['output'];
  /** What for; at most 200 characters. */
  label: Scalars['String']['output'];
};

/** A line of the price. */
export type ProposalPriceLineInput = {
  /** In đồng. */
  amount: Scalars['Amount']['input'];
  /** What for; at most 200 characters. */
  label: Scalars['String']['input'];
};

/** Something that the bidder has done, as its profile said that day. */
export type ProposalReference = {
  /** For whom. */
  client: Scalars['String']['output'];
  /** What was done. */
  description: Scalars['String']['output'];
  /** What it was. */
  project: Scalars['String']['output'];
  /** The entry of the profile that it was copied from. */
  referenceId: Scalars['ID']['output'];
  /** Where one can read about it. */
  url: Maybe<Scalars['String']['output']>;
  /** When it was completed. */
  year: Scalars['Int']['output'];
};

/** Who bears a risk. */
export type ProposalRisk = {
  /** Who. */
  bearer: RiskBearer;
  /** Which. */
  category: RiskCategory;
  /** How it is kept small; at most 1,000 characters. */
  note: Scalars['String']['output'];
};

/** Who bears a risk. */
export type ProposalRiskInput = {
  /** Who. */
  bearer: RiskBearer;
  /** Which. */
  category: RiskCategory;
  /** How it is kept small; at most 1,000 characters. */
  note?: Scalars['String']['input'];
};

/** A part of a proposal that is saved by itself. */
export type ProposalSection = {
  /** Of the work plan: months; else null. */
  durationMonths: Maybe<Scalars['Int']['output']>;
  /** Of the indicators: what is promised. */
  indicators: Array<ProposalIndicator>;
  /** Of the summary: the language of the whole proposal; else null. */
  language: Maybe<Locale>;
  /** Of the price: its lines; else empty. A price in one figure has none. */
  lines: Array<ProposalPriceLine>;
  /** Which. */
  name: ProposalSectionName;
  /** Of the references: what the bidder has done, as its profile said when the section was saved. */
  references: Array<ProposalReference>;
  /** Of the risks: who bears which. */
  risks: Array<ProposalRisk>;
  /** When it was saved last. */
  savedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its text. */
  text: Scalars['String']['output'];
  /** Of the price: the sum; else null. */
  total: Maybe<Money>;
  /** Raised by one at each change; 0 when it was never saved. Send it back when you save. */
  version: Scalars['Int']['output'];
};

/** What a section says; fields that belong to other sections are not looked at. */
export type ProposalSectionInput = {
  /** Of the work plan: 1 to 120 months. */
  durationMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Of the indicators: at most 50. */
  indicators?: Array<ProposalIndicatorInput>;
  /** Of the summary: the language of the whole proposal. */
  language?: InputMaybe<Locale>;
  /** Of the price: at most 50 lines; the price is their sum. */
  lines?: Array<ProposalPriceLineInput>;
  /** Of the references: entries of the bidder's profile, copied as they are today. */
  referenceIds?: Array<Scalars['ID']['input']>;
  /** Of the risks: each category once. */
  risks?: Array<ProposalRiskInput>;
  /** Of every section: at most 20,000 characters, of the summary 2,000. */
  text?: Scalars['String']['input'];
};

/** A part of a proposal that is saved, and can conflict, by itself. */
export type ProposalSectionName =
  /** How. */
  | 'APPROACH'
  /** Where the money comes from. */
  | 'FINANCING'
  /** What will be measured, and what is promised. */
  | 'INDICATORS'
  /** The price, line by line. */
  | 'PRICE'
  /** What the bidder has done before, as its profile said when the section was saved. */
  | 'REFERENCES'
  /** Who bears which risk. */
  | 'RISKS'
  /** In a few sentences, and the language of it all. */
  | 'SUMMARY'
  /** Who does it. */
  | 'TEAM'
  /** In which order, and how long. */
  | 'WORK_PLAN';

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

/** A proposal of a version. */
export type ProposalVersionInput = {
  /** Which. */
  proposalId: Scalars['ID']['input'];
  /** The version that was read. */
  version: Scalars['Int']['input'];
};

/** A text that is put before the other side. */
export type ProposeAgreementInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** What one says to it; at most 2,000 characters. */
  message?: InputMaybe<Scalars['String']['input']>;
  /** The version of the agreement that was read. */
  version: Scalars['Int']['input'];
};

/** Two organisations that are the same. */
export type ProposeMergeInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** The one that goes. */
  fromId: Scalars['ID']['input'];
  /** The one that remains. */
  intoId: Scalars['ID']['input'];
  /** Why they are the same; who decides reads it. */
  reason: Scalars['String']['input'];
};

/** Something that was published. */
export type Publication = {
  /** Digital Object Identifier. */
  doi: Maybe<Scalars['String']['output']>;
  /** Title. */
  title: Scalars['String']['output'];
  /** Where one can read it. */
  url: Maybe<Scalars['String']['output']>;
  /** Journal, conference or publisher. */
  venue: Maybe<Scalars['String']['output']>;
  /** Year. */
  year: Scalars['Int']['output'];
};

/** Something that was published. */
export type PublicationInput = {
  /** Digital Object Identifier, such as 10.1000/182; its address is taken too. */
  doi?: InputMaybe<Scalars['String']['input']>;
  /** Title; at most 400 characters. */
  title: Scalars['String']['input'];
  /** Where one can read it. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Journal, conference or publisher. */
  venue?: InputMaybe<Scalars['String']['input']>;
  /** Year. */
  year: Scalars['Int']['input'];
};

/** An addendum to be published. */
export type PublishAddendumInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** A later deadline; bidders have at least seven days after an addendum. */
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** To which need. */
  needId: Scalars['ID']['input'];
  /** What it says; at most 4,000 characters a language. */
  text: BilingualTextInput;
  /** The need's version that was read. */
  version: Scalars['Int']['input'];
};

/** What was published. */
export type PublishAddendumPayload = {
  /** The addendum. */
  addendum: NeedAddendum;
  /** The need after it. */
  need: Need;
};

/** How good the ranking is on one task of the evaluation. */
export type QualityFigure = {
  /** The aim. */
  aim: Maybe<Scalars['Float']['output']>;
  /** The task. */
  task: Scalars['String']['output'];
  /** nDCG@10 with the sentence model: 0 to 1. */
  withModel: Maybe<Scalars['Float']['output']>;
  /** The same without it. */
  withoutModel: Maybe<Scalars['Float']['output']>;
};

/** Everything that can be asked. */
export type Query = {
  /** One agreement. */
  agreement: Maybe<Agreement>;
  /**
   * Whether the viewer can begin an agreement from a selected proposal or a mutual match, and what was
   * begun from it before.
   */
  agreementStart: AgreementStart;
  /**
   * What a version is, for everybody who holds its hash, as the code on the paper gives it: which
   * agreement, which version, whether it is the signed one; nothing of what it says. Null when there is
   * no such version.
   */
  agreementVersion: Maybe<AgreementVersionCheck>;
  /**
   * Agreements, the latest first: those that both sides signed and let everybody know of; with `mine`
   * those of the viewer's organisations, drafts included.
   */
  agreements: AgreementConnection;
  /**
   * Records of decisions and sign-ins, newest first; administrators only. What would betray a sealed
   * proposal is not among them.
   */
  auditRecords: AuditRecordConnection;
  /** Invitations to propose together that the viewer's organisations have not answered, the last first. */
  consortiumInvitations: Array<ConsortiumInvitation>;
  /** The decision that a suspended person's letter is about; looking uses the link not up. */
  decisionByLink: Review;
  /** All domains: the sections of ISO 37122, then the cross-cutting tags. */
  domains: Array<Domain>;
  /** Outgoing mail with the server's answers, newest first; administrators only. */
  emails: EmailConnection;
  /** How the matching engine of this server stands, for administrators. */
  engine: Engine;
  /** Every code that `extensions.code` of an error may hold. */
  errorCodes: Array<ErrorCode>;
  /**
   * The evaluation of a need's proposals, to its owner and its panel; to the alliance when it is
   * decided.
   */
  evaluation: Maybe<Evaluation>;
  /**
   * Interests in a need: those said in public and the viewer's own, who looks for partners first; at most
   * 100.
   */
  interests: Array<Interest>;
  /** An invitation, to the person whose address is invited and to the organisation's owners. */
  invitation: Maybe<Invitation>;
  /** One joint call. */
  jointCall: Maybe<JointCall>;
  /**
   * Joint calls the viewer may see, newest first: agreed ones, those of her organisations, and to the
   * alliance's staff all.
   */
  jointCalls: JointCallConnection;
  /** One match. */
  match: Maybe<Match>;
  /** Matches the viewer may see, highest score first. */
  matches: MatchConnection;
  /** Evaluations in whose panel the viewer sits, at most 50, the latest first. */
  myEvaluations: Array<Evaluation>;
  /** One need. */
  need: Maybe<Need>;
  /** What was added to a need since it opened, the first first. */
  needAddenda: Maybe<Array<NeedAddendum>>;
  /** Every check of needs that there is. */
  needChecks: Array<NeedCheck>;
  /** The criteria of a need, to everybody who may read the need. */
  needCriteria: Maybe<NeedCriteria>;
  /** Questions about a need that the viewer may read: those that are answered, for everybody. */
  needQuestions: Maybe<NeedQuestions>;
  /** Who else fits a need and what would raise its matches, for its writers and the alliance. */
  needSuggestions: NeedSuggestions;
  /** The template of a domain, by its code; null where there is none. */
  needTemplate: Maybe<NeedTemplate>;
  /** Published needs; with `mine`, the viewer's own in every state. */
  needs: NeedConnection;
  /** One offer. */
  offer: Maybe<Offer>;
  /**
   * What an offer's owner could add so that it fits better, the most useful first; for its writers and
   * the alliance.
   */
  offerAdvice: Array<MatchAdvice>;
  /** Published offers, newest first; with `mine`, the viewer's own in every state. */
  offers: OfferConnection;
  /**
   * The opening of a need's proposals, for its owner and for those of the alliance who may open; null
   * before the deadline.
   */
  opening: Maybe<Opening>;
  /** The public record of a need's opening; NOT_FOUND before it is complete. */
  openingRecord: Maybe<OpeningRecord>;
  /** One organisation; of one that became part of another, the other. */
  organization: Maybe<Organization>;
  /** Organisations that the viewer may see, newest first. */
  organizations: OrganizationConnection;
  /** A bidder's request to review an outcome. */
  outcomeReview: Maybe<OutcomeReview>;
  /**
   * Requests to review outcomes, for those of the alliance who answer them, at most 100: those that
   * wait by their date, or those that were answered.
   */
  outcomeReviews: Array<OutcomeReview>;
  /** True where passkeys work: not where the product is reached by a bare IP address. */
  passkeysAvailable: Scalars['Boolean']['output'];
  /** People with an account, newest first; administrators only. */
  people: PersonConnection;
  /** Provincial units of today, by code; the former ones after them when asked for. */
  places: Array<Place>;
  /** One proposal. */
  proposal: Maybe<Proposal>;
  /** Proposals the viewer may know of, newest first. */
  proposals: ProposalConnection;
  /** Compares a proposal with its receipt, for everybody who may read it. */
  receiptCheck: Maybe<ReceiptCheck>;
  /**
   * The public keys that sign receipts, the present one first; also at
   * `/.well-known/iforum-receipt-keys.json`.
   */
  receiptKeys: Array<ReceiptKey>;
  /** What a registration letter's link is for; looking uses nothing up. */
  registration: Registration;
  /** One researcher; one's own also while it is not public. */
  researcher: Maybe<Researcher>;
  /** Researchers whose profile is public, newest first. */
  researchers: ResearcherConnection;
  /** One review: to staff, and once it is decided to those whom it concerns. */
  review: Maybe<Review>;
  /** What waits for the alliance and what it decided, oldest first; staff only. */
  reviews: ReviewConnection;
  /** Legal paths that may fit these answers, each with its source and date. Not legal advice. */
  routeAdvice: RouteAdvice;
  /** The viewer's own saved searches, the newest first. */
  savedSearches: Array<SavedSearch>;
  /**
   * Searches needs, offers, organisations and researchers, in both languages, with and without
   * diacritics. `first` is at most 50, `offset` at most 950.
   */
  search: SearchResult;
  /** Titles that begin with what was typed so far; at most eight. */
  searchSuggestions: Array<SearchSuggestion>;
  /** The server's clock, by which every deadline is measured. */
  serverTime: Scalars['DateTime']['output'];
  /** What a sign-in that came from another provider waits for. */
  signInChallenge: Challenge;
  /** Name of the other provider that signs people in (`/oidc/start`); null when there is none. */
  signInProvider: Maybe<Scalars['String']['output']>;
  /** The public figures. */
  statistics: Statistics;
  /** Criteria to begin with, whatever the domain; the weights sum to 100. */
  suggestedCriteria: Array<TemplateCriterion>;
  /** The signed-in person; null when nobody is. */
  viewer: Maybe<Viewer>;
  /** Openings that wait for somebody, for the alliance; the longest waiting first, at most 200. */
  waitingOpenings: Array<Opening>;
};


/** Everything that can be asked. */
export type QueryAgreementArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryAgreementStartArgs = {
  matchId?: InputMaybe<Scalars['ID']['input']>;
  proposalId?: InputMaybe<Scalars['ID']['input']>;
};


/** Everything that can be asked. */
export type QueryAgreementVersionArgs = {
  hash: Scalars['String']['input'];
};


/** Everything that can be asked. */
export type QueryAgreementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AgreementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QueryAuditRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QueryDecisionByLinkArgs = {
  token: Scalars['String']['input'];
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
export type QueryEvaluationArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryInterestsArgs = {
  needId: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryInvitationArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryJointCallArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryJointCallsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<JointCallFilter>;
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
export type QueryNeedAddendaArgs = {
  needId: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryNeedCriteriaArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryNeedQuestionsArgs = {
  needId: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryNeedSuggestionsArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryNeedTemplateArgs = {
  domain: Scalars['String']['input'];
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
export type QueryOfferAdviceArgs = {
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
export type QueryOpeningArgs = {
  needId: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryOpeningRecordArgs = {
  needId: Scalars['ID']['input'];
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
export type QueryOutcomeReviewArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryOutcomeReviewsArgs = {
  waiting: Scalars['Boolean']['input'];
};


/** Everything that can be asked. */
export type QueryPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PersonFilter>;
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
export type QueryReceiptCheckArgs = {
  proposalId: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryRegistrationArgs = {
  token: Scalars['String']['input'];
};


/** Everything that can be asked. */
export type QueryResearcherArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryResearchersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResearcherFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QueryReviewArgs = {
  id: Scalars['ID']['input'];
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
export type QueryRouteAdviceArgs = {
  answers: RouteAnswersInput;
};


/** Everything that can be asked. */
export type QuerySearchArgs = {
  filter?: InputMaybe<SearchFilter>;
  first?: Scalars['Int']['input'];
  offset?: Scalars['Int']['input'];
  query: Scalars['String']['input'];
};


/** Everything that can be asked. */
export type QuerySearchSuggestionsArgs = {
  query: Scalars['String']['input'];
};


/** Everything that can be asked. */
export type QuerySignInChallengeArgs = {
  challenge: Scalars['String']['input'];
};

/** The question after the change. */
export type QuestionPayload = {
  /** The question. */
  question: NeedQuestion;
};

/** A proposal. */
export type RecallProposalInput = {
  /** Which. */
  proposalId: Scalars['ID']['input'];
};

/** What comparing a proposal with its receipt found. */
export type ReceiptCheck = {
  /** SHA-256 of the content as it lies here now. */
  contentSha256: Scalars['String']['output'];
  /** SHA-256 as the receipt says; null when it was never handed in. */
  receiptSha256: Maybe<Scalars['String']['output']>;
  /** The content is what was handed in. */
  sameContent: Scalars['Boolean']['output'];
  /** The receipt bears this server's signature; null when it was handed in before receipts were signed. */
  signed: Maybe<Scalars['Boolean']['output']>;
};

/** A public key that signs receipts (Ed25519). */
export type ReceiptKey = {
  /** Its name, as receipts give it. */
  name: Scalars['String']['output'];
  /** 32 bytes in base64url. */
  publicKey: Scalars['String']['output'];
};

/** A value of an indicator. */
export type RecordMeasurementInput = {
  /** A key that the client made. */
  clientKey: Scalars['String']['input'];
  /** Which indicator. */
  indicatorId: Scalars['ID']['input'];
  /** On which day. */
  measuredOn: Scalars['NaiveDate']['input'];
  /** How; at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Value. */
  value: Scalars['Float']['input'];
};

/** Something that was paid or given in kind. */
export type RecordPaymentInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** How much; of something in kind what it is worth, if one can say. */
  amount?: InputMaybe<Scalars['Amount']['input']>;
  /** A key that the client made. */
  clientKey: Scalars['String']['input'];
  /** For what; at most 2,000 characters. */
  description: Scalars['String']['input'];
  /** When. */
  givenOn: Scalars['NaiveDate']['input'];
  /** Money, or in kind. */
  kind: AgreementPaymentKind;
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

/** What a reference says. */
export type ReferenceContentInput = {
  /** For whom. */
  client: Scalars['String']['input'];
  /** What was done; at most 2,000 characters a language. */
  description?: InputMaybe<BilingualTextInput>;
  /** Province or city of today. */
  placeId?: InputMaybe<Scalars['ID']['input']>;
  /** What it was; one language is enough. */
  project: BilingualTextInput;
  /** Where one can read about it. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Year in which it was completed. */
  year: Scalars['Int']['input'];
};

/** Names a reference. */
export type ReferenceIdInput = {
  /** Which. */
  referenceId: Scalars['ID']['input'];
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

/** The reference after the change. */
export type ReferencePayload = {
  /** The reference. */
  reference: OrganizationReference;
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

/** What an organisation says of its interest. */
export type RegisterInterestInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** Everybody may see it; else only the own organisation. */
  isPublic: Scalars['Boolean']['input'];
  /** In which need. */
  needId: Scalars['ID']['input'];
  /** What it brings, and whom it looks for; at most 1,000 characters. */
  note?: Scalars['String']['input'];
  /** Whose. */
  organizationId: Scalars['ID']['input'];
  /** It looks for partners; only in public. */
  seeksPartners: Scalars['Boolean']['input'];
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

/** Names a witness. */
export type RemoveAgreementWitnessInput = {
  /** Which. */
  witnessId: Scalars['ID']['input'];
};

/** Somebody to be taken out of a panel. */
export type RemovePanelMemberInput = {
  /** Which member. */
  memberId: Scalars['ID']['input'];
  /** Why; it stands in the record. */
  reason: Scalars['String']['input'];
};

/** A file to be taken out of a draft. */
export type RemoveProposalAttachmentInput = {
  /** Which file. */
  attachmentId: Scalars['ID']['input'];
  /** Which proposal. */
  proposalId: Scalars['ID']['input'];
};

/** A certificate that is no more. */
export type RemovedCertificatePayload = {
  /** Which it was. */
  certificateId: Scalars['ID']['output'];
  /** Whose. */
  organization: Organization;
};

/** A reference that is no more. */
export type RemovedReferencePayload = {
  /** Whose. */
  organization: Organization;
  /** Which it was. */
  referenceId: Scalars['ID']['output'];
};

/** A profile that is no more. */
export type RemovedResearcherPayload = {
  /** Always true. */
  removed: Scalars['Boolean']['output'];
};

/** Another name for a passkey. */
export type RenamePasskeyInput = {
  /** The name. */
  name: Scalars['String']['input'];
  /** The passkey. */
  passkeyId: Scalars['ID']['input'];
};

/** Something that breaks a rule. Exactly one of the three is named. */
export type ReportAbuseInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** A need. */
  needId?: InputMaybe<Scalars['ID']['input']>;
  /** An offer. */
  offerId?: InputMaybe<Scalars['ID']['input']>;
  /** An organisation. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** The house rule that it breaks. */
  rule: ReviewRule;
  /** What is wrong; at most 2,000 characters. Whose it is reads neither this nor by whom. */
  text: Scalars['String']['input'];
};

/** A report that was taken in. */
export type ReportAbusePayload = {
  /** Always true; a letter says what became of it. */
  reported: Scalars['Boolean']['output'];
};

/** What the partner says of a milestone. */
export type ReportMilestoneInput = {
  /** What shows it; at most 2,000 characters. */
  evidence: Scalars['String']['input'];
  /** A file uploaded with purpose=agreement; null takes an earlier one away. */
  evidenceId?: InputMaybe<Scalars['ID']['input']>;
  /** Which milestone. */
  milestoneId: Scalars['ID']['input'];
  /** Met, partially met or not met. */
  status: MilestoneStatus;
  /** The version of the milestone that was read. */
  version: Scalars['Int']['input'];
};

/** A bidder's request to review an outcome. */
export type RequestOutcomeReviewInput = {
  /** Whose outcome. */
  proposalId: Scalars['ID']['input'];
  /** What is to be looked at, and why. */
  request: Scalars['String']['input'];
};

/** A registration: one of `organizationId` (ask to join), `newOrganization` and `invitationId`. */
export type RequestRegistrationInput = {
  /** Made by the client; the same key with the same body answers as before. */
  clientKey: Scalars['String']['input'];
  /** Work address. */
  email: Scalars['String']['input'];
  /** An invitation to this address: completing the registration accepts it. */
  invitationId?: InputMaybe<Scalars['ID']['input']>;
  /** Language of emails. */
  locale: Locale;
  /** Name as others will read it. */
  name: Scalars['String']['input'];
  /** An organisation that is new here. */
  newOrganization?: InputMaybe<NewOrganizationInput>;
  /** An organisation that is here already. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
};

/** A request to be verified. */
export type RequestVerificationInput = {
  /**
   * Papers, uploaded with purpose=verification: a decision on establishment, an enterprise
   * registration, a letter of mandate; at most 10.
   */
  evidence?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** What the alliance should know; at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The organisation. */
  organizationId: Scalars['ID']['input'];
};

/** An expert, as she describes herself. */
export type Researcher = {
  /** Where she works, in her words. */
  affiliation: Maybe<Scalars['String']['output']>;
  /** In full. */
  biography: BilingualText;
  /** May be asked to join a consortium. */
  consortiumPartner: Scalars['Boolean']['output'];
  /** True for demonstration data. */
  demonstration: Scalars['Boolean']['output'];
  /** Domains. */
  domains: Array<Domain>;
  /** May be asked to evaluate. */
  evaluator: Scalars['Boolean']['output'];
  /** In one line. */
  headline: BilingualText;
  /** Id. */
  id: Scalars['ID']['output'];
  /** Interests that could conflict, as she declares them; null to who is not signed in. */
  interests: Maybe<Scalars['String']['output']>;
  /** What she knows, in her words. */
  keywords: Array<Scalars['String']['output']>;
  /** Languages as ISO 639-1 codes. */
  languages: Array<Scalars['String']['output']>;
  /** Name as given. */
  name: Scalars['String']['output'];
  /** ORCID iD, as she gives it; its checksum is right. */
  orcid: Maybe<Scalars['String']['output']>;
  /** Where she works, if it is here and the viewer may see it. */
  organization: Maybe<Organization>;
  /** Everybody sees it: its person consents. */
  public: Scalars['Boolean']['output'];
  /** What she published, the latest first. */
  publications: Array<Publication>;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Raised by one at each change; send it back when you update. */
  version: Scalars['Int']['output'];
};

export type ResearcherConnection = {
  /** A list of edges. */
  edges: Array<ResearcherEdge>;
  /** A list of nodes. */
  nodes: Array<Researcher>;
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** Number of items in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** What a researcher says of herself; it replaces the whole profile. */
export type ResearcherContent = {
  /** Where she works, in her words; instead of `organizationId`. */
  affiliation?: InputMaybe<Scalars['String']['input']>;
  /** In full; at most 4,000 characters a language. */
  biography?: InputMaybe<BilingualTextInput>;
  /** May be asked to join a consortium. */
  consortiumPartner: Scalars['Boolean']['input'];
  /** Domain codes, at most 12. */
  domains?: InputMaybe<Array<Scalars['String']['input']>>;
  /** May be asked to evaluate. */
  evaluator: Scalars['Boolean']['input'];
  /** In one line; at most 160 characters a language. */
  headline: BilingualTextInput;
  /** Interests that could conflict: shares, posts, mandates; read by signed-in people. */
  interests?: InputMaybe<Scalars['String']['input']>;
  /** What she knows, in her words; at most 30, of 60 characters each. */
  keywords?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Languages as ISO 639-1 codes, such as vi and en. */
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** ORCID iD, with or without dashes; its address is taken too. */
  orcid?: InputMaybe<Scalars['String']['input']>;
  /** Where she works, if it is here and she belongs to it. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** What she published; at most 100. */
  publications?: InputMaybe<Array<PublicationInput>>;
};

/** An edge in a connection. */
export type ResearcherEdge = {
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
  /** The item at the end of the edge */
  node: Researcher;
};

/** What a list of researchers is narrowed to. */
export type ResearcherFilter = {
  /** Only who may be asked to join a consortium. */
  consortiumPartner?: InputMaybe<Scalars['Boolean']['input']>;
  /** Domain codes, of which she has any. */
  domains?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only who may be asked to evaluate. */
  evaluator?: InputMaybe<Scalars['Boolean']['input']>;
  /** Languages, of which she has any. */
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Words of the name, the headline, the affiliation and the keywords, with or without diacritics. */
  query?: InputMaybe<Scalars['String']['input']>;
};

/** The profile after the change. */
export type ResearcherPayload = {
  /** The profile. */
  researcher: Researcher;
};

/** A password that was set. */
export type ResetPasswordPayload = {
  /** Always true. */
  reset: Scalars['Boolean']['output'];
};

/** How an organisation answers the alliance's introductions; of the last year. */
export type Responsiveness = {
  /** Of these, answered by the date: within 14 days. */
  answeredInTime: Scalars['Int']['output'];
  /** Introductions that it answered, or whose date has come; at least 1. */
  asked: Scalars['Int']['output'];
  /** Median of the days from an introduction to the answer, rounded down; null without an answer. */
  medianDays: Maybe<Scalars['Int']['output']>;
};

/** Something that waited or waits for the alliance's decision. */
export type Review = {
  /** The appeal against this decision. */
  appeal: Maybe<Review>;
  /** The decision that an appeal is about. */
  appealOf: Maybe<Review>;
  /** Until when whom it concerns may appeal; null when there is nothing to appeal. */
  appealableUntil: Maybe<Scalars['DateTime']['output']>;
  /** Name of who is at it now; for staff, else null. */
  claimedBy: Maybe<Scalars['String']['output']>;
  /** The viewer is at it. */
  claimedByViewer: Scalars['Boolean']['output'];
  /** Until when that lasts. */
  claimedUntil: Maybe<Scalars['DateTime']['output']>;
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
  /** The viewer may appeal against it now. */
  mayAppeal: Scalars['Boolean']['output'];
  /** The need, if it is about one. */
  need: Maybe<Need>;
  /** The offer, if it is about one. */
  offer: Maybe<Offer>;
  /** Since when it waits. */
  openedAt: Scalars['DateTime']['output'];
  /** Name of who asked for the decision; for staff, and of a report not for those whom it is about. */
  openedBy: Maybe<Scalars['String']['output']>;
  /** House rule that a report names; as openedBy. */
  openingRule: Maybe<ReviewRule>;
  /** What was said when it was opened: a report, an appeal, why to merge; as openedBy, and one's own. */
  openingText: Maybe<Scalars['String']['output']>;
  /** The organisation, if it is about one; of a merge the one that goes. */
  organization: Maybe<Organization>;
  /** Of a merge the organisation that remains. */
  otherOrganization: Maybe<Organization>;
  /** Name of the person, if it is about one; for staff, else null. */
  person: Maybe<Scalars['String']['output']>;
  /** Why. */
  reason: Maybe<Scalars['String']['output']>;
  /** House rule the decision rests on. */
  rule: Maybe<ReviewRule>;
  /** What the viewer may do with it now, for the alliance. */
  viewerCan: Array<ReviewAction>;
};

/** What the viewer may do with a review now. */
export type ReviewAction =
  /** Take it upon herself for half an hour. */
  | 'CLAIM'
  /** Decide on it. */
  | 'DECIDE'
  /** Leave it to others again. */
  | 'RELEASE';

/** By whom something that waits is held. */
export type ReviewClaim =
  /** The viewer. */
  | 'ME'
  /** Nobody, or not any more. */
  | 'NOBODY'
  /** Somebody else. */
  | 'OTHERS';

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
  /** Let in again. */
  | 'REINSTATED'
  /** Sent back. */
  | 'REJECTED'
  /** Kept out until further notice. */
  | 'SUSPENDED'
  /** The report is right; or, after an appeal, what was decided stays so. */
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
  /** What waits and is held by. */
  claimedBy?: InputMaybe<ReviewClaim>;
  /** With true: only what waits and the viewer may decide. */
  decidable?: InputMaybe<Scalars['Boolean']['input']>;
  /** One kind. */
  kind?: InputMaybe<ReviewKind>;
  /** Some kinds. */
  kinds?: InputMaybe<Array<ReviewKind>>;
  /** Waiting (true) or decided (false). */
  waiting?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Names a review. */
export type ReviewIdInput = {
  /** The review. */
  reviewId: Scalars['ID']['input'];
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
  /** A person or an organisation that was kept out, or let in again. */
  | 'SUSPENSION'
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

/** The review after the change. */
export type ReviewPayload = {
  /** The review. */
  review: Review;
};

/** House rule that a decision rests on. */
export type ReviewRule =
  /** Insults, threats, or use that harms others. */
  | 'ABUSE'
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
  /** Somebody speaks for an organisation or a person without the right to. */
  | 'IMPERSONATION'
  /** False or misleading. */
  | 'MISLEADING'
  /** Not about smart cities. */
  | 'OFF_TOPIC'
  /** Anything else; the reason says it. */
  | 'OTHER'
  /** Personal or confidential data in the text. */
  | 'PERSONAL_DATA'
  /** The outcome wanted is unclear or cannot be measured. */
  | 'UNCLEAR_OUTCOME'
  /** Against the law. */
  | 'UNLAWFUL';

/** Who bears a risk (OCDS for PPPs, codelist `riskAllocation`; `undefined` there is shared here). */
export type RiskBearer =
  /** The bidder. */
  | 'PRIVATE_PARTY'
  /** The need's owner. */
  | 'PUBLIC_AUTHORITY'
  /** Both, or not yet settled. */
  | 'SHARED';

/** The risk categories of OCDS for PPPs (codelist `riskCategory`). */
export type RiskCategory =
  /** All of them together. */
  | 'ALL'
  /** The service fails or is poor. */
  | 'AVAILABILITY_AND_QUALITY'
  /** The law changes. */
  | 'CHANGE_IN_LAW'
  /** It is not completed, or late. */
  | 'COMPLETION'
  /** Rules are not kept. */
  | 'COMPLIANCE'
  /** Building costs more or takes longer. */
  | 'CONSTRUCTION'
  /** The design is wrong. */
  | 'DESIGN'
  /** The contract ends early. */
  | 'EARLY_TERMINATION'
  /** The environment suffers, or its rules stop the work. */
  | 'ENVIRONMENTAL'
  /** Finance cannot be had. */
  | 'FINANCE_AVAILABILITY'
  /** Nobody could foresee or prevent it. */
  | 'FORCE_MAJEURE'
  /** Prices and exchange rates move. */
  | 'INFLATION_AND_FX'
  /** Land is there in time. */
  | 'LAND_AVAILABILITY'
  /** Other revenue does not come. */
  | 'OTHER_REVENUE'
  /** Finance cannot be replaced. */
  | 'REFINANCING'
  /** Demand, and so revenue, is lower. */
  | 'REVENUE';

/** Paths that may fit; not legal advice. */
export type RouteAdvice = {
  /** When the rules were last looked at. */
  asOf: Scalars['NaiveDate']['output'];
  /** The paths. */
  paths: Array<RoutePath>;
};

/** The answers. */
export type RouteAnswersInput = {
  /** Whose money it is. */
  capital: RouteCapital;
  /** What shall come of it. */
  goal: RouteGoal;
  /** Who pays in the end. */
  payer: RoutePayer;
  /** Whose idea it is. */
  proposer: RouteProposer;
  /** What is to be done. */
  scope: RouteScope;
  /** High technology, innovation, a digital platform or digital skills. */
  technology: Scalars['Boolean']['input'];
};

/** Whose money it is. */
export type RouteCapital =
  /** The private side's alone. */
  | 'PRIVATE'
  /** Both sides'. */
  | 'SHARED'
  /** The State's alone. */
  | 'STATE';

/** What shall come of it. */
export type RouteGoal =
  /** To work together, without money for now. */
  | 'COOPERATE'
  /** To deliver. */
  | 'DELIVER'
  /** To try something that is not proven. */
  | 'TRIAL';

/** A legal path that may fit. */
export type RoutePath = {
  /** Its code. */
  code: Scalars['String']['output'];
  /** Contract types that are candidates. */
  contractTypes: Array<ContractType>;
  /** What it is. */
  explanation: SentenceText;
  /** What it is called. */
  name: SentenceText;
  /** On what it rests. */
  source: RouteSource;
};

/** Who pays in the end. */
export type RoutePayer =
  /** The State, in land. */
  | 'LAND'
  /** The State, for the service. */
  | 'STATE'
  /** Not known yet. */
  | 'UNKNOWN'
  /** Those who use it. */
  | 'USERS';

/** Whose idea it is. */
export type RouteProposer =
  /** The authority's. */
  | 'AUTHORITY'
  /** An investor's. */
  | 'INVESTOR';

/** What is to be done. */
export type RouteScope =
  /** Something is built. */
  | 'BUILD'
  /** What exists is operated. */
  | 'OPERATE'
  /** A service is delivered. */
  | 'SERVICE';

/** On what a path rests. */
export type RouteSource = {
  /** Number of the document; null where none was looked at. */
  document: Maybe<Scalars['String']['output']>;
  /** Its date of issue. */
  issuedOn: Maybe<Scalars['NaiveDate']['output']>;
  /** What it is, and where in it. */
  note: SentenceText;
  /** The source itself was read; else it is not to be relied on without a look at it. */
  verified: Scalars['Boolean']['output'];
};

/** A draft to be saved; the other side does not see it before it is proposed. */
export type SaveAgreementDraftInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** What it says. */
  content: AgreementContentInput;
  /** The version of the agreement that was read. */
  version: Scalars['Int']['input'];
};

/** A section of a draft. */
export type SaveProposalSectionInput = {
  /** The whole new content of the section. */
  content: ProposalSectionInput;
  /** Which proposal. */
  proposalId: Scalars['ID']['input'];
  /** Which section. */
  section: ProposalSectionName;
  /** The section's version that was read; 0 when it was never saved. */
  version: Scalars['Int']['input'];
};

/** The section after it was saved, or as it is there. */
export type SaveProposalSectionPayload = {
  /**
   * True when somebody changed the section after it was read: nothing was saved, `section` is what is
   * there. Choose, then save with its version.
   */
  conflict: Scalars['Boolean']['output'];
  /** The proposal. */
  proposal: Proposal;
  /** The section as it stands now. */
  section: ProposalSection;
};

/** Some of one's scores of one bid. */
export type SaveScoresInput = {
  /** Letter of the bid. */
  label: Scalars['String']['input'];
  /** Of which need. */
  needId: Scalars['ID']['input'];
  /** Those that changed. */
  scores: Array<ScoreInput>;
};

/** A search to save. */
export type SaveSearchInput = {
  /** Made by the client, so that a double click saves one. */
  clientKey: Scalars['String']['input'];
  /** What it is narrowed to. */
  filter?: InputMaybe<SearchFilter>;
  /** How often to be told. Anything but NEVER is consent to such letters. */
  frequency: AlertFrequency;
  /** What to call it; at most 120 characters. */
  name: Scalars['String']['input'];
  /** The words; may be empty. */
  query: Scalars['String']['input'];
};

/** The values of one facet. */
export type SavedFacet = {
  /** Which facet. */
  key: FacetKey;
  /** Values: codes or ids. */
  values: Array<Scalars['String']['output']>;
};

/** A search that was saved. */
export type SavedSearch = {
  /** When the last letter about it was written. */
  alertedAt: Maybe<Scalars['DateTime']['output']>;
  /** What it may cost. */
  budget: Maybe<MoneyRange>;
  /** When it was saved. */
  createdAt: Scalars['DateTime']['output'];
  /** What it is narrowed to. */
  facets: Array<SavedFacet>;
  /** How often its owner is told of what is new. */
  frequency: AlertFrequency;
  /** Id. */
  id: Scalars['ID']['output'];
  /** What its owner calls it. */
  name: Scalars['String']['output'];
  /** The words. */
  query: Scalars['String']['output'];
};

/** Which saved search. */
export type SavedSearchIdInput = {
  /** Which. */
  savedSearchId: Scalars['ID']['input'];
};

/** The search after the change. */
export type SavedSearchPayload = {
  /** The search. */
  savedSearch: SavedSearch;
};

/** A score with a comment. */
export type ScoreInput = {
  /** Why; at most 2,000 characters. */
  comment?: InputMaybe<Scalars['String']['input']>;
  /** By which criterion. */
  criterionId: Scalars['ID']['input'];
  /** 0 to 100; null takes it back. */
  score?: InputMaybe<Scalars['Int']['input']>;
};

/** Where a member's scores stand. */
export type ScoreSheetStatus =
  /** Đang chấm. */
  | 'DRAFT'
  /** Đã nộp. */
  | 'SUBMITTED';

/** A concept of the taxonomy that was named. */
export type SearchConcept = {
  /** Id. */
  id: Scalars['String']['output'];
  /** Name. */
  name: BilingualText;
};

/** A value of a facet. */
export type SearchFacet = {
  /** How many there are, over what all other facets let through. */
  count: Scalars['Int']['output'];
  /** Which facet. */
  key: FacetKey;
  /** Value: a code or an id. */
  value: Scalars['String']['output'];
};

/** What a search is narrowed to. Of the values of one list one must be there; of two lists both. */
export type SearchFilter = {
  /** What it costs, in đồng; what says nothing of money is found all the same. */
  budget?: InputMaybe<MoneyRangeInput>;
  /** Contract types. */
  contractTypes?: InputMaybe<Array<ContractType>>;
  /** Domain codes. */
  domains?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Kinds of things. */
  kinds?: InputMaybe<Array<SearchKind>>;
  /** Languages in which it can be read. */
  languages?: InputMaybe<Array<SearchLanguage>>;
  /** Today's units; a former unit stands for today's. */
  placeIds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Region codes. */
  regions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Statuses of needs and offers, as their kinds spell them. */
  statuses?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** One thing that was found. */
export type SearchHit = {
  /** Kind. */
  kind: SearchKind;
  /** The need, if it is one. */
  need: Maybe<Need>;
  /** The offer, if it is one. */
  offer: Maybe<Offer>;
  /** The organisation, if it is one. */
  organization: Maybe<Organization>;
  /** The researcher, if it is one. */
  researcher: Maybe<Researcher>;
  /** The part of its text where it says what was asked for. */
  snippet: Array<HighlightPiece>;
  /** The title in the reader's language, what was asked for marked. */
  title: Array<HighlightPiece>;
};

/** The search index of this server. */
export type SearchIndexStatus = {
  /** While it is built anew: documents that are in it so far. */
  built: Maybe<Scalars['Int']['output']>;
  /** Documents that can be found; null until somebody searched. */
  documents: Maybe<Scalars['Int']['output']>;
};

/** Kinds of things that are found. */
export type SearchKind =
  /** A need. */
  | 'NEED'
  /** An offer. */
  | 'OFFER'
  /** An organisation. */
  | 'ORGANIZATION'
  /** A researcher's profile. */
  | 'RESEARCHER';

/** Languages in which a thing can be read. */
export type SearchLanguage =
  /** English. */
  | 'EN'
  /** Vietnamese. */
  | 'VI';

/** A place that was named. */
export type SearchPlace = {
  /** The former unit, if its name was used. */
  former: Maybe<Place>;
  /** The unit of today. */
  place: Maybe<Place>;
  /** The words that named it. */
  words: Scalars['String']['output'];
};

/** What a search brought. */
export type SearchResult = {
  /** The index is being built: there may be more. */
  building: Scalars['Boolean']['output'];
  /** Concepts that the question names: they are found in both languages. */
  concepts: Array<SearchConcept>;
  /** The values by which it can be narrowed, the most frequent of each first. */
  facets: Array<SearchFacet>;
  /** The best, in order. */
  hits: Array<SearchHit>;
  /** Places that the question names. */
  places: Array<SearchPlace>;
  /** How many there are. */
  totalCount: Scalars['Int']['output'];
};

/** A title that begins with what was typed. */
export type SearchSuggestion = {
  /** Id of the thing. */
  id: Scalars['String']['output'];
  /** Kind. */
  kind: SearchKind;
  /** Title. */
  title: BilingualText;
};

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

/** The sentence model of this server. */
export type SentenceModel = {
  /** What is wrong with it, in English. */
  problem: Maybe<Scalars['String']['output']>;
  /** How it stands. */
  state: SentenceModelState;
  /** Vectors that it has computed. */
  vectors: Scalars['Int']['output'];
  /** Its version. */
  version: Maybe<Scalars['String']['output']>;
};

/** How it stands with the sentence model. */
export type SentenceModelState =
  /** None is configured: words, dictionary and taxonomy alone. */
  | 'ABSENT'
  /** One is configured and cannot be read. */
  | 'BROKEN'
  /** It is there. */
  | 'READY';

/** A sentence of the product's in both languages. */
export type SentenceText = {
  /** English. */
  en: Scalars['String']['output'];
  /** Vietnamese. */
  vi: Scalars['String']['output'];
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

/** What a side lets everybody see. */
export type SetAgreementPublicationInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** How much. */
  publication: AgreementPublication;
  /** The version of the agreement that was read. */
  version: Scalars['Int']['input'];
};

/** A consent to give or withdraw. */
export type SetConsentInput = {
  /** Given or withdrawn. */
  given: Scalars['Boolean']['input'];
  /** For what. */
  purpose: ConsentPurpose;
};

/** The criteria of a need; they replace all that it had. */
export type SetCriteriaInput = {
  /** Who bid what is not shown before the panel's consensus is approved. */
  anonymous: Scalars['Boolean']['input'];
  /** At most 20; their weights come to 100. None takes all away. */
  criteria: Array<CriterionContent>;
  /** Which need. */
  needId: Scalars['ID']['input'];
  /** The version that was read; 0 for the first time. */
  version: Scalars['Int']['input'];
};

/** A role to give. */
export type SetMembershipRoleInput = {
  /** The membership. */
  membershipId: Scalars['ID']['input'];
  /** What its person may do from now on. */
  role: MembershipRole;
};

/** Who completes a draft. */
export type SetNeedFocalPointInput = {
  /** Which need. */
  needId: Scalars['ID']['input'];
  /** An office of the commune's province; null: nobody any more. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
};

/** A member who is to be the chair. */
export type SetPanelChairInput = {
  /** Which member. */
  memberId: Scalars['ID']['input'];
};

/** A link's token, and the password to set. */
export type SetPasswordInput = {
  /** At least 15 characters, 8 beside a second factor; any character, spaces included. */
  password: Scalars['String']['input'];
  /** From the letter's link. */
  token: Scalars['String']['input'];
};

/** Whether members need a second factor. */
export type SetSecondFactorRequiredInput = {
  /** The organisation. */
  organizationId: Scalars['ID']['input'];
  /** True: rights of members without one wait until they have it. */
  required: Scalars['Boolean']['input'];
};

/** A role to be given or taken away. */
export type SetStaffRoleInput = {
  /** Why; it stands in the audit. */
  reason: Scalars['String']['input'];
  /** The role; null takes it away. */
  role?: InputMaybe<StaffRole>;
  /** Whose; not one's own. */
  userId: Scalars['ID']['input'];
};

/** Bidders who are to be interviewed. */
export type ShortlistProposalsInput = {
  /** Letters of the bids. */
  labels: Array<Scalars['String']['input']>;
  /** Of which need. */
  needId: Scalars['ID']['input'];
  /** Why these; they read it. */
  reason: Scalars['String']['input'];
};

/** A signature. Prove a moment before who you are (`confirmIdentity`). */
export type SignAgreementInput = {
  /** Which agreement. */
  agreementId: Scalars['ID']['input'];
  /** A key that the client made: the same click twice is one signature. */
  clientKey: Scalars['String']['input'];
  /** The sentence in `signingConsent` was read and is agreed to. */
  consent: Scalars['Boolean']['input'];
  /** Hash of the version that was read. */
  hash: Scalars['String']['input'];
  /** Where it is signed. */
  place?: InputMaybe<Scalars['String']['input']>;
  /** Position in the organisation. */
  position: Scalars['String']['input'];
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
  /** Made by the client; the same key with the same body answers as before. */
  clientKey?: InputMaybe<Scalars['String']['input']>;
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

/** An organisation to be kept out or let in again. */
export type SuspendOrganizationInput = {
  /** Which; not one's own. */
  organizationId: Scalars['ID']['input'];
  /** Why; its owners read it. */
  reason: Scalars['String']['input'];
  /** House rule it rests on. */
  rule: ReviewRule;
};

/** The organisation after the change. */
export type SuspendOrganizationPayload = {
  /** The organisation. */
  organization: Organization;
};

/** A person to be kept out or let in again. */
export type SuspendUserInput = {
  /** Why; the person reads it. */
  reason: Scalars['String']['input'];
  /** House rule it rests on. */
  rule: ReviewRule;
  /** Who; not oneself. */
  userId: Scalars['ID']['input'];
};

/** How an edition differs from the one that the engine uses now. */
export type TaxonomyDifference = {
  /** Ids of concepts that only it has. */
  added: Array<Scalars['String']['output']>;
  /** Ids of concepts that it has otherwise. */
  changed: Array<Scalars['String']['output']>;
  /** Ids of concepts that it has not. */
  removed: Array<Scalars['String']['output']>;
};

/** An edition of the taxonomy's concepts. */
export type TaxonomyEdition = {
  /** Since when the engine uses it; null while it does not. */
  adoptedAt: Maybe<Scalars['DateTime']['output']>;
  /** The concepts as JSON, to be edited and written as another edition. */
  concepts: Scalars['String']['output'];
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** How it differs from what the engine uses now. */
  difference: TaxonomyDifference;
  /** Id. */
  id: Scalars['ID']['output'];
  /** What is new in it. */
  note: Scalars['String']['output'];
  /** How many concepts it has. */
  size: Scalars['Int']['output'];
  /** Name. */
  version: Scalars['String']['output'];
};

/** Which edition. */
export type TaxonomyEditionIdInput = {
  /** Which. */
  taxonomyEditionId: Scalars['ID']['input'];
};

/** The edition after the change. */
export type TaxonomyPayload = {
  /** The edition. */
  edition: TaxonomyEdition;
};

/** By what proposals may be judged. */
export type TemplateCriterion = {
  /** How it is scored. */
  kind: CriterionKind;
  /** What it is called. */
  name: SentenceText;
  /** Its part of 100. */
  weight: Scalars['Int']['output'];
};

/** By what success may be measured. */
export type TemplateIndicator = {
  /** What is counted. */
  name: SentenceText;
  /** In what unit. */
  unit: SentenceText;
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

/** A certificate to change. */
export type UpdateCertificateInput = {
  /** Which. */
  certificateId: Scalars['ID']['input'];
  /** All that it says from now on. */
  content: CertificateContentInput;
};

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

/** A change of a profile. */
export type UpdateOrganizationInput = {
  /**
   * True after NAME_SIMILAR: it is another organisation, and waits unseen until the alliance has
   * looked.
   */
  acknowledgeSimilarName?: InputMaybe<Scalars['Boolean']['input']>;
  /** The whole new profile. */
  content: OrganizationContent;
  /** The organisation. */
  organizationId: Scalars['ID']['input'];
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

/** A reference to change. */
export type UpdateReferenceInput = {
  /** All that it says from now on. */
  content: ReferenceContentInput;
  /** Which. */
  referenceId: Scalars['ID']['input'];
};

/** A change of one's profile. */
export type UpdateResearcherInput = {
  /** The whole new profile. */
  content: ResearcherContent;
  /** The version that was read; 0 begins a profile. */
  version: Scalars['Int']['input'];
};

/** A change of a saved search. */
export type UpdateSavedSearchInput = {
  /** How often to be told. Anything but NEVER is consent to such letters. */
  frequency: AlertFrequency;
  /** What to call it. */
  name: Scalars['String']['input'];
  /** Which. */
  savedSearchId: Scalars['ID']['input'];
};

/** Why the alliance is to look. */
export type VerificationCause =
  /** An appeal against a decision was granted. */
  | 'APPEALED'
  /** An owner asked. */
  | 'ASKED'
  /** Its legal name, kind or code changed. */
  | 'IDENTITY_CHANGED';

/** What is checked. */
export type VerificationCheck =
  /** The address is that of the papers. */
  | 'ADDRESS'
  /** The tax or establishment code is that of the papers and of the public register. */
  | 'CODE'
  /** The owners' email addresses belong to the organisation's domain. */
  | 'EMAIL_DOMAIN'
  /** The legal name is that of the papers. */
  | 'LEGAL_NAME'
  /** Who asks is mandated to speak for the organisation. */
  | 'MANDATE';

/** One answer of a checklist. */
export type VerificationCheckAnswer = {
  /** What was checked. */
  name: VerificationCheck;
  /** What the decider noted. */
  note: Maybe<Scalars['String']['output']>;
  /** How it came out. */
  result: VerificationCheckResult;
};

/** One answer of a checklist. */
export type VerificationCheckInput = {
  /** What was checked. */
  name: VerificationCheck;
  /** A note; only the alliance reads it. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** How it came out. */
  result: VerificationCheckResult;
};

/** How a check came out. */
export type VerificationCheckResult =
  /** It is not so. */
  | 'FAILED'
  /** It does not apply to this organisation. */
  | 'NOT_APPLICABLE'
  /** It is so. */
  | 'PASSED';

/** A look of the alliance at who an organisation is; to its members and to those who decide. */
export type VerificationRequest = {
  /** Why the alliance is to look. */
  cause: VerificationCause;
  /** What was checked; null but for those who decide. */
  checklist: Maybe<Array<VerificationCheckAnswer>>;
  /** When. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** Name of who decided. */
  decidedBy: Maybe<Scalars['String']['output']>;
  /** How it was decided; null while it waits. */
  decision: Maybe<ReviewDecision>;
  /** Papers. */
  evidence: Array<File>;
  /** By what it was verified before the change. */
  former: Maybe<FormerIdentity>;
  /** Id. */
  id: Scalars['ID']['output'];
  /** What the organisation says. */
  note: Maybe<Scalars['String']['output']>;
  /** Why. */
  reason: Maybe<Scalars['String']['output']>;
  /** When. */
  requestedAt: Scalars['DateTime']['output'];
  /** Name of who asked, or changed what the organisation was verified by. */
  requestedBy: Maybe<Scalars['String']['output']>;
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
  /** Invitations to the viewer's address that she can accept now; none to a program's token. */
  invitations: Array<Invitation>;
  /** Language of emails. */
  locale: Locale;
  /** Own memberships, asked-for ones included. */
  memberships: Array<Membership>;
  /** Name as given. */
  name: Scalars['String']['output'];
  /**
   * What is on record about the viewer, newest first: what she did, and what was done about her
   * account; null to a program's token.
   */
  records: Maybe<OwnRecordConnection>;
  /** The viewer's own profile as a researcher, public or not. */
  researcher: Maybe<Researcher>;
  /** Some of the viewer's rights wait until she sets up, or signs in with, a second factor. */
  secondFactorMissing: Scalars['Boolean']['output'];
  /** Signed-in devices, the one used last first; null to a program's token. */
  sessions: Maybe<Array<SignedInDevice>>;
  /** Role in the alliance's staff, if any and if it holds in this session. */
  staffRole: Maybe<StaffRole>;
};


/** The signed-in person. */
export type ViewerRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** The viewer after a change. */
export type ViewerPayload = {
  /** The viewer. */
  viewer: Viewer;
};

/** Which weights. */
export type WeightsIdInput = {
  /** Which. */
  weightsId: Scalars['ID']['input'];
};

/** What weights were learnt from, and what that was worth. */
export type WeightsLesson = {
  /** The same with weights learnt from the other decisions: 0 to 1. */
  after: Scalars['Float']['output'];
  /** The share of held-back pairs that the defaults order as people did: 0 to 1. */
  before: Scalars['Float']['output'];
  /** Decisions. */
  decisions: Scalars['Int']['output'];
  /** The difference. */
  gain: Scalars['Float']['output'];
  /** Its upper end. */
  gainHigh: Scalars['Float']['output'];
  /** The lower end of the difference's 95 % interval. */
  gainLow: Scalars['Float']['output'];
  /** Needs whose matches were decided differently. */
  needs: Scalars['Int']['output'];
  /** Pairs of decisions that were compared. */
  pairs: Scalars['Int']['output'];
};

/** A match that other weights would move. */
export type WeightsMove = {
  /** The match. */
  match: Match;
  /** Its place with the other weights, from 1. */
  rankAfter: Scalars['Int']['output'];
  /** Its place among the need's matches now, from 1. */
  rankBefore: Scalars['Int']['output'];
  /** Its score with the other weights: 0 to 100. */
  scoreAfter: Scalars['Float']['output'];
  /** Its score now: 0 to 100. */
  scoreBefore: Scalars['Float']['output'];
};

/** The weights after the change. */
export type WeightsPayload = {
  /** The weights. */
  weights: WeightsVersion;
};

/** Weights that were learnt. */
export type WeightsVersion = {
  /** Since when they rank; null while they do not. */
  adoptedAt: Maybe<Scalars['DateTime']['output']>;
  /** When they were learnt. */
  createdAt: Scalars['DateTime']['output'];
  /** Id. */
  id: Scalars['ID']['output'];
  /** What they were learnt from. */
  lesson: Maybe<WeightsLesson>;
  /** Matches waiting for a decision that would move, at most a hundred: those that change places first. */
  moves: Array<WeightsMove>;
  /** Name, which stored matches bear. */
  version: Scalars['String']['output'];
  /** The most points of each factor, a need against an offer. */
  weights: Array<FactorWeight>;
};

/** An interest to be taken back. */
export type WithdrawInterestInput = {
  /** Which. */
  interestId: Scalars['ID']['input'];
};

/** A proposal to be taken back. */
export type WithdrawProposalInput = {
  /** Which proposal. */
  proposalId: Scalars['ID']['input'];
  /** Why; for the bidder's own record. */
  reason: Scalars['String']['input'];
};

/** An edition to write. */
export type WriteTaxonomyInput = {
  /**
   * The concepts: a JSON list of objects with `id`, `domains`, `vi`, `en` and, if there is one, `broader`.
   * At most 5,000.
   */
  concepts: Scalars['String']['input'];
  /** What is new in it; at most 500 characters. */
  note: Scalars['String']['input'];
};

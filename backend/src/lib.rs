//! i-Forum Smart City: the server. This list is the table of contents.
//!
//! A feature is a folder with the same few files: `entity` (table), `rules` (pure: what may follow
//! what), `store` (every query), `service` (the use cases), `graphql` (how it looks outside), `jobs`
//! (what follows). `docs/architecture.md` walks through three requests.

// The schema's roots are deep types.
#![recursion_limit = "512"]

/// `App` and `Ctx`: what is handed around.
pub mod app;
/// What changed of what everybody may see.
pub mod changes;
/// Subcommands.
pub mod cli;
/// The same click twice is one thing.
pub mod client_keys;
/// Time, injectable.
pub mod clock;
/// Settings.
pub mod config;
/// Connect, begin, commit.
pub mod db;
/// What the matching engine is told of the world, and its model.
pub mod engine;
/// The closed set of ways to fail.
pub mod error;
/// What subscribers hear.
pub mod events;
/// Our errors and GraphQL's.
pub mod graphql;
/// What is no longer needed goes.
pub mod housekeeping;
/// The router and the server.
pub mod http;
/// Typed ids, new ids, secrets.
pub mod ids;
/// What follows a change.
pub mod jobs;
/// How often somebody may.
pub mod limits;
/// Links in emails that prove who opens them.
pub mod links;
/// Batch by id.
pub mod loaders;
/// Outgoing mail.
pub mod mail;
/// Amounts.
pub mod money;
/// Relay connections.
pub mod paging;
/// Who may.
pub mod policy;
/// What needs and offers share.
pub mod postings;
/// `iforum rank`.
pub mod rank;
/// The schema's roots.
pub mod schema;
/// Plants the demonstration data through the services.
pub mod seeding;
/// Public figures.
pub mod statistics;
/// Texts in two languages.
pub mod text;
/// One secret outside the database, and what is derived from it.
pub mod vault;

/// People.
pub mod accounts;
/// What owners add to an open need.
pub mod addenda;
/// What two sides agreed: drafted in turns, signed, followed.
pub mod agreements;
/// Membership of the alliance.
pub mod alliance;
/// Records of decisions.
pub mod audit;
/// Questions about open needs, and their answers.
pub mod clarifications;
/// Several organisations that make one proposal.
pub mod consortia;
/// Passwords, second factors, passkeys.
pub mod credentials;
/// The weekly email with what is new.
pub mod digests;
/// The taxonomy.
pub mod domains;
/// Criteria of needs, panels, scores, outcomes.
pub mod evaluations;
/// Lists for spreadsheets.
pub mod exports;
/// What people upload.
pub mod files;
/// Invitations to join an organisation.
pub mod interests;
pub mod invitations;
/// Needs of several owners that could be one joint call.
pub mod joint_calls;
/// What is on the market, as the engine holds it.
pub mod market;
/// Needs and offers that fit.
pub mod matches;
/// What members of an organisation may do, and how they leave.
pub mod members;
/// What waits for the alliance.
pub mod moderation;
/// Checks of needs, and why what they find may stay.
pub mod need_lint;
pub mod need_templates;
/// What localities look for.
pub mod needs;
/// Every public process in the open contracting standard.
pub mod ocds;
/// What firms can deliver.
pub mod offers;
/// Sign-in by another provider.
pub mod oidc;
/// Organisations and members.
pub mod openings;
pub mod organizations;
/// Administrative units.
pub mod places;
/// What an organisation shows of itself: certificates and references.
pub mod portfolio;
/// Sealed proposals.
pub mod proposals;
/// Experts, as they describe themselves.
pub mod researchers;
/// Which legal path may fit.
pub mod routes;
/// Searches that people saved.
pub mod saved_searches;
/// One search over everything public.
pub mod search;
/// Who is signed in, and where.
pub mod sessions;
/// People as administrators see them, and roles.
pub mod staff;
/// Editions of the taxonomy's concepts.
pub mod taxonomies;
/// Sentence vectors of what is public.
pub mod vectors;
/// How the alliance makes sure who an organisation is.
pub mod verification;
/// How the engine weighs, learnt from decisions.
pub mod weights;

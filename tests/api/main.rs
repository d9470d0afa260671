//! GraphQL in, JSON out, on both databases: one file per feature.

#![allow(missing_docs, reason = "test names are sentences")]

mod alliance;
mod appeals;
mod audit;
mod audit_chain;
mod claims;
mod credentials;
mod digests;
mod engine;
mod evaluations;
mod events;
mod files;
mod http;
mod invitations;
mod joint_calls;
mod limits;
mod mail;
mod main_job;
mod matches;
mod members;
mod merges;
mod moderation;
mod needs;
mod ocds;
mod offers;
mod oidc;
mod openings;
mod organizations;
mod passkeys;
mod portfolio;
mod profiles;
mod proposals;
mod registration;
mod reports;
mod researchers;
mod saved_searches;
mod sealing;
mod search;
mod server;
mod sessions;
mod socket;
mod staff;
mod suspensions;
mod vectors;
mod verification;

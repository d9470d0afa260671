//! GraphQL in, JSON out, on both databases: one file per feature.

#![allow(missing_docs, reason = "test names are sentences")]

mod credentials;
mod digests;
mod events;
mod http;
mod limits;
mod mail;
mod main_job;
mod matches;
mod moderation;
mod needs;
mod offers;
mod oidc;
mod organizations;
mod passkeys;
mod proposals;
mod registration;
mod server;
mod sessions;
mod socket;

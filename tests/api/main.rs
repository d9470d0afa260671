//! GraphQL in, JSON out, on both databases: one file per feature.

#![allow(missing_docs, reason = "test names are sentences")]

mod appeals;
mod audit;
mod audit_chain;
mod claims;
mod credentials;
mod events;
mod http;
mod mail;
mod main_job;
mod matches;
mod merges;
mod moderation;
mod needs;
mod offers;
mod organizations;
mod proposals;
mod registration;
mod reports;
mod server;
mod sessions;
mod socket;
mod staff;
mod suspensions;

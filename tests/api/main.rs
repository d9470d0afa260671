//! GraphQL in, JSON out, on both databases: one file per feature.

#![allow(missing_docs, reason = "test names are sentences")]

mod accounts;
mod main_job;
mod needs;
mod offers;
mod organizations;

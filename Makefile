# The commands a person types. What they do stands in scripts/, a file each.
# `make run` and `make test` need Rust, Node 20 or newer with npm, a C compiler and make; they
# install the rest (Node 24, PostgreSQL, Chromium) from npm into .tools, as an ordinary user.

.DEFAULT_GOAL := help
SHELL := bash
MAKEFLAGS += --no-print-directory

##@ The two commands

.PHONY: run
run: ## Build what is missing and serve the product at http://localhost:8080
	@scripts/run

.PHONY: test
test: ## Run every test: Rust on both databases, frontend, audits, gates, browser
	@scripts/test

##@ Build

.PHONY: build
build: ## Build the web pages and the server (PROFILE=release for the one to publish)
	@scripts/build-web
	@scripts/build-server

.PHONY: schema
schema: ## Write the API's schema to frontend/schema.graphql and the types made from it
	@scripts/schema

.PHONY: fmt
fmt: ## Format the Rust sources
	@cargo fmt --all

.PHONY: clean
clean: ## Remove what was built and installed; data/ stays
	@scripts/clean

##@ The model of meaning

.PHONY: model
model: ## Prepare the sentence model in var/models (MODEL_DIR=… for another folder)
	@scripts/model

.PHONY: model-check
model-check: ## Compare its vectors with those of the package it is made from
	@scripts/model-check

.PHONY: eval
eval: ## How well the engine ranks, beside BM25 and PostgreSQL, each task against its threshold (MODEL=folder for meaning)
	@scripts/eval $(MODEL)

##@ Parts of make test

.PHONY: test-rust
test-rust: ## Rust tests on SQLite and on a throw-away PostgreSQL (ARGS='-E test(name)' for some)
	@scripts/with-postgres scripts/test-rust $(ARGS)

.PHONY: test-web
test-web: ## The frontend's unit tests
	@scripts/in-frontend test

.PHONY: test-http
test-http: ## The 61 audits of GraphQL over HTTP
	@scripts/with-server scripts/test-http

.PHONY: gates
gates: ## Bytes over the wire and main-thread time of the public pages
	@scripts/with-server scripts/gates

.PHONY: e2e
e2e: ## Browser tests in Chromium (ARGS='-g name' for some)
	@scripts/with-server scripts/e2e $(ARGS)

.PHONY: audit-alterations
audit-alterations: ## Alter the audit's chain in a hundred ways on both databases: none may go unnoticed
	@IFORUM_FULL=1 scripts/with-postgres scripts/test-rust -E 'test(no_alteration_is_missed)'

##@ Checks

.PHONY: lint
lint: ## Formatting, clippy, frontend lint, types and translations
	@scripts/lint

.PHONY: drift
drift: ## Is what is generated from the schema what is checked in?
	@scripts/drift

.PHONY: security
security: ## The promises about identity at their full figures (minutes; make test runs a tenth)
	@IFORUM_FULL=1 scripts/with-postgres scripts/test-rust -p tests --test security $(ARGS)

##@ Helpers

.PHONY: pg
pg: ## A shell beside a throw-away PostgreSQL, named by TEST_POSTGRES_URL
	@scripts/with-postgres bash -c 'echo "TEST_POSTGRES_URL=$$TEST_POSTGRES_URL (leave this shell to end it)"; exec bash -i'

.PHONY: load
load: ## Measure the list of needs and signing in on both databases (release build; minutes)
	@scripts/load

.PHONY: load-sign-in
load-sign-in: ## Of that, signing in alone: beside a bare argon2id, and twenty at once (ROUNDS=5)
	@PARTS=sign-in scripts/load

.PHONY: load-matching
load-matching: ## Measure the matching engine among 10,000, 100,000 and 1,000,000 postings (minutes; ARGS='10000' for some)
	@scripts/load-matching $(ARGS)

.PHONY: load-open-data
load-open-data: ## Time and memory of the whole open data among 1,000 and 10,000 needs (minutes; ARGS='1000' for some)
	@scripts/load-open-data $(ARGS)

.PHONY: chaos
chaos: ## End the server by SIGKILL at 200 random moments under submissions, on both databases (minutes; ARGS=20 for fewer)
	@scripts/chaos $(ARGS)

.PHONY: lighthouse
lighthouse: ## Lighthouse over the public pages (ROUNDS=5)
	@scripts/with-server scripts/lighthouse

.PHONY: help
help: ## This list
	@awk 'BEGIN { FS = ":.*## " } /^##@/ { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z0-9-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' Makefile

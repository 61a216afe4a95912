# Two commands: `make run` and `make test`. What they need and don't find, they install or name.
SHELL := /bin/bash
CARGO ?= cargo

WEB_SOURCES := $(shell find web/src web/public web/build -type f 2>/dev/null) web/app.html web/vite.config.ts web/package.json web/tsconfig.json core/src/zone_names.json

.PHONY: run cargo build test prove fuzz bench demo generate web pictures lighthouse clean

## Builds the client and the release binary and serves on SQLite in ./data.
run: build
	@exec target/release/timeslot serve

## The client and target/release/timeslot.
build: cargo web
	@TIMESLOT_REQUIRE_WEB=1 $(CARGO) build --release --locked -p timeslot-server

## Everything that can be checked.
test:
	@scripts/test.sh

## The promises under fire, in their long form.
prove:
	@scripts/prove.sh

## What faces the world, fed with anything; `scripts/fuzz.sh slots 600` takes one target for ten minutes.
fuzz:
	@scripts/fuzz.sh

## What is promised of speed, measured; see bench/README.md.
bench: web
	@bench/run.sh

## The same server with a sample host, customers and three months of bookings.
demo: build
	@exec target/release/timeslot demo

## Files that are generated and committed.
generate: web/node_modules/.installed
	@$(CARGO) run --quiet --locked -p timeslot-server -- openapi > openapi.json.new && mv openapi.json.new openapi.json
	@npm --prefix web run --silent generate

## Pictures of the client's pages.
pictures: web
	@npm --prefix web run --silent pictures

## What Lighthouse says of the public pages, against what is promised.
lighthouse: build
	@TIMESLOT_BIN=target/release/timeslot node tests/browser/lighthouse.mjs

cargo:
	@command -v $(CARGO) >/dev/null || { echo "Rust is missing; see https://rustup.rs" >&2; exit 1; }

web: web/dist/app.html

web/dist/app.html: $(WEB_SOURCES) web/node_modules/.installed
	@npm --prefix web run --silent build
	@touch $@

web/node_modules/.installed: web/package-lock.json
	@scripts/npm-install.sh
	@touch $@

clean:
	@rm -rf target web/dist web/node_modules

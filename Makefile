# The verbs of the project. `make` alone prints them.

SWIFT := swift
# SwiftPM passes the traits to the compiler in the order of a hash, which another seed changes, and all would be compiled again.
SWIFT_BUILD := SWIFT_DETERMINISTIC_HASHING=1 $(SWIFT) build --explicit-target-dependency-import-check error
SOURCES := Sources Tests Generated Package.swift
DATABASE ?= .run/cloudflow.sqlite
PORT ?= 8080

.DEFAULT_GOAL := help
.PHONY: help crash simulate setup build generate docs docc site run serve mock mocks contract test check lint conformance sockets autobahn examples accept format bench corpus fuzz roundtrips clean

help: ## Prints this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Installs libyaml, SQLite and cmark-gfm, where they are missing.
	@.ci/setup

build: setup ## Builds everything but the tests.
	$(SWIFT_BUILD)

generate: setup ## Makes Generated/ of specs/.
	$(SWIFT_BUILD) --product cloudflow-generate
	$(SWIFT) run --skip-build cloudflow-generate --strict

run: generate ## Shows the whole at work: a gateway, an account, a terminal, and calls over HTTP.
	$(SWIFT_BUILD) --product cloudflow
	$(SWIFT) run --skip-build cloudflow demo

docs: setup ## Makes the documentation of specs/ in .run/docs.
	$(SWIFT_BUILD) --product cloudflow-generate
	$(SWIFT) run --skip-build cloudflow-generate docs --strict --output .run/docs

serve: generate docs ## Starts the gateway on PORT, with its documentation at /docs, keeping its data in DATABASE.
	$(SWIFT_BUILD) --product cloudflow
	@mkdir -p $(dir $(DATABASE))
	$(SWIFT) run --skip-build cloudflow serve --port $(PORT) --docs .run/docs --database $(DATABASE)

mock: setup ## Serves a mock of the description SPEC on PORT (8081).
	@test -f "$(SPEC)" || { echo "name a description: make mock SPEC=specs/client-1.1.yaml" >&2; exit 1; }
	$(SWIFT_BUILD) --product cloudflow-generate
	$(SWIFT_BUILD) --product cloudflow-generate-network
	$(SWIFT) run --skip-build cloudflow-generate mock "$(SPEC)" --port $(if $(filter command line,$(origin PORT)),$(PORT),8081)

mocks: setup ## Runs schemathesis against mocks of specs/, or of the descriptions below CORPUS, EXAMPLES (10) cases each. ONLY=text picks.
	$(SWIFT_BUILD) --product cloudflow-generate
	$(SWIFT_BUILD) --product cloudflow-generate-network
	"$$(Tests/Conformance/venv.sh)" Tests/Conformance/against_mock.py "$$($(SWIFT) build --show-bin-path)/cloudflow-generate" $(or $(CORPUS),specs/*-*.yaml) \
		--examples $(or $(EXAMPLES),10) $(addprefix --only ,$(ONLY)) $(addprefix --seed ,$(SEED)) $(if $(DETAILS),--details)

contract: setup ## Holds a live gateway, mocks and services that are wrong against the contract suites of specs/.
	$(SWIFT_BUILD) --product cloudflow
	$(SWIFT_BUILD) --product cloudflow-generate
	$(SWIFT_BUILD) --product cloudflow-generate-network
	"$$(Tests/Conformance/venv.sh)" Tests/Conformance/contract.py "$$($(SWIFT) build --show-bin-path)"

test: setup ## Runs the tests.
	$(SWIFT_BUILD) --build-tests
	$(SWIFT) test --skip-build

check: setup lint ## What CI runs: lint, build with warnings as errors, Generated/ against the specs, tests, conformance, documentation, examples.
	$(SWIFT_BUILD) --build-tests
	$(SWIFT) run --skip-build cloudflow-generate --check --strict
	$(SWIFT) test --skip-build
	Tests/GeneratorTests/compile-cases
	Tests/GeneratedTests/missing-function
	$(MAKE) conformance
	$(MAKE) contract
	$(MAKE) roundtrips
	$(MAKE) docc
	$(MAKE) site
	$(SWIFT) run --skip-build cloudflow demo
	$(MAKE) crash ROUNDS=20
	$(MAKE) examples

lint: ## Checks the format of all Swift code.
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

conformance: ## Validates the specs, and holds the live gateway against them.
	Tests/Conformance/validate-specs.sh
	$(SWIFT_BUILD) --product cloudflow
	Tests/Conformance/schemathesis.sh "$$($(SWIFT) build --show-bin-path)/cloudflow"
	$(MAKE) sockets
	$(MAKE) autobahn

site: ## Opens the documentation in a headless Chromium, as the gateway serves it.
	$(SWIFT_BUILD) --product cloudflow-generate
	$(SWIFT_BUILD) --product cloudflow
	Tests/Conformance/site.sh "$$($(SWIFT) build --show-bin-path)/cloudflow-generate" "$$($(SWIFT) build --show-bin-path)/cloudflow"

sockets: ## Plays points of sale and devices against a live gateway's websockets, hostile ones among them.
	$(SWIFT_BUILD) --product cloudflow
	Tests/Conformance/sockets.sh "$$($(SWIFT) build --show-bin-path)/cloudflow"

autobahn: ## Runs the Autobahn cases against the websockets of the server and of the client.
	$(SWIFT_BUILD) --product socket-echo
	Tests/Conformance/autobahn.sh "$$($(SWIFT) build --show-bin-path)/socket-echo"

examples: ## Builds the examples and plays them against each other, and holds the README against them.
	$(SWIFT_BUILD) --product cloudflow
	$(SWIFT_BUILD) --product cloudflow-generate
	Tests/Examples/run "$$($(SWIFT) build --show-bin-path)"
	Tests/Examples/check

docc: setup ## Makes the documentation of the library products in .run/docc, and names what is public and not documented.
	$(SWIFT_BUILD)
	Tests/Documentation/docc "$$($(SWIFT) build --show-bin-path)" .run/docc

accept: ## Records what the generator makes of the golden cases as expected. Read the difference before you commit it.
	RECORD_CASES=1 $(SWIFT) test --filter GeneratorTests

format: ## Formats all Swift code.
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

bench: setup ## Measures the JSON coding, the generator and the relay (release build).
	Tests/Benchmarks/run

corpus: setup ## Generates and typechecks every description below CORPUS, and prints a table. BUILD=1 compiles too, SIDE=client leaves services out, ONLY=text picks.
	@test -d "$(CORPUS)" || { echo "name a folder of API descriptions: make corpus CORPUS=../descriptions" >&2; exit 1; }
	$(SWIFT_BUILD) --product cloudflow-generate --configuration release
	$(SWIFT_BUILD) --target CloudFlowRuntime
	@Tests/Corpus/run "$(CORPUS)" --generator "$$($(SWIFT) build --configuration release --show-bin-path)/cloudflow-generate" \
		--modules "$$($(SWIFT) build --show-bin-path)/Modules" $(if $(BUILD),--build) $(addprefix --side ,$(SIDE)) $(addprefix --only ,$(ONLY))

simulate: setup ## Runs the relay's rules through SCHEDULES (100,000) of what may happen to it and its peers.
	$(SWIFT_BUILD) --build-tests
	SCHEDULES=$(or $(SCHEDULES),100000) $(if $(SEED),SEED=$(SEED)) $(SWIFT) test --skip-build --filter SimulationTests

crash: setup ## Kills gateway, terminals and point of sale ROUNDS (200) times, and looks for payments lost or made twice. SEED= repeats the draws.
	$(SWIFT_BUILD) --product cloudflow
	$(SWIFT_BUILD) --product crash-shop
	Tests/Crash/run.py "$$($(SWIFT) build --show-bin-path)" --rounds $(or $(ROUNDS),200) $(if $(SEED),--seed $(SEED))

fuzz: setup ## Changes the descriptions below CORPUS at random, COUNT times, generates of each, and typechecks a sample. SEED= repeats.
	$(SWIFT_BUILD) --configuration release --product generator-fuzzer
	$(SWIFT_BUILD) --configuration release --product cloudflow-generate
	$(SWIFT_BUILD) --target CloudFlowRuntime
	"$$($(SWIFT) build --configuration release --show-bin-path)/generator-fuzzer" $(or $(CORPUS),specs Tests/GeneratorTests/Cases) \
		--count $(or $(COUNT),2000) --sample $(or $(SAMPLE),20) $(if $(SEED),--seed $(SEED))
	@Tests/Corpus/run .run/fuzz/sample --work .run/fuzz/modules \
		--generator "$$($(SWIFT) build --configuration release --show-bin-path)/cloudflow-generate" \
		--modules "$$($(SWIFT) build --show-bin-path)/Modules"

roundtrips: setup ## Takes examples and values through generated modules and back: of specs/, or of TAKE (10) below CORPUS. SEED= repeats.
	$(SWIFT_BUILD) --product cloudflow-generate
	$(SWIFT_BUILD) --target CloudFlowRuntime
	"$$(Tests/Conformance/venv.sh)" Tests/RoundTrips/run $(or $(CORPUS),specs Tests/GeneratorTests/Cases/schemas) \
		--generator "$$($(SWIFT) build --show-bin-path)/cloudflow-generate" --products "$$($(SWIFT) build --show-bin-path)" \
		--take $(or $(TAKE),10) $(addprefix --only ,$(ONLY)) $(if $(SEED),--seed $(SEED))

clean: ## Removes what was built.
	rm -rf .build .run Tests/Benchmarks/.build Tests/Examples/.build

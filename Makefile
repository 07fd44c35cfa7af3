# `make site` builds the program and publishes content/ into public/; `make test` runs every test.
# Both install the Debian packages that are missing, or print the line that does.
.PHONY: site test conformance bench lint deps deps-test program clean

SWIFT ?= swift
HANDRAIL = .build/release/handrail
PACKAGES = libcmark-dev libyaml-dev libssl-dev libsodium-dev pkg-config
TEST_PACKAGES = chromium fonts-noto-cjk poppler-utils python3-venv strace
SPECS ?= ../shared/cases/specs
VENV = .build/venv

site: program
	$(HANDRAIL) build

program: deps
	$(SWIFT) build -c release --product handrail

deps:
	@Scripts/install-packages $(PACKAGES)

deps-test: deps
	@Scripts/install-packages $(TEST_PACKAGES)
	@test -x $(VENV)/bin/python || python3 -m venv $(VENV)
	@$(VENV)/bin/python -c 'import playwright, axe_playwright_python' 2>/dev/null || $(VENV)/bin/pip install --quiet playwright==1.65.0 axe-playwright-python==0.1.8

test: deps-test lint program
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	python3 Tests/BadInputs/runner.py --build '$(CURDIR)/$(HANDRAIL) build -C {src} -o {out}' --check '$(CURDIR)/$(HANDRAIL) check -C {src}'
	python3 Tests/Fixtures/diff/judge.py --cmd '$(CURDIR)/$(HANDRAIL) diff {old} {new} --format json'
	python3 Tests/Fixtures/diff/repeat.py '$(CURDIR)/$(HANDRAIL)'
	$(VENV)/bin/python Tests/Browser/states.py
	$(VENV)/bin/python Tests/Browser/run.py --handrail $(HANDRAIL)

conformance: deps
	@test -d $(SPECS) || { echo "no specifications at $(SPECS); nothing to do"; exit 0; }
	HANDRAIL_SPECS=$(abspath $(SPECS)) $(SWIFT) test --filter SpecTests

bench: program
	Benchmarks/run
	Benchmarks/redline $(HANDRAIL)

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

clean:
	rm -rf .build

# Lan Tỏa. `make run` sets everything up and does the main job; `make test` sets everything up and passes all tests.
# Only `make tools` installs system packages (Debian): what the tests of screens, papers and PostgreSQL need.
PYTHON ?= python3
DATA ?= data
BIN := .venv/bin
TOOLS := chromium libreoffice-writer poppler-utils fonts-croscore fonts-noto-core postgresql
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: install run test check messages duties bench drill tools

install: .venv/product

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/product: requirements.txt pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --require-hashes --only-binary :all: --requirement requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/developed: requirements-dev.txt .venv/product
	$(BIN)/pip install --quiet --require-hashes --requirement requirements-dev.txt
	touch $@

run: install
	$(BIN)/lantoa demo --data $(DATA)

test: .venv/developed
	$(BIN)/pytest -n auto

check: .venv/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pytest tests/test_house.py

messages: .venv/developed
	$(BIN)/python -m tests.catalogue

duties: .venv/developed
	$(BIN)/python -m tests.duties

bench: .venv/developed
	for each in benchmarks/*.py; do $(BIN)/python $$each || exit 1; done

drill: .venv/developed
	LANTOA_DRILL=1 $(BIN)/pytest tests/drill

tools:
	$(SUDO) apt-get update -qq
	DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $(TOOLS)

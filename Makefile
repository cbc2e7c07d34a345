# Lan Tỏa. `make run` sets everything up and does the main job; `make test` sets everything up and passes all tests.
PYTHON ?= python3
BIN := .venv/bin
DATA ?= data
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: install run test check duties bench tools

install: .venv/installed

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/product: requirements.txt pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --require-hashes --only-binary :all: --requirement requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/installed: .venv/product
	touch $@

.venv/developed: requirements-dev.txt .venv/installed
	$(BIN)/pip install --quiet --require-hashes --requirement requirements-dev.txt
	touch $@

run: install
	$(BIN)/lantoa demo --data $(DATA)

test: .venv/developed
	$(BIN)/pytest

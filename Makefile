# Every target makes what it needs: each can be the first command in a fresh clone.
PYTHON ?= python3
BIN := .venv/bin
GZG := $(BIN)/gzg

.PHONY: setup site serve check test lint bench lock

setup: .venv/ready

site: .venv/ready
	$(GZG) build

serve: .venv/ready
	$(GZG) serve

check: .venv/ready
	$(GZG) check

test: .venv/ready-dev
	$(BIN)/python tests/browser.py
	$(BIN)/pytest -n 2 --dist loadscope

lint: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/ready-dev
	$(BIN)/python tests/bench/run.py

lock: .venv/ready-dev
	$(BIN)/uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --extra build -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --extra build --extra dev -c requirements.lock -o requirements-dev.lock

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("gzg needs Python 3.11 or newer; try: make PYTHON=python3.13" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

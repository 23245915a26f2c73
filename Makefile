# Every target makes what it needs: each can be the first command in a fresh clone.
PYTHONS := $(or $(PYTHON),python3 python3.13 python3.12 python3.11)
BIN := .venv/bin
GZG := $(BIN)/gzg
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header $(if $(UPGRADE),--upgrade) --extra build

.PHONY: setup site serve check test lint bench screenshots form lock

setup: .venv/ready

site: .venv/ready
	$(GZG) build $(if $(SITE_URL),--site-url "$$SITE_URL")

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

screenshots: .venv/ready-dev site
	$(BIN)/python -m tests.screenshots

# Renews the form in the browser after a change in tools/form.
form: .venv/ready-dev
	$(BIN)/python -m tests.form.building

# Keeps the versions that still fit; `make lock UPGRADE=1` takes the newest.
lock: .venv/ready-dev
	$(LOCK) -o requirements.lock
	$(LOCK) --extra dev -c requirements.lock -o requirements-dev.lock

# The mark `ready` is away for as long as anything is being installed. Where it is missing, an
# earlier setup stopped half-way, so everything is made anew.
.venv/ready: requirements.lock pyproject.toml
	@test -e $@ || for python in $(PYTHONS) ''; do \
	  test -n "$$python" || { echo 'gzg needs Python 3.11 or newer: install it, or type make PYTHON=/path/to/python3' >&2; exit 1; }; \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  "$$python" -c 'import ensurepip, venv' 2>/dev/null || { echo "The venv module of $$python is missing; on Debian or Ubuntu: sudo apt-get install $${python##*/}-venv" >&2; exit 1; }; \
	  exec "$$python" -m venv --clear .venv; \
	done
	@rm -f $@ .venv/ready-dev
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	@rm -f .venv/ready $@
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch .venv/ready $@

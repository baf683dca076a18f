# make play   set up .venv and start the game        make test   lint, then all tests but the long ones
# make soak   all tests, the long ones too           make lint   ruff and mypy alone
# make bench  print how fast things are
# Each works alone on a clean checkout. PYTHON=... names the Python to use, VENV=... another folder than .venv.

VENV ?= .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$each -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$each && break; done)
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable
FAILED = { echo "The libraries could not be installed; the lines above say why. The first time needs the internet." >&2; exit 1; }

.PHONY: play test soak lint bench

play: $(VENV)/.for-play
	@$(BIN)/counteroffer

test: lint
	$(BIN)/python -m pytest -m "not soak" -n 2 -rs

soak: lint
	$(BIN)/python -m pytest -n 2 -rs

lint: $(VENV)/.for-tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(VENV)/.for-tests
	@for each in tests/bench/bench_*.py; do $(BIN)/python $$each || exit 1; done

# The stamps are newer than pyproject.toml as long as what it asks for is installed.
$(VENV)/.for-play: pyproject.toml | $(VENV)/.made
	@$(INSTALL) . || $(FAILED)
	@touch $@

$(VENV)/.for-tests: pyproject.toml | $(VENV)/.made
	@$(INSTALL) '.[dev]' || $(FAILED)
	@touch $@

$(VENV)/.made:
	@test -n "$(PYTHON)" && $(PYTHON) -c '$(NEW_ENOUGH)' 2>/dev/null || \
		{ echo "Counteroffer needs Python 3.11 or newer; install it, or name one: make PYTHON=/path/to/python3." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "$(PYTHON) cannot make a virtual environment; install it first (Debian, Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

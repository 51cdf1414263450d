# Village Budget. `make run` and `make test` work as the first command in a fresh clone (Python 3.11+, make).
SHELL := /bin/sh
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq --no-input
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.PHONY: help setup run test lint types imports unit bench screenshots guide translations lock wheel bundle clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 14

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found." >&2; exit 1; }
	@echo "Making the virtual environment $(VENV)"
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || sh resources/packaging/python_venv.sh $(PYTHON)
	@$(PYTHON) -m venv $(VENV)
	@touch $@

# The locks pin every package by hash; the project itself is linked, so that edits need no new install.
$(VENV)/.ready-run: $(VENV)/.made requirements.lock pyproject.toml resources/packaging/system_packages.sh
	@sh resources/packaging/system_packages.sh run
	@echo "Installing the Python packages of requirements.lock"
	@$(PIP) install --require-hashes --no-deps -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-test: $(VENV)/.ready-run requirements-dev.lock
	@sh resources/packaging/system_packages.sh test
	@echo "Installing the Python packages of requirements-dev.lock"
	@$(PIP) install --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

setup: $(VENV)/.ready-test ## set everything up, for work on the program

run: $(VENV)/.ready-run ## set up, then open the sample village (without a display: check and export it)
	@$(BIN)/python resources/packaging/run_sample.py

test: lint types imports unit ## set up, then ruff, mypy, import contracts and every test

lint: $(VENV)/.ready-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.ready-test
	@$(BIN)/mypy

imports: $(VENV)/.ready-test
	@$(BIN)/lint-imports --no-logo

unit: $(VENV)/.ready-test
	@$(OFFSCREEN) $(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal

bench: $(VENV)/.ready-test ## measure what is promised: name, value, limit, ok or short
	@$(OFFSCREEN) $(BIN)/python -m tests.benchmarks

screenshots: $(VENV)/.ready-test ## every screen, light and dark, 100 and 150 %, into build/screenshots/
	@$(OFFSCREEN) $(BIN)/python -m tests.tools.screenshots

guide: $(VENV)/.ready-test ## the quick guide and the sheet of keys as PDF into build/, with pictures taken anew
	@$(OFFSCREEN) $(BIN)/python -m tests.tools.guide

translations: $(VENV)/.ready-test ## gather new strings from the source, compile the translations
	@$(BIN)/python -m tests.tools.translations

lock: $(VENV)/.ready-test ## pin all packages anew (needs uv)
	@uv pip compile -q $(LOCK_FLAGS) --extra build -o requirements.lock pyproject.toml
	@uv pip compile -q $(LOCK_FLAGS) --extra build --extra dev -o requirements-dev.lock pyproject.toml
LOCK_FLAGS := --python-version 3.11 --universal --fork-strategy fewest --generate-hashes \
	--no-header --no-emit-index-url --no-annotate --upgrade

wheel: $(VENV)/.ready-run ## build the wheel into dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist . >/dev/null && ls dist

bundle: $(VENV)/.ready-run ## build the folder that runs without Python, into dist/
	@$(PIP) install "pyinstaller>=6.16"
	@$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/bundle resources/packaging/village_budget.spec

clean: ## remove what was built, keep the environment
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# Every recipe is one command on a machine that has Python 3.11 or later and make.
.DEFAULT_GOAL := help
PYTHON ?= python3
IN := .venv/bin/
READY := .venv/ready

.PHONY: help run demo test check fix lint types rooms docs docs-fresh bench detection-table lock audit faults pictures

help: ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/'

run: $(READY) ## open the dashboard on your own log
	$(IN)python -m ironstride serve

demo: $(READY) ## open the dashboard on a made-up runner's log, yours untouched
	$(IN)python -m ironstride demo

test: $(READY) ## run all tests; without a Chromium, all but the browser journeys
	$(IN)pytest -q --numprocesses=auto --dist=worksteal --ignore=tests/browser
	$(IN)pytest -q --numprocesses=2 --dist=loadfile tests/browser

check: lint types rooms docs-fresh test ## everything that must be green

lint: $(READY)
	$(IN)ruff format --check .
	$(IN)ruff check .

types: $(READY)
	$(IN)mypy

rooms: $(READY)
	$(IN)lint-imports

docs-fresh: $(READY)
	$(IN)cog --check data/README.md

docs: $(READY) ## write the data dictionary anew
	$(IN)cog -r data/README.md

fix: $(READY) docs ## format and mend what a machine can mend
	$(IN)ruff check --fix .
	$(IN)ruff format .

bench: $(READY) ## measure, and write tests/bench/README.md; PART=pages YEARS=20 TIMES=3 FIT=folder choose
	$(IN)python -m tests.bench $(if $(PART),--part $(PART)) $(if $(YEARS),--years $(YEARS)) \
	  $(if $(TIMES),--times $(TIMES)) $(if $(FIT),--fit $(FIT))

faults: $(READY) ## do to a log all that can go wrong, and write tests/faults/README.md
	SEED=$(or $(SEED),10) KILLS=$(or $(KILLS),200) TIMES=$(or $(TIMES),50) SECONDS=$(or $(SECONDS),60) \
	  $(IN)python -m tests.faults

detection-table: $(READY) ## simulate anew how often an effect is found (two minutes)
	$(IN)python -m tests.bench.detection_table

pictures: $(READY) ## take README's pictures of the demo log anew
	$(IN)python -m tests.browser.pictures

lock: $(READY) ## write requirements.lock anew from pyproject.toml
	@command -v uv >/dev/null 2>&1 || $(IN)python -m pip install --quiet --disable-pip-version-check uv
	PATH="$(IN):$$PATH" uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate \
	  --group dev pyproject.toml --output-file requirements.lock

audit: $(READY) ## hold the pinned packages against known weaknesses, on the internet
	$(IN)python -m tests.audit

$(READY): requirements.lock pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python '>=3.11' .venv && \
	  uv pip install --quiet --python $(IN)python --require-hashes -r requirements.lock && \
	  uv pip install --quiet --python $(IN)python --no-build-isolation --no-deps -e . ; \
	else \
	  $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo 'Ironstride needs Python 3.11 or later; set PYTHON=python3.12 or the like.'; exit 1; } ; \
	  $(PYTHON) -m venv .venv && \
	  $(IN)python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	  $(IN)python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e . ; \
	fi
	@touch $@

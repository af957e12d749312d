# Every target prepares what it needs; `make help` lists them.
.DEFAULT_GOAL := help
.SUFFIXES:
MAKEFLAGS += --no-print-directory

PYTHON := .venv/bin/python
LOCK := $(PYTHON) -m uv pip compile --python-version 3.11 --universal --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --quiet $(if $(UPGRADE),--upgrade)

.PHONY: help run dev test audit bench bench-desk bench-feedback bench-hot bench-lists bench-pages bench-publishing bench-quality bench-related bench-search bench-soak bench-standing lint lock screenshots site-packages tool-packages browser load-programs audit-tools

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 8

run: site-packages ## Run the whole site on http://127.0.0.1:8000 (PORT=8001 for another port); Ctrl-C stops it
	@$(PYTHON) -m newsroom.serving --with-parent

dev: export DEBUG = 1
dev: site-packages ## The same with DEBUG on, reloading when code changes
	@$(PYTHON) -m newsroom.serving --with-parent --reload

test: tool-packages browser ## Run all tests (ARGS="-k words" for some of them)
	@$(PYTHON) -m pytest $(ARGS)

audit: tool-packages browser audit-tools ## Have the demonstration judged by Lighthouse, axe and validators; writes docs/audit.md (ARGS="--only feeds")
	@$(PYTHON) -m bench.audit $(ARGS)

bench-desk: tool-packages ## Measure every page of the desk with an archive (STORIES=100000; SAMPLE_DATA=folder for real texts)
	@$(PYTHON) -m bench.desk

bench-feedback: tool-packages browser ## Measure what readers send: posts a second, lists with a million votes, exports (STORIES=10000)
	@$(PYTHON) -m bench.feedback $(ARGS)

bench-hot: tool-packages load-programs ## Measure pages that were read before beside the least that the servers can do: nginx a file, granian a constant
	@$(PYTHON) -m bench.hot

bench-lists: tool-packages ## Measure first and last pages of every kind of list with an archive (STORIES=100000)
	@$(PYTHON) -m bench.lists

bench-pages: tool-packages ## Measure what each kind of page costs that no cache holds, with growing archives (SIZES="1000 10000 100000")
	@$(PYTHON) -m bench.pages

bench-publishing: tool-packages ## Measure what a publication costs with growing archives (SIZES="1000 10000 100000")
	@$(PYTHON) -m bench.publishing

bench-quality: tool-packages ## Measure how good search and related content are beside simpler ways (SAMPLE_DATA=folder of the collections); writes docs/quality.md
	@$(PYTHON) -m bench.quality
	@$(PYTHON) -m bench.quality.related

bench-related: tool-packages ## Measure what related content costs with growing archives (SIZES="10000 100000")
	@$(PYTHON) -m bench.related

bench-search: tool-packages ## Measure what a search costs with 10,000 and 100,000 stories (SIZES="10000 100000"; SAMPLE_DATA=folder for real texts)
	@$(PYTHON) -m bench.search

bench-soak: tool-packages ## Ten minutes of readers while two stories a second are published; fails if one gets an old page (SECONDS=600)
	@$(PYTHON) -m bench.soak

bench-standing: tool-packages ## Measure the start to the first page, and the memory of the application
	@$(PYTHON) -m bench.standing

bench: tool-packages browser load-programs ## All measurements of what readers and editors wait for, and how far the goals are reached (STORIES=10000)
	@$(PYTHON) -m bench

lint: tool-packages ## Check code, templates, types, layers, migrations and production settings
	@echo "lint: ruff check"
	@$(PYTHON) -m ruff check .
	@echo "lint: ruff format"
	@$(PYTHON) -m ruff format --check .
	@echo "lint: djlint"
	@$(PYTHON) -m djlint --lint --check templates
	@echo "lint: mypy"
	@$(PYTHON) -m mypy
	@echo "lint: layers"
	@.venv/bin/lint-imports
	@echo "lint: migrations"
	@$(PYTHON) manage.py makemigrations --check --dry-run
	@echo "lint: production settings"
	@set -a && . deploy/production.env && SILENCED_CHECKS=newsroom.W001 $(PYTHON) manage.py check --deploy --fail-level WARNING

screenshots: tool-packages browser ## Take the pictures of docs/screenshots/ from the running demonstration (PORT=8001 for another port)
	@$(PYTHON) -m bench.screenshots http://127.0.0.1:$(or $(PORT),8000)

lock: tool-packages ## Lock what pyproject.toml asks for, keeping present versions (UPGRADE=1 for the newest)
	@$(LOCK) pyproject.toml -o requirements/base.txt
	@$(LOCK) --extra embedded pyproject.toml -o requirements/run.txt
	@$(LOCK) --extra embedded --extra dev pyproject.toml -o requirements/dev.txt

site-packages:
	@deploy/bootstrap.sh packages run

tool-packages:
	@deploy/bootstrap.sh packages dev

browser:
	@deploy/bootstrap.sh programs

load-programs:
	@deploy/bootstrap.sh load

audit-tools:
	@deploy/bootstrap.sh audit

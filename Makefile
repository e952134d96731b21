# Two commands matter: `make demo` and `make test`. The rest is for developers.
SHELL := /bin/bash
PY := .venv/bin/python
CHILDREN ?= 20000
SEED ?= 73
SERVE ?= 1
PORT ?= 8000
SIZE ?= 100000
SIZES ?= 60000,240000

.PHONY: demo test check fix docs pictures lock browser java bench-linkage bench-intake bench-acts bench-national bench-plans clean

demo: .venv/runtime
	@$(PY) -m mangnon.cli.main demo --children $(CHILDREN) --seed $(SEED) --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve)

test: .venv/dev browser java
	@$(PY) -m pytest

check: .venv/dev
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@$(PY) -m tests.reference --check

fix: .venv/dev
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

docs: .venv/dev
	@$(PY) -m tests.reference

pictures: .venv/dev browser
	@PICTURES=1 $(PY) -m pytest -n 0 tests/journeys

lock:
	@./bootstrap lock

browser:
	@./bootstrap browser

java:
	@./bootstrap java

.venv/runtime: requirements.lock pyproject.toml bootstrap
	@./bootstrap runtime

.venv/dev: requirements-dev.lock pyproject.toml bootstrap
	@./bootstrap dev

bench-linkage: .venv/dev
	@./bootstrap bench
	@$(PY) -m tests.benchmarks.linkage --size $(SIZE) $(if $(PUBLIC),--public $(PUBLIC))

bench-national: .venv/dev java
	@$(PY) -m tests.benchmarks.linkage.national --sizes $(SIZES)

bench-acts: .venv/dev
	@$(PY) -m tests.benchmarks.reorganisation

bench-plans: .venv/dev
	@$(PY) -m tests.benchmarks.plans

bench-intake: .venv/dev
	@$(PY) -m tests.benchmarks.intake --rows $(SIZE)

clean:
	rm -rf .venv .tools .data

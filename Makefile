# All of Déclic's commands. `make` alone lists them.
SHELL := /bin/sh
BIN := .venv/bin
RASA := $(BIN)/python -W ignore -m rasa
DATA := --data data/nlu data/rules data/stories
export RASA_TELEMETRY_ENABLED := false
export RASA_CACHE_DIRECTORY := var/rasa-cache
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
# Compiled libraries are kept: a start without them takes three times as long.
unexport PYTHONDONTWRITEBYTECODE

PEOPLE := tests/conversations tests/replays tests/browser
REPORTS := var/tests

.PHONY: help run talk test test-core test-people check train environment tensorflow clean
.DEFAULT_GOAL := help

help: ## Liste ces commandes
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: environment ## Prépare tout, puis démarre Déclic (Ctrl-C pour arrêter)
	@$(BIN)/declic serve --demo --with-parent

talk: environment ## La même conversation dans le terminal
	@$(BIN)/python -m bot.training
	@$(BIN)/declic talk

test: environment ## Tous les tests, du calcul au navigateur
	@$(BIN)/python -m bot.training
	$(RASA) data validate --fail-on-warnings $(DATA)
	$(RASA) test core --model "$$($(BIN)/python -m bot.training --path)" \
		--stories tests/conversations --fail-on-prediction-errors --no-plot --out var/rasa-test
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target --keep-going test-core test-people

test-core: ## Les tests de calcul, de pages et de commandes
	$(BIN)/pytest $(PYTEST) --junitxml=$(REPORTS)/core.xml $(PEOPLE:%=--ignore=%)

test-people: ## Les tests qui parlent à Déclic
	$(BIN)/pytest $(PYTEST) --junitxml=$(REPORTS)/people.xml $(PEOPLE)

check: environment ## Style, types, données et architecture
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(RASA) data validate --fail-on-warnings $(DATA)
	$(BIN)/pytest tests/test_architecture.py tests/test_docs.py tests/unit/test_catalogue_data.py \
		tests/unit/test_domain.py

train: environment ## Entraîne le modèle si ses sources ont changé
	@$(BIN)/python -m bot.training

environment: ## Installe Python et les bibliothèques dans .venv
	@sh deploy/bootstrap.sh

tensorflow: environment ## Ajoute TensorFlow, pour un config.yml avec DIET ou TED
	@sh deploy/bootstrap.sh tensorflow

clean: ## Efface environnement, modèles et caches, garde var/declic.db
	rm -rf .venv .rasa .mypy_cache .ruff_cache .pytest_cache .hypothesis results
	rm -rf var/tools var/rasa-cache var/rasa-test var/tests var/log models/*.tar.gz models/.training-*

# make demo    look at Parallax with invented news (http://127.0.0.1:8052)
# make test    everything that is checked: format, lint, types, tests, a real browser
# make lint | docs | constraints | clean

.DEFAULT_GOAL := demo
.PHONY: demo test lint docs constraints clean
PY := .venv/bin/python
PARALLAX := .venv/bin/parallax

.venv/.parallax: pyproject.toml .ci/constraints.txt .ci/venv
	sh .ci/venv
	$(PY) -m pip install --quiet --disable-pip-version-check -c .ci/constraints.txt -e .
	@touch $@

.venv/.test: .venv/.parallax
	$(PY) -m pip install --quiet --disable-pip-version-check -c .ci/constraints.txt -e '.[test]'
	@touch $@

demo: .venv/.parallax
	$(PARALLAX) demo --library .demo/library.sqlite

test: lint
	sh .ci/chromium
	$(PY) -m pytest --numprocesses auto --dist loadfile

lint: .venv/.test
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy

docs: .venv/.test
	$(PY) -m docs.generate

# The versions that were tested together, without addresses. Run it after changing what pyproject.toml asks for.
constraints:
	rm -rf .venv-new && python3 -m venv .venv-new
	.venv-new/bin/python -m pip install --quiet --disable-pip-version-check '.[test]'
	.venv-new/bin/python -m pip freeze --exclude parallax-news | grep -v ' @ ' > .ci/constraints.txt
	rm -rf .venv-new

clean:
	rm -rf .venv .demo build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results

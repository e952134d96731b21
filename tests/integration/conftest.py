"""Templates are strict and unordered rows come shuffled in every test with the database."""

from tests.strict import shuffled_rows, strict_templates  # noqa: F401  automatic fixtures

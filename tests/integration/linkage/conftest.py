"""A small city on disk."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from mangnon.cli.city.city import City, generate


@pytest.fixture(scope="session")
def city() -> City:
    return generate(6000, 41)


@pytest.fixture(scope="session")
def files(city: City, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with register.parquet and population.parquet."""
    folder = tmp_path_factory.mktemp("city")
    pq.write_table(city.register, folder / "register.parquet")
    pq.write_table(city.population, folder / "population.parquet")
    return folder

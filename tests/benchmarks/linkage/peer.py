"""Plain Splink 5 on DuckDB as a careful user writes it: `python -m tests.benchmarks.linkage.peer FOLDER`.

Accents stripped, communes carried to today's codes, term frequencies, eight blocking rules, one thread. Writes FOLDER/splink.parquet.
"""

import logging
import sys
import warnings
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from mangnon.lib.vietnamese import fold
from mangnon.linkage.engine.places import builtin


def prepared(path: Path) -> pa.Table:
    """The columns Splink compares, plain text."""
    table = pq.read_table(path)
    crosswalk = builtin()

    def column(name: str, change) -> list:
        values = table[name].combine_chunks().dictionary_encode()
        words = [change(word) if word else None for word in values.dictionary.to_pylist()]
        return [words[i] if i is not None else None for i in values.indices.to_pylist()]

    names = column("full_name", fold)
    return pa.table(
        {
            "unique_id": table["record_id"],
            "name": names,
            "given": [name.split()[-1] if name else None for name in names],
            "dob": column("birth_date", lambda text: text if len(text) == 10 else None),
            "sex": table["sex"],
            "number": column("personal_number", lambda text: text.zfill(12)),
            "father": column("father_name", fold),
            "mother": column("mother_name", fold),
            "commune": column("commune_code", lambda code: crosswalk.readings(code)[-1] if crosswalk.readings(code) else code),
        }
    )


def main(folder: Path) -> None:
    warnings.filterwarnings("ignore")
    logging.getLogger("splink").setLevel(logging.WARNING)
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    connection = duckdb.connect()
    connection.execute("set threads = 1")
    api = DuckDBAPI(connection=connection)
    left = api.register(prepared(folder / "register.parquet"), dataset_display_name="a")
    right = api.register(prepared(folder / "population.parquet"), dataset_display_name="b")
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.95, 0.88]).configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison(
                "dob", input_is_string=True, datetime_metrics=["day", "month", "year"], datetime_thresholds=[2, 1, 1]
            ),
            cl.ExactMatch("sex"),
            cl.DamerauLevenshteinAtThresholds("number", [1, 2]),
            cl.JaroWinklerAtThresholds("father", [0.95, 0.88]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("mother", [0.95, 0.88]).configure(term_frequency_adjustments=True),
            cl.ExactMatch("commune").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("number"), block_on("name", "dob"), block_on("given", "dob"), block_on("name", "mother"),
            block_on("name", "father"), block_on("mother", "dob"), block_on("father", "dob"), block_on("name", "commune"),
        ],
    )  # fmt: skip
    linker = Linker([left, right], settings)
    linker.training.estimate_probability_two_random_records_match([block_on("number"), block_on("name", "dob")], recall=0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("dob", "given"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("name", "commune"))
    pairs = linker.inference.predict(threshold_match_probability=0.01).as_pyarrow_table()
    first_is_left = pc.equal(pairs["source_dataset_l"], "a")
    pq.write_table(
        pairs.from_arrays(
            [
                pc.if_else(first_is_left, pairs["unique_id_l"], pairs["unique_id_r"]),
                pc.if_else(first_is_left, pairs["unique_id_r"], pairs["unique_id_l"]),
                pairs["match_probability"],
            ],
            names=["left_id", "right_id", "probability"],
        ),
        folder / "splink.parquet",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Linkage against the truth: `python -m tests.benchmarks.linkage --size 100000`."""

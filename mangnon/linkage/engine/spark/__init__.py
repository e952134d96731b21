"""The engine over a cluster: the same functions, run on pieces of the files and on ranges of the blocking keys.

`rows` says what travels, `pieces` how files are parted, `reading`, `joining`, `scoring` what is done with a part (no Spark in them),
`run` the order of things, `cluster` the only file that knows PySpark, which is an extra and imported when it is asked for.
"""

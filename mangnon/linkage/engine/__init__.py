"""The linkage engine: a library on numpy and DuckDB without Django. The same code path serves two files, one file and one record."""

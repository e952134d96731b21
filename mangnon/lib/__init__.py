"""Subjects every room may know, each one file: the calendar, Vietnamese text, tables, Word papers, money."""

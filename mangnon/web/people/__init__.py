"""Accounts and posts, for who manages them: who may log in, with which post, since when, by which decision."""

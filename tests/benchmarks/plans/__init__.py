"""How long the pages of a very large plan take: `make bench-plans`."""

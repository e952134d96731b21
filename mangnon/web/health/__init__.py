"""Whether the server lives and can work, for machines; what robots may read (nothing)."""

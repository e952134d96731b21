"""Who did what, when: the log as the privacy officer reads it. Codes and numbers, no child's name anywhere."""

"""Proposals to amend law, policy and standards: written, sent, answered."""

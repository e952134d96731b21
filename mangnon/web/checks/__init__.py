"""Checks and reviews of the plan; how the directive and its plan were made known."""

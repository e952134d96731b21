"""Work around the plan done by others than its agencies: supervision and social criticism by the Fatherland Front (II.7.d, IV.10.a)."""

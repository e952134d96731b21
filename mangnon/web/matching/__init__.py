"""Đối chiếu dân cư: where the register and the population snapshot agree, where a person has to look, whom nobody was found for."""

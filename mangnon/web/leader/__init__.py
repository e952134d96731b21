"""The whole city on one page for who leads it: what is late, which figures miss their target, who has not reported, the 103 communes."""

"""How dates and numbers are written; Django's own Vietnamese locale reads 05/06/2019 as 6 May."""

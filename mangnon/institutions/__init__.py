"""Administrative units and agencies as ONE dated kind: what exists on a day, what followed what, by which act."""

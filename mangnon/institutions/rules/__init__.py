"""Pure decisions about units and agencies: how places are named, what followed what, what a name means on a day."""

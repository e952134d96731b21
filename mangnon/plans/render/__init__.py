"""The table of duties as a paper: Word as Nghị định 30/2020/NĐ-CP lays papers out, Excel in the offices' type."""

from mangnon.plans.render.table import Form, docx, xlsx

__all__ = ["Form", "docx", "xlsx"]

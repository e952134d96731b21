"""What was done, by whom, when: append-only events, written in the transaction of the act itself.

Every write and every view of a child leaves one (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 19 khoản 2; Nghị định 56/2017/NĐ-CP,
Điều 33). Subjects are named by code, never by a person's name: who reads the log must not learn who the child is.
"""

"""What to look for in the log."""

from django import forms

from mangnon.audit.vocabulary import Act


class LogFilter(forms.Form):
    """All optional; empty means everything."""

    nguoi = forms.CharField(label="Tên đăng nhập", required=False, max_length=60)
    viec = forms.ChoiceField(label="Việc", required=False, choices=[("", "Mọi việc"), *Act.choices])
    ma = forms.CharField(label="Mã hồ sơ, văn bản", required=False, max_length=64)
    don_vi = forms.CharField(label="Mã xã, phường", required=False, max_length=8)
    tu = forms.DateField(label="Từ ngày", required=False, error_messages={"invalid": "Viết ngày như 04/11/2026."})
    den = forms.DateField(label="Đến hết ngày", required=False, error_messages={"invalid": "Viết ngày như 04/11/2026."})

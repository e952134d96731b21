"""Forms of the door and the password."""

from datetime import timedelta
from math import ceil
from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm

from mangnon.accounts import operations, queries
from mangnon.accounts.records import SYSTEM
from mangnon.lib import calendar


class LoginForm(AuthenticationForm):
    """User name and password; wrong tries are noted and, past a few, make everybody who tries that name wait."""

    error_messages = {
        "invalid_login": "Tên đăng nhập hoặc mật khẩu chưa đúng. Xem lại phím Caps Lock và bộ gõ tiếng Việt rồi gõ lại.",
        "inactive": "Tài khoản này đã khóa. Hỏi quản trị hệ thống của đơn vị.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Tên đăng nhập"
        self.fields["username"].error_messages["required"] = "Chưa có tên đăng nhập. Gõ tên do quản trị hệ thống cấp."
        self.fields["password"].label = "Mật khẩu"
        self.fields["password"].error_messages["required"] = "Chưa có mật khẩu. Gõ mật khẩu của bạn."

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).strip().lower()

    def clean(self) -> dict[str, Any]:
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not username or not password:
            return self.cleaned_data
        now = calendar.now()
        if wait := queries.login_wait(username, at=now):
            raise forms.ValidationError(f"Đã gõ sai nhiều lần. Tài khoản này thử lại được sau {_minutes(wait)}.", code="wait")
        try:
            return super().clean()
        except forms.ValidationError:
            operations.note_failed_login(username=username, by=SYSTEM, at=now)
            raise


class NewPasswordForm(PasswordChangeForm):
    """The old password once, the new one twice."""

    error_messages = {
        "password_incorrect": "Mật khẩu đang dùng chưa đúng. Gõ lại mật khẩu bạn vừa đăng nhập.",
        "password_mismatch": "Hai lần gõ mật khẩu mới không giống nhau. Gõ lại cả hai ô.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "Mật khẩu đang dùng"
        self.fields["new_password1"].label = "Mật khẩu mới"
        self.fields["new_password1"].help_text = "Từ 14 ký tự. Bốn, năm từ không liên quan nhau thì dễ nhớ mà khó đoán."
        self.fields["new_password2"].label = "Mật khẩu mới, gõ lại"
        self.fields["new_password2"].help_text = ""
        for field in self.fields.values():
            field.error_messages["required"] = "Ô này còn trống. Gõ mật khẩu vào đây."


def _minutes(wait: timedelta) -> str:
    seconds = ceil(wait.total_seconds())
    return f"{seconds} giây" if seconds < 60 else f"{ceil(seconds / 60)} phút"

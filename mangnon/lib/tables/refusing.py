"""The refusal of a file, and the sentences several readers share."""

from mangnon.lib.refusals import Refusal

COPY = "Chép danh sách sang tệp mẫu rồi gửi lại."


class UnreadableFile(Refusal):
    """The file is not a list this product reads; the sentence says which kind it is and what to do."""


def broken(name: str) -> UnreadableFile:
    """Cut short, damaged, or made by a program that does not keep to the format."""
    return UnreadableFile(f"Không đọc được tệp “{name}”: tệp hỏng hoặc chưa tải xong. Mở bằng Excel, lưu lại rồi gửi lại.")


def cut_short(name: str) -> UnreadableFile:
    """A text that ends in the middle of a letter."""
    return UnreadableFile(f"Tệp “{name}” bị cắt ngang: chữ cuối cùng chỉ còn một nửa, các dòng sau đã mất. Xin nơi gửi gửi lại cả tệp.")


def reaches_out(name: str, *, sheet: str) -> UnreadableFile:
    """A formula that starts another program or asks the network."""
    return UnreadableFile(
        f"Tệp “{name}” có công thức gọi chương trình hoặc trang web khác ở trang “{sheet}”. "
        "Chép cả trang, dán lại bằng Dán đặc biệt, Giá trị, lưu rồi gửi lại."
    )


def row_repeated(name: str, *, row: int, times: int, sheet: str) -> UnreadableFile:
    """One row of a list copied down to the end of the sheet."""
    return UnreadableFile(
        f"Tệp “{name}” chép dòng {row} của trang “{sheet}” thêm {times - 1} lần, không giống một danh sách. "
        "Xóa các dòng chép thừa rồi gửi lại."
    )


def out_of_order(name: str, row: int) -> UnreadableFile:
    """Two rows of one number, or rows that do not follow one another: which is meant nobody can say."""
    return UnreadableFile(f"Tệp “{name}” ghi hai lần dòng {row}, hoặc ghi dòng không theo thứ tự. Mở bằng Excel, xem lại, lưu rồi gửi lại.")


def cell_twice(name: str, *, cell: str, sheet: str) -> UnreadableFile:
    """Two texts for one cell."""
    return UnreadableFile(
        f"Tệp “{name}” ghi hai nội dung cho một ô {cell} của trang “{sheet}”. Mở bằng Excel, xem lại ô này, lưu rồi gửi lại."
    )


def too_large(name: str) -> UnreadableFile:
    """Unpacks to far more than a list."""
    return UnreadableFile(f"Tệp “{name}” nở ra quá lớn khi mở, không giống một danh sách. {COPY}")


def too_far(name: str, *, cell: str, sheet: str) -> UnreadableFile:
    """A filled cell far away from any list."""
    return UnreadableFile(
        f"Tệp “{name}” có chữ ở ô {cell} của trang “{sheet}”, quá xa so với một danh sách. "
        "Xóa các ô thừa ngoài danh sách, hoặc chép danh sách sang tệp mẫu."
    )


def cell_too_long(name: str, *, cell: str, sheet: str) -> UnreadableFile:
    """A cell with more text than Excel holds."""
    return UnreadableFile(f"Tệp “{name}” có ô quá dài ở {cell} của trang “{sheet}” (hơn 32.767 chữ). Rút ngắn ô này rồi gửi lại.")


def password(name: str) -> UnreadableFile:
    """The content is encrypted."""
    return UnreadableFile(f"Tệp “{name}” có đặt mật khẩu. Bỏ mật khẩu trong Excel (Tệp, Thông tin, Bảo vệ sổ) rồi gửi lại.")


def strange(name: str) -> UnreadableFile:
    """A document type declaration: no spreadsheet program writes one, and entities grow without end."""
    return UnreadableFile(f"Tệp “{name}” có phần khai báo lạ bên trong. {COPY}")

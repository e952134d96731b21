"""Surnames by which a text is taken for a person's name: of Kinh, Khmer, Hoa and Chăm families, folded. Words of places are left out."""

_LINES = (
    "an au ban banh bien bo bui cam cao chau che chu chung co cu cung dai dam danh dao dau dang dien diep dinh do doan doi dong duong gia",
    "giang giap ha ham han hang ho hoa hoang hong hua hung huynh ke kha khau khong khuat khuc khuong khuu kieu kim kien ky la lac lai lam",
    "lang le lieu lien lo loi long lu lua luc luong luu ly ma mac mach mai man mau nghe nghi nghiem ngo ngon ngu nguy nguyen nham nhan",
    "ninh nong ong pham phan phi pho phu phung quach quan que sa sam son su ta tan tang tao thach thai than thieu thoi ti tien tieu to ton",
    "tong tra tram tran trang tri trieu trinh tru trung truong tu tuong uong ung van vang vi vien vinh vo vong vu vuong vuu xuan",
)
SURNAMES = frozenset(word for line in _LINES for word in line.split())

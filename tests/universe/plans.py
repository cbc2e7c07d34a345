"""A small plan of tỉnh Hải Sơn, read, taken in and confirmed by acts alone."""

from __future__ import annotations

import pytest

from lantoa.agencies import acts as agencies
from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.documents.acts import register_incoming
from lantoa.documents.models import Document
from lantoa.files.acts import store
from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.plans import acts
from lantoa.plans.models import Plan, Task
from lantoa.reading import read_plan
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from tests.universe.agencies import NOW

PLAN_TEXT = """ỦY BAN NHÂN DÂN
TỈNH HẢI SƠN
Số: 12/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hải Sơn, ngày 15 tháng 01 năm 2026

KẾ HOẠCH
Truyền thông về ASEAN trên địa bàn tỉnh Hải Sơn giai đoạn 2026 - 2030

Căn cứ Quyết định số 1160/QĐ-TTg ngày 13 tháng 7 năm 2021 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh Hải Sơn ban hành Kế hoạch truyền thông về ASEAN trên địa bàn tỉnh, như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Giúp nhân dân trong tỉnh biết ASEAN là gì và ASEAN đem lại điều gì cho mình.

2. Yêu cầu

- Lời lẽ ngắn gọn, dễ hiểu, hợp với từng vùng.

II. NỘI DUNG TUYÊN TRUYỀN

1. Ưu tiên giới thiệu những lợi ích của Cộng đồng Kinh tế ASEAN đối với ngư dân và người buôn bán nhỏ ở Hải Sơn.

2. Kể về phong tục, lễ hội và món ăn của các nước láng giềng, thuộc trụ cột Văn hóa - Xã hội.

3. Thông báo kịp thời các sự kiện lớn của ASEAN trong năm.

III. ĐỐI TƯỢNG, THỜI GIAN THỰC HIỆN

1. Đối tượng

- Trong nước:

+ Cán bộ, học sinh và nhân dân trong tỉnh.

- Ngoài nước:

+ Người Hải Sơn đang sống ở nước ngoài.

2. Thời gian thực hiện

- Giai đoạn 2026 - 2030.

IV. KINH PHÍ THỰC HIỆN

Hằng năm, các sở, ban, ngành có liên quan xây dựng dự toán kinh phí gửi về Sở Tài chính để tổng hợp, trình UBND tỉnh.

V. TỔ CHỨC THỰC HIỆN

1. Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với các cơ quan, đơn vị liên quan hướng dẫn, theo dõi việc thực hiện Kế hoạch này.

2. Đề nghị Báo Hải Sơn mở chuyên mục hằng tuần về ASEAN.

3. Sở Tài chính bố trí kinh phí từ ngân sách để thực hiện Kế hoạch này.

Trước ngày 10/11 hằng năm, các cơ quan, đơn vị báo cáo kết quả thực hiện về Sở Văn hóa, Thể thao và Du lịch để tổng hợp, báo cáo UBND tỉnh.

Nơi nhận:
- Các sở, ban, ngành tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
(Kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Hải Sơn)

\tSTT
\tNỘI DUNG
\tCƠ QUAN CHỦ TRÌ
\tCƠ QUAN PHỐI HỢP
\tTHỜI GIAN THỰC HIỆN

\tI
\tTruyền thông trên báo chí
\tTruyền thông trên báo chí
\tTruyền thông trên báo chí
\tTruyền thông trên báo chí

\t1
\tĐăng tin, bài giới thiệu các nước ASEAN.
\tBáo Hải Sơn
\tSở Văn hóa, Thể thao và Du lịch; các sở, ban ngành liên quan
\tThường xuyên

\t2
\tLàm phóng sự về chợ cá xuất khẩu sang các nước ASEAN.
\tBáo Hải Sơn
\tSở Tài chính
\tNăm 2026

\tII
\tTruyền thông ở cơ sở
\tTruyền thông ở cơ sở
\tTruyền thông ở cơ sở
\tTruyền thông ở cơ sở

\t1
\tTreo pa nô ở bến cảng và quảng trường.
\tSở Văn hóa, Thể thao và Du lịch
\tSở Tài chính; UBND các xã, phường
\tNăm 2026-2027

\t2
\tPhát bản tin ASEAN trên truyền thanh cơ sở.
\tUBND các xã, phường
\tSở Văn hóa, Thể thao và Du lịch
\tHằng năm

\t3
\tMở góc sách ASEAN tại thư viện tỉnh.
\tSở Văn hóa, Thể thao và Du lịch
\tSở Tài chính
\t
"""


@pytest.fixture
def plan_text() -> str:
    """A plan with five tasks in its annex, one time left blank, and four tasks given in sentences."""
    return PLAN_TEXT


def register(text: str, tenant: Tenant) -> Document:
    """Register a plan's paper as it came in."""
    file = store(tenant=tenant, content=text.encode(), name="ke-hoach.txt", by=SETUP, at=NOW)
    paper = recognise(open_paper(text.encode(), "ke-hoach.txt"))
    return register_incoming(paper=paper, file=file, tenant=tenant, by=SETUP, at=NOW, text=paper.text)


def take_in(text: str, tenant: Tenant) -> Plan:
    """Register, read and take in a plan."""
    return acts.take_in(draft=read_plan(text.encode()), document=register(text, tenant), by=SETUP, at=NOW)


@pytest.fixture
def draft_plan(
    tenant: Tenant,
    plan_text: str,
    ubnd: Agency,
    so_vhttdl: Agency,
    so_tai_chinh: Agency,
    bao: Agency,
    commune_group: AgencyGroup,
) -> Plan:
    """The plan as read, its holes open; the agencies it names are known."""
    agencies.give_alias(agency=ubnd, text="UBND tỉnh", by=SETUP, at=NOW)
    return take_in(plan_text, tenant)


@pytest.fixture
def plan(draft_plan: Plan, communes: list[Agency], so_vhttdl: Agency, coordinator: Holding) -> Plan:
    """The plan confirmed with its holes left open, led by so_vhttdl, counting by the standard indicators."""
    acts.accept_sure(plan=draft_plan, by=coordinator, at=NOW)
    acts.adopt_indicators(plan=draft_plan, by=coordinator, at=NOW)
    return acts.confirm(plan=draft_plan, by=coordinator, at=NOW, lead=so_vhttdl)


@pytest.fixture
def task(plan: Plan) -> Task:
    """II.1 of the annex: so_vhttdl leads, so_tai_chinh and the communes coordinate, 2026-2027."""
    return Task.objects.get(plan=plan, content__startswith="Treo pa nô")

"""Words that give a slip away: wrong ones, a template's remnants, names out of use, short names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# ---- G08: what is wrong wherever it stands --------------------------------------------------

WRONG_WORDS: Mapping[str, str] = MappingProxyType(
    {
        # found in published reports of counties
        "人民群和": "人民群众和",
        "入住平台": "入驻平台",
        # one character of the same sound
        "坐谈会": "座谈会",
        "乡村振新": "乡村振兴",
        "脱贫攻艰": "脱贫攻坚",
        "攻艰克难": "攻坚克难",
        "攻坚克艰": "攻坚克难",
        "坚苦奋斗": "艰苦奋斗",
        "因病至贫": "因病致贫",
        "因地治宜": "因地制宜",
        "因地致宜": "因地制宜",
        "一如继往": "一如既往",
        "再接再励": "再接再厉",
        "按步就班": "按部就班",
        "迫不急待": "迫不及待",
        "融汇贯通": "融会贯通",
        "名列前矛": "名列前茅",
        "立杆见影": "立竿见影",
        "墨守陈规": "墨守成规",
        "坚持不泄": "坚持不懈",
        "有条不稳": "有条不紊",
        "再所难免": "在所难免",
        "齐抓共官": "齐抓共管",
        "宏扬": "弘扬",
        "松驰": "松弛",
        "震憾": "震撼",
        "欢渡": "欢度",
        "摄象": "摄像",
        # one character of the same shape
        "接侍": "接待",
        "招侍": "招待",
        "帮挟": "帮扶",
        "绩郊": "绩效",
        "巩故": "巩固",
        "不遣余力": "不遗余力",
    }
)

# ---- G08: what is wrong only where the patterns hold -----------------------------------------


@dataclass(frozen=True, slots=True)
class InContext:
    """A word that is wrong only between what two patterns look behind and ahead for."""

    wrong: str
    right: str
    ahead: str = ""
    behind: str = ""


_STOP = "[，。；、）]"

WRONG_IN_CONTEXT: tuple[InContext, ...] = (
    # found in published reports of counties
    InContext("权利观", "权力观", "(?![念点察看众测赏])"),  # not 公民的权利观念
    InContext("高薪技术", "高新技术", "(?![人员工岗职])"),  # not 高薪技术人才
    InContext("资询", "咨询", "(?![价问证])", "(?<![投物融集薪工师])"),  # not 物资询价
    InContext("科普所需", "科技所需", r"(?=[”、\d]|成交)"),  # not 科普所需经费
    InContext("截止", "截至", r"(?=\d{4}年|\d{1,2}月|目前|年[底末]|[本今]年)"),  # 截止到 is right
    # words of accounting
    InContext("帐", "账", "(?=[户目簿务号面款册单本])", "(?<![蚊营床军])"),
    InContext("帐", "账", "(?![篷蓬房幕子])", "(?<=[记做对入到挂转报台结查建欠销冲坏呆总])"),
    InContext("其它", "其他", "(?=收入|支出|资金|交通费|商品和服务|工资福利|资本性|对[个企])"),
    InContext("三公", "“三公”", "(?=经费)", "(?<![“\"‘'])"),
    InContext("拔", "拨", "(?=款|付)", "(?<![选海提])"),
    InContext("拔", "拨", "(?=[经资专财给到])", "(?<=[下调划])"),
    InContext("予算", "预算", "(?=[执编数内外安管资绩草批调单收支科])", "(?<![给赋授不])"),
    InContext("报销凭正", "报销凭证", "(?![规当式确])"),  # not 凭正规发票
    InContext("报消", "报销", f"(?=凭证|单据|差旅|票据|手续|制度|流程|{_STOP})"),  # not 上报消防
    InContext("核消", "核销", f"(?=手续|资产|坏|呆|账|{_STOP})"),  # not 考核消防
    InContext("注消", "注销", f"(?=手续|登记|账|{_STOP})"),  # not 关注消费
    InContext("累记", "累计", r"(?=[\d为达完]|发放|支出|收入)"),  # not 积累记录
    InContext("共记", "共计", r"(?=[\d.]+[万元个项人家户批])"),
    InContext("签定", "签订", "(?=了?(?:合同|协议|责任书|承诺))"),
    # words of reports
    InContext("布署", "部署", "(?!名)", "(?<![颁遍广密宣发分公散])"),  # not 发布署名文章
    InContext("按排", "安排", f"(?=了|专[人项]|资金|部署|人员|时间|落实|到位|{_STOP})"),
    InContext("按装", "安装", f"(?=了|完|到位|调试|设备|监控|路灯|摄像|空调|护栏|{_STOP})"),
    InContext("既使", "即使", "(?=[^。；！？又]*也)(?![^。；！？]*又)"),  # not 既使…又…
    InContext(
        "做为",
        "作为",
        "(?=一[项个种名支条]|主要|重要|重点|首要|基础|保障|依据|抓手|目标|根本|核心)",
    ),
    InContext("做用", "作用", "", "(?<=发挥)"),
    InContext("反应", "反映", "(?=社情民意|民意|群众(?:意见|诉求|呼声|关切))"),
    InContext("由其是", "尤其是", "(?!否)"),
    InContext("峻工", "竣工", f"(?=验收|结算|决算|交付|投入|图|后|并|{_STOP})", "(?<![严险])"),
    InContext("复盖", "覆盖", "(?![章板顶])", "(?<![修恢回反重答康批收报])"),
    InContext("连系", "联系", "(?![统列数])", "(?<![相接大关串])"),
    InContext("跟综", "跟踪", "(?![合观上述艺])"),
    InContext("通迅", "通讯", "(?![速猛即捷疾])"),  # not 交通迅速
    InContext("组识", "组织", "(?![别字破])"),  # not 小组识别
    InContext("正府", "政府", "", "(?<=[乡镇县市区省])"),
    InContext("部份", "部分", "(?!额)", "(?<![干全东南西北中内外各])"),
    InContext("水份", "水分", "(?!额)", "(?<![海洪供用降节])"),
    InContext("成份", "成分", "(?![额数])", "(?<![完造组构形建变制合分达生])"),
    InContext("己经", "已经", "", "(?<![自知律利异克人我])"),
    InContext("己", "已", "(?=完成)", "(?<![自知律利异克人我])"),
    InContext("贯切", "贯彻", "", "(?<![一横纵])"),  # not 一贯切实
    InContext("贯策", "贯彻", "", "(?<![一横纵])"),
    InContext("时侯", "时候", "", "(?<=[的那这])"),
    InContext("气侯", "气候", f"(?=条件|变化|环境|{_STOP})"),
    InContext("好象", "好像", "(?!征)"),
    InContext("录象", "录像", "(?![征山牙棋])"),
)

# ---- G09: what may stand twice in a row -----------------------------------------------------

REPEATABLE: frozenset[str] = frozenset(
    {
        *("很多", "许多", "非常", "十分", "研究", "讨论", "商量", "大片", "好久", "哈哈"),
        *("组织", "代表", "部门", "单位", "项目", "领导", "采购", "建设", "服务", "政府"),
    }
)
"""Words said twice on purpose, or that one word may end and the next begin with: 党组织组织学习,
指导各部门部门决算, 镇人民政府政府采购. 一个一个 and its like go by
their 一; 认认真真 and 方方面面 are no repeat of two characters."""

# ---- F12: what a template says to whoever fills it in ---------------------------------------

TEMPLATE_REMNANTS: tuple[str, ...] = (
    # the outlines of the performance reports (财预〔2020〕10号 and the counties' copies)
    "可用表格形式反映",
    "重点围绕以下内容进行分析评价",
    "并对自评中发现的问题分析说明",
    "对照年度目标，说明相关任务目标的完成情况",
    "结合自评情况，说明项目自评总分",
    "结合自评情况，分析存在的问题及原因",
    "针对项目自评中发现的问题",
    # the outlines of the disclosure (national and Sichuan)
    "如持平作持平表述",
    "如持平，作持平表述",
    "不涉及的不列",
    "由主管部门根据三定方案",
    "批准的三定方案",
    "（柱状图）",
    "（饼状图）",
    "（饼图）",
    "罗列全部功能分类科目",
    "数据来源财决",
    "数据来源于财决",
    "此处插入",
)
"""Marks are full width; compare after widening those of the text."""

TEMPLATE_BLANKS = r"[XxＸｘ]{2,}(?![a-zA-Z])|×{2,}|[（(][类款项][)）][（(][类款项][)）]"
"""A pattern of what stands where something was to be filled in: XX, ××, （类）（款） in a row."""

# ---- C36: names of 科目 out of use ----------------------------------------------------------

OLD_NAMES: Mapping[str, str] = MappingProxyType(
    {
        # since 2019
        "医疗卫生与计划生育支出": "卫生健康支出",
        "文化体育与传媒支出": "文化旅游体育与传媒支出",
        "国土海洋气象等支出": "自然资源海洋气象等支出",
        # since 2020
        "行政事业单位离退休": "行政事业单位养老支出",
        "资源勘探信息等支出": "资源勘探工业信息等支出",
        # later
        "扶贫": "巩固脱贫攻坚成果衔接乡村振兴",
        "消防事务": "消防救援事务",
        "市场主体管理": "经营主体管理",
        "农田建设": "耕地建设与利用",
    }
)
"""Old name → new. Whether a name is old in a year, the code table of that year says; 扶贫 and
农田建设 are ordinary words too, so only what stands as a 科目 (（类）, （款）, （项）) is one."""

SHORT_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "物管费": "物业管理费",
        "维修费": "维修（护）费",
        "日常维修费": "维修（护）费",
        "其他交通费": "其他交通费用",
        "养老保险": "机关事业单位基本养老保险缴费",
        "医疗保险": "职工基本医疗保险缴费",
        "公务用车购置及运行费": "公务用车购置及运行维护费",
    }
)
"""A short or old name of an economic 款 → its standard name. Several begin their standard name or
stand within an ordinary one (基本养老保险), so only a whole item of a list is one."""

# ---- D07: what a chart brings along when it is new ------------------------------------------

CHART_LEFTOVERS: frozenset[str] = frozenset(
    {
        *("系列1", "系列2", "系列3"),
        *("类别1", "类别2", "类别3", "类别4"),
        *("第一季度", "第二季度", "第三季度", "第四季度"),
        *("销售额", "图表标题"),
    }
)

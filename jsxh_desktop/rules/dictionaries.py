"""Words that give a slip away: wrong ones, a template's remnants, names out of use, short names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# ---- G08: what is wrong wherever it stands --------------------------------------------------

WRONG_WORDS: Mapping[str, str] = MappingProxyType(
    {
        # found in published reports of counties
        "权利观": "权力观",
        "高薪技术": "高新技术",
        "人民群和": "人民群众和",
        "入住平台": "入驻平台",
        # one character of the same sound
        "布署": "部署",
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
        "峻工": "竣工",
        "松驰": "松弛",
        "复盖": "覆盖",
        "震憾": "震撼",
        "由其是": "尤其是",
        "渠到": "渠道",
        "欢渡": "欢度",
        "连系": "联系",
        "好象": "好像",
        "录象": "录像",
        "摄象": "摄像",
        "现像": "现象",
        "气像": "气象",
        "水份": "水分",
        "成份": "成分",
        "报消": "报销",
        "核消": "核销",
        "注消": "注销",
        "累记": "累计",
        "统记": "统计",
        "跟综": "跟踪",
        "通迅": "通讯",
        # one character of the same shape
        "接侍": "接待",
        "招侍": "招待",
        "帮挟": "帮扶",
        "绩郊": "绩效",
        "贯切": "贯彻",
        "贯策": "贯彻",
        "巩故": "巩固",
        "时侯": "时候",
        "气侯": "气候",
        "不遣余力": "不遗余力",
        "己经": "已经",
    }
)

# ---- G08: what is wrong only where the pattern holds ----------------------------------------

WRONG_IN_CONTEXT: Mapping[str, str] = MappingProxyType(
    {
        r"资询(?![价问证])": "咨询",  # not 投资询价, 物资询问
        r"科普所需(?=[”、\d]|成交)": "科技所需",  # not 科普所需经费
        r"帐(?=[户目簿务号面款册单本])": "账",
        r"(?<=[记做对入到挂转报台结查建欠销冲坏呆总])帐(?![篷蓬房幕子])": "账",
        r"截止(?=\d{4}年|\d{1,2}月|目前|年[底末]|[本今]年)": "截至",  # 报名已截止, 截止到 are right
        r"其它(?=收入|支出|资金|交通费|商品和服务|工资福利|社会保障|资本性|对[个企])": "其他",
        r"按装(?![配机备修载饰卸箱袋车置])": "安装",  # not 按装配式, 按装机容量
        r"按排(?![名序列放水污行量气])": "安排",  # not 按排名
        r"既使(?=[^。；！？又]*也)(?![^。；！？]*又)": "即使",  # not 既使…又…
        r"(?<![叫称当看])做为(?![民人群老百大企农党基国])": "作为",  # not 做为民服务的
        r"报销凭正(?![规当式确])": "报销凭证",
        r"(?<!“)三公(?=经费)": "“三公”",
        r"拔(?=款|付)": "拨",
        r"(?<=[下调划])拔(?=[经资专财款给付到])": "拨",
        r"签定(?=了?(?:合同|协议|责任书|承诺))": "签订",
        r"反应(?=社情民意|民意|群众(?:意见|诉求|呼声|关切))": "反映",
        r"(?<![自知律利异克人我])己(?=完成)": "已",
        r"组识(?![别字])": "组织",  # not 小组识别
        r"(?<=[乡镇县市区省])正府": "政府",
        r"部份(?!额)": "部分",  # not 全部份额
        r"共记(?![录载住忆得])": "共计",
        r"(?<=发挥)做用": "作用",
        r"(?<![给赋授])予算": "预算",
    }
)
"""Pattern → what is written in place of what it matches."""

# ---- G09: what may stand twice in a row -----------------------------------------------------

REPEATABLE: frozenset[str] = frozenset(
    {
        *("一个", "一步", "一件", "一项", "一批", "一家", "一户", "一村", "一年", "一笔"),
        *("很多", "许多", "非常", "十分", "研究", "讨论", "商量", "哈哈"),
    }
)
"""Words said twice on purpose. 认认真真, 方方面面 and the like are no repeat of two characters."""

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

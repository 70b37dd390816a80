"""What projects of small units are about, with the words their sheets use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of project: its outputs with their measures, whom it serves, what comes of it."""

    name: str
    outputs: tuple[tuple[str, str], ...]
    benefit: str
    lasting: str
    served: str


TOPICS = (
    Topic(
        "馆藏档案数字化",
        (("扫描档案", "卷"), ("著录目录", "条"), ("修复档案", "卷")),
        "查档接待人数增长率",
        "档案数据可用年限",
        "查档群众",
    ),
    Topic(
        "科普宣传",
        (("举办科普讲座", "场次"), ("印发科普读物", "册"), ("更换科普展板", "块")),
        "科普活动参与人数增长率",
        "科普阵地可用年限",
        "参加活动群众",
    ),
    Topic(
        "乡村道路养护",
        (("养护乡村道路", "公里"), ("清理边沟", "公里"), ("修补路面", "平方米")),
        "道路通行事故下降率",
        "道路正常使用年限",
        "沿线村民",
    ),
    Topic(
        "基层干部培训",
        (("举办培训班", "期"), ("培训干部", "人次"), ("编印教材", "册")),
        "学员业务测试成绩提升率",
        "培训课程沿用年限",
        "参训干部",
    ),
    Topic(
        "小型水利设施维修",
        (("维修山坪塘", "口"), ("疏浚渠道", "公里"), ("更换闸门", "扇")),
        "灌溉面积增长率",
        "水利设施使用年限",
        "受益农户",
    ),
    Topic(
        "政务大厅运行",
        (("办理事项", "件"), ("更换叫号设备", "台"), ("印制办事指南", "份")),
        "群众办事时间缩短率",
        "窗口设施使用年限",
        "办事群众",
    ),
    Topic(
        "文物保护巡查",
        (("巡查文物点", "处"), ("制作保护标志", "块"), ("开展巡查", "次")),
        "文物险情发现率",
        "保护标志使用年限",
        "文物点周边居民",
    ),
    Topic(
        "困难群众慰问",
        (("慰问困难家庭", "户"), ("发放慰问品", "份"), ("走访村社区", "个")),
        "困难家庭生活改善率",
        "帮扶机制沿用年限",
        "受慰问家庭",
    ),
)

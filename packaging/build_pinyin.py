"""Writes assets/pinyin.toml: the first letter of the pinyin of every character, as pypinyin has it.

With the table shipped, the window finds 行政单位医疗 by xzdwyl without loading dictionaries of
20 MB. Run it again when a word is added below; a test holds the file to what this would write.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pypinyin import Style, lazy_pinyin

TARGET = Path(__file__).resolve().parent.parent / "assets" / "pinyin.toml"
FIRST, LAST = "\u4e00", "\u9fa5"
WORDS = """
    行业 银行 行长 行距 重建 重复 重新 重庆 双重 多重 调整 调解 调节 调控 调度 调试 长江 会计 财会
    省长 市长 县长 区长 镇长 村长 局长 处长 科长 所长 站长 校长 院长 部长 组长 队长 厂长
    成长 增长 生长 家长 音乐 参差 人参 曾孙 藏族 西藏 宝藏 都市 成都 首都 朝天 朝阳 朝鲜 仇恨
    单县 盖州 校对 校准 传记 自传 宿舍 宿州 弹药 子弹 朴素 降低 投降 石头 一石 大厦 厦门 车厢
    南昌 蚌埠 六安 台州 铅山 荥经 筠连 犍为 郫都 什邡 阆中 射洪 剑阁 旺苍 青川 苍溪 利州 昭化
"""
"""Words in which a character sounds otherwise than alone, and names of places hereabouts."""


def table() -> str:
    """The whole file."""
    letters: defaultdict[str, list[str]] = defaultdict(list)
    for point in range(ord(FIRST), ord(LAST) + 1):
        letter = sounded(chr(point))
        if letter.isascii() and letter.isalpha():
            letters[letter].append(chr(point))
    alone = {char: letter for letter, chars in letters.items() for char in chars}
    odd = [word for word in WORDS.split() if sounded(word) != "".join(alone[char] for char in word)]
    lines = ["[letters]"]
    lines += [f'{letter} = "{"".join(letters[letter])}"' for letter in sorted(letters)]
    lines += ["", "[words]", *(f'"{word}" = "{sounded(word)}"' for word in odd), ""]
    return "\n".join(lines)


def sounded(text: str) -> str:
    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER))


if __name__ == "__main__":
    TARGET.write_text(table(), "utf-8", newline="\n")
    print(f"{TARGET.name}: {TARGET.stat().st_size // 1024} KiB")

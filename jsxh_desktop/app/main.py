"""The command line: puts rooms together, says everything in Chinese, ends with a status."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import click

from jsxh_desktop import __version__
from jsxh_desktop.app import commands
from jsxh_desktop.app.chinese_help import ChineseGroup, sentence
from jsxh_desktop.app.log import log_defect
from jsxh_desktop.app.packs import PackIsDamaged
from jsxh_desktop.app.problem import Problem, of_system
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.app.typed_path import TypedPath
from jsxh_desktop.store.errors import FileError

FILE = TypedPath()
_UNSEEN = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]")  # a file may have them in its name
HELP = {"help_option_names": ["-h", "--help"]}


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"部门决算公开与绩效自评 {__version__}")
        ctx.exit()


def _diagnose(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from jsxh_desktop.app.report_for_help import write_report  # looks at a lot of places

        click.echo(f"已写好：{write_report()}，可以发给帮忙的人。里面没有单位名称和填的数")
        ctx.exit()


@click.group(cls=ChineseGroup, context_settings=HELP)
@click.option(
    "--version", is_flag=True, callback=_version, expose_value=False, is_eager=True, help="显示版本"
)
@click.option(
    "--diagnose",
    is_flag=True,
    callback=_diagnose,
    expose_value=False,
    is_eager=True,
    help="在桌面上写一个诊断信息文件",
)
def cli() -> None:
    """部门决算公开与绩效自评：数据只填一次，全套公开材料自动生成。"""


@cli.command()
@click.argument("file", metavar="文件", type=FILE)
def sample(file: Path) -> None:
    """把示例单位（科协，2021年度）写成一个数据文件。"""
    commands.write_sample(file)
    _say(f"已写入示例：{file}")


@cli.command()
@click.argument("file", metavar="文件", type=FILE)
@click.option("--name", "name", metavar="名称", required=True, help="单位全称")
@click.option(
    "--year", metavar="年度", type=click.IntRange(2018, 2099), required=True, help="决算年度"
)
def new(file: Path, name: str, year: int) -> None:
    """为一个单位新建空的数据文件。"""
    commands.write_empty(file, name, year)
    _say(f"已新建：{file}（{name}，{year}年度）")


@cli.command("print")
@click.argument("file", metavar="文件", type=FILE)
@click.option("-o", "--output", metavar="文件夹", type=FILE, required=True, help="放 PDF 的文件夹")
@click.option("--year", metavar="年度", type=int, help="打印哪一年，默认最近一年")
@click.option("--part", metavar="部分", help="只打印一部分，例如 名词解释")
@click.option("--sheet", metavar="序号", type=int, help="只打印一张项目自评表，例如 2")
@click.option("--bundled-fonts", is_flag=True, help="只用程序自带字体，不用本机的仿宋、小标宋")
def print_(
    file: Path,
    output: Path,
    year: int | None,
    part: str | None,
    sheet: int | None,
    bundled_fonts: bool,
) -> None:
    """打印公开材料：整套、各部分、每张项目自评表，都是 PDF。"""
    choice = Selection(year=year, part=part, sheet=sheet)
    printed = commands.print_set(file, output, choice, own_fonts=not bundled_fonts)
    for line in printed:
        _say(line)


@cli.command()
@click.argument("file", metavar="文件", type=FILE)
@click.option(
    "-o", "--output", metavar="文件夹", type=FILE, help="放 Word 的文件夹，默认在数据文件旁新建"
)
@click.option("--year", metavar="年度", type=int, help="哪一年，默认最近一年")
@click.option("--part", metavar="部分", help="只要一部分，例如 名词解释")
@click.option("--sheet", metavar="序号", type=int, help="只要一张项目自评表，例如 2")
def word(
    file: Path, output: Path | None, year: int | None, part: str | None, sheet: int | None
) -> None:
    """把公开材料写成 Word 文件，可以接着改：整套、说明、附表、报告、自评表。"""
    for line in commands.word_set(file, output, Selection(year=year, part=part, sheet=sheet)):
        _say(line)


@cli.command()
@click.argument("file", metavar="文件", type=FILE)
@click.option(
    "-o", "--output", metavar="文件夹", type=FILE, help="放 Excel 的文件夹，默认在数据文件旁新建"
)
@click.option("--year", metavar="年度", type=int, help="哪一年，默认最近一年")
@click.option("--yuan", is_flag=True, help="附表的金额用元，精确到分（默认万元）")
def excel(file: Path, output: Path | None, year: int | None, yuan: bool) -> None:
    """把附表、项目自评表和全部填报的数据写成 Excel 文件。"""
    for line in commands.excel_set(file, output, year, "元" if yuan else "万元"):
        _say(line)


@cli.command()
@click.argument("file", metavar="文件", type=FILE)
@click.option("-o", "--output", metavar="文件夹", type=FILE, help="放在哪里，默认在数据文件旁边")
@click.option("--year", metavar="年度", type=int, help="哪一年，默认最近一年")
def deliver(file: Path, output: Path | None, year: int | None) -> None:
    """做好交给财政局的文件夹：PDF、Word、Excel、审核报告和校验码清单。"""
    for line in commands.deliver(file, output, year):
        _say(line)


@cli.command()
@click.argument("file", metavar="文件", type=FILE)
@click.option("-o", "--output", metavar="数据包", type=FILE, required=True, help="写成 .jsxpkg")
@click.option("--year", metavar="年度", type=int, help="哪一年，默认最近一年")
def pack(file: Path, output: Path, year: int | None) -> None:
    """把一年的数据做成数据包，用U盘带给别人；写完读回来核对。"""
    from jsxh_desktop.app.package import SAFE, pack_file  # ReportLab loads on first use

    _say(f"校验码 {pack_file(file, output, year)}，{output}")
    _say(SAFE)


@cli.command()
@click.argument("package", metavar="数据包", type=FILE)
@click.option("-o", "--output", metavar="新文件", type=FILE, required=True, help="新的数据文件")
def unpack(package: Path, output: Path) -> None:
    """把数据包变成一个新的数据文件；并进已有的文件用 import。"""
    from jsxh_desktop.app.package import unpacked  # ReportLab loads on first use

    commands.write_new(output, unpacked(package))
    _say(f"已写入：{output}")


@cli.command("import")
@click.argument("file", metavar="文件", type=FILE)
@click.argument("tables", metavar="表格文件", type=FILE)
@click.option("--year", metavar="年度", type=int, help="导入到哪一年，默认最近一年")
@click.option("--as", "called", metavar="名称", help="自己的表是哪一类，例如 公务接待明细")
@click.option("--yes", "agreed", is_flag=True, help="写入；不加就只看会改什么")
def import_(file: Path, tables: Path, year: int | None, called: str | None, agreed: bool) -> None:
    """从 Excel（.xlsx、.xls、.ods、.csv）或数据包导入公开表、自评表、填报明细，先看再写入。"""
    for line in commands.import_tables(file, tables, year, called, agreed=agreed):
        _say(line)


@cli.command()
@click.argument("file", metavar="文件", type=FILE)
@click.option("--year", metavar="年度", type=int, help="检查哪一年，默认最近一年")
@click.option("--json", "as_json", is_flag=True, help="给别的程序用的 JSON")
def check(file: Path, year: int | None, as_json: bool) -> int:
    """按全部勾稽规则检查数据和文字；还有错误时结束状态是 1。"""
    said, blocking = commands.check_lines(file, year, as_json=as_json)
    for line in said:
        _say(line)
    return 1 if blocking else 0


@cli.command()
@click.argument("file", metavar="文件", type=FILE)
@click.argument("given", metavar="校验码、PDF、文件夹或数据包")
def verify(file: Path, given: str) -> int:
    """核对打印的定稿、数据包和数据是不是一致，列出不同的数；不一致时结束状态是 1。"""
    from jsxh_desktop.app.verify_lines import verify_lines

    said, matches = verify_lines(file, given)
    for line in said:
        _say(line)
    return 0 if matches else 1


@cli.command()
@click.argument("file", metavar="文件", type=FILE)
@click.option("--repair", is_flag=True, help="把能修的修好，先备份一份")
@click.option("--restore", is_flag=True, help="和最后一次保存不一样的，备份里有原来的就改回去")
@click.option("--accept", is_flag=True, help="和最后一次保存不一样的，核对过了，按现在的记下")
def examine(file: Path, repair: bool, restore: bool, accept: bool) -> int:
    """检查数据文件有没有坏、有没有被别的程序改过；还有问题时结束状态是 1。"""
    from jsxh_desktop.app import inspection

    found = inspection.mended(file, repair=repair, restore=restore, accept=accept)
    for line in (found.said, *(f"　{what}（{todo}）" for what, todo in found.lines)):
        _say(line)
    return 1 if found.lines else 0


@cli.command()
@click.argument("file", metavar="文件", type=FILE)
@click.argument("target", metavar="新文件", type=FILE)
def copy(file: Path, target: Path) -> None:
    """复制一份数据文件，查过完整才算数；可以从U盘、网络盘复制到本机，也可以反过来。"""
    _say(f"已复制并核对：{commands.copy(file, target)}")


@cli.command()
@click.argument("file", metavar="文件", type=FILE)
@click.option("--year", metavar="年度", type=int, help="查看哪一年，默认最近一年")
def show(file: Path, year: int | None) -> None:
    """查看数据文件里有什么、主要数字、还有哪些没有填。"""
    for line in commands.summary(file, year):
        _say(line)


@cli.command()
@click.argument("words", metavar="[编码或名称]", required=False, default="")
@click.option("--economic", is_flag=True, help="查经济分类（默认查功能分类）")
@click.option("--year", metavar="年度", type=int, default=2021, help="哪一年的科目，默认 2021")
def codes(words: str, economic: bool, year: int) -> None:
    """查功能分类、经济分类科目的编码和名称。"""
    for line in commands.list_codes(words, year, "economic" if economic else "functional"):
        _say(line)


def main() -> None:
    """Run the command line; a slip answers with one sentence and status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    _leave_nothing_behind()
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as bare:
        click.echo(bare.format_message())
        sys.exit(2)
    except click.ClickException as problem:
        _stop(sentence(problem))
    except (FileError, Problem, PackIsDamaged) as problem:
        _stop(commands.with_what_to_type(problem))
    except Exception as defect:
        _stop(f"程序出错，数据没有改动；详细记录在“{log_defect(defect)}”，请把它发给维护人员", 70)
    sys.exit(code or 0)


def _stop(message: str, status: int = 2) -> None:
    click.echo(f"错误：{_UNSEEN.sub('?', message)}", err=True)
    sys.exit(status)


def _say(line: str) -> None:
    """One line of the answer; Problem where a disk behind the output is full."""
    try:
        click.echo(line)
    except BrokenPipeError:  # nobody reads on, which click takes as an end
        raise
    except OSError as problem:
        # What is left in the buffer would be tried, and fail, once more at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise of_system(problem, Path("标准输出")) from problem


def _leave_nothing_behind() -> None:
    """Have a run that is ended from outside, or whose terminal is closed, end as on Ctrl+C."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, lambda ended, _frame: sys.exit(128 + ended))

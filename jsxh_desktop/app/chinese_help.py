"""The command line in Chinese: help pages and what click says when a command is typed wrongly."""

from __future__ import annotations

import unicodedata

import click


class ChineseCommand(click.Command):
    """A command whose help page is Chinese throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces.replace("[OPTIONS]", "[选项]"), "用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        _table(formatter, "选项：", [_row(option) for option in options])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这一页"
        return option


class ChineseGroup(ChineseCommand, click.Group):
    """The group of commands, its list of commands in Chinese and in their order of use."""

    command_class = ChineseCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, command.help or "") for name, command in self.commands.items()]
        _table(formatter, "命令：", rows)
        ChineseCommand.format_options(self, ctx, formatter)

    def collect_usage_pieces(self, _ctx: click.Context) -> list[str]:
        return ["命令 [选项] [参数]"]


def _row(option: click.Option) -> tuple[str, str]:
    named = ", ".join(option.opts) + ("" if option.is_flag else f" {option.metavar}")
    return named, f"{option.help}（必填）" if option.required else option.help or ""


def _table(formatter: click.HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    """Two columns that stand in line although a Chinese character takes two places."""
    widest = max(_places(left) for left, _ in rows)
    formatter.write(f"\n{title}\n")
    for left, right in rows:
        formatter.write(f"  {left}{' ' * (widest - _places(left))}  {right}\n")


def _places(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def sentence(problem: click.ClickException) -> str:
    """What was typed wrongly, and where help is."""
    if isinstance(problem, click.NoSuchOption):
        return f"没有“{problem.option_name}”这个选项，加 --help 查看可用的选项"
    if isinstance(problem, click.MissingParameter):
        return f"缺少{_name(problem.param)}，加 --help 查看用法"
    if isinstance(problem, click.BadParameter):
        return f"{_name(problem.param)}填写有误，加 --help 查看用法"
    if isinstance(problem, click.UsageError):
        return "命令写法有误，加 --help 查看用法"
    return problem.format_message()


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return f"选项 {param.opts[-1]}"
    return param.metavar or "参数" if isinstance(param, click.Argument) else "参数"

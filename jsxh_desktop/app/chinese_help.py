"""The command line in Chinese: help pages and what click says when a command is typed wrongly."""

from __future__ import annotations

import click


class ChineseCommand(click.Command):
    """A command whose help page is Chinese throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces.replace("[OPTIONS]", "[选项]"), "用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [record for p in self.get_params(ctx) if (record := p.get_help_record(ctx))]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这一页"
        return option


class ChineseGroup(ChineseCommand, click.Group):
    """The group of commands, its list of commands in Chinese and in their order of use."""

    command_class = ChineseCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        ChineseCommand.format_options(self, ctx, formatter)
        rows = [(name, command.get_short_help_str(60)) for name, command in self.commands.items()]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def collect_usage_pieces(self, _ctx: click.Context) -> list[str]:
        return ["[选项] 命令 [参数]…"]


def sentence(problem: click.ClickException) -> str:
    """What was typed wrongly, and where help is."""
    if isinstance(problem, click.NoSuchOption):
        return f"没有“{problem.option_name}”这个选项，加 --help 查看可用的选项"
    if isinstance(problem, click.MissingParameter):
        name = problem.param.human_readable_name if problem.param else "参数"
        return f"缺少{name}，加 --help 查看用法"
    if isinstance(problem, click.BadParameter):
        name = problem.param.human_readable_name if problem.param else "参数"
        return f"{name}填写有误，加 --help 查看用法"
    if isinstance(problem, click.UsageError):
        return "命令写法有误，加 --help 查看用法"
    return problem.format_message()

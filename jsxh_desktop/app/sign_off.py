"""Sign-off of the year on the desk: what may be done now, what stands in the way, doing it."""

from __future__ import annotations

from collections.abc import Sequence

from jsxh_desktop.app.check_model import Row, Severity, State
from jsxh_desktop.app.differences import Difference, differences
from jsxh_desktop.app.problem import Problem, told
from jsxh_desktop.app.who_signs import Signer, allowed
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.edition import LEADS, NEEDS_REASON, Act, Stage

EXPLAINED = {
    Stage.DRAFT: "可以填、可以改。打印出来每一面都印着“草稿”",
    Stage.REVIEW: "由另一个人核对。还可以改；有错误没有处理的，不能定稿",
    Stage.FINAL: "只能看，不能改。打印出来每一面都印着版次、面数和校验码",
    Stage.SUBMITTED: "已经交给财政局，只能看。退回来要改，先解除定稿",
}


def acts(workspace: Workspace) -> tuple[Act, ...]:
    """What may be done about the year now, the usual one first."""
    return tuple(act for stage, act in LEADS if stage is workspace.lock.standing.stage)


def blocking(workspace: Workspace, rows: Sequence[Row]) -> tuple[Row, ...]:
    """The errors nobody has dealt with: 定稿 waits for them, nothing else does."""
    if workspace.lock.refusal:
        return ()
    return tuple(row for row in rows if row.severity is Severity.ERROR and row.state is State.OPEN)


def sign(
    workspace: Workspace, act: Act, signer: Signer, reason: str, rows: Sequence[Row] = ()
) -> None:
    """Do an act; `rows` are what the checks say of the data as it is. Raises Problem."""
    said = " ".join(reason.split())
    if act in NEEDS_REASON and not said:
        raise Problem(f"写一句为什么{act}，这句话会留在记录里")
    workspace.flush()
    if workspace.trouble:
        raise Problem(workspace.trouble)
    if act is Act.FINALISE:
        _refuse_unfinished(workspace, rows)
    who = allowed(workspace, act, signer)
    with told():
        workspace.workbook.sign_offs.sign(workspace.filing_id, act, who, said)
    workspace.switch(workspace.year)


def since_edition(workspace: Workspace) -> tuple[Difference, ...] | None:
    """What changed since the last edition; None where there is none yet."""
    with told():
        kept = workspace.workbook.sign_offs.editions(workspace.filing_id)
    return differences(kept[-1].data, workspace.filing, workspace.unit) if kept else None


def _refuse_unfinished(workspace: Workspace, rows: Sequence[Row]) -> None:
    """Raise Problem where texts are no values yet, or errors are open."""
    unread = len(workspace.drafts)
    if unread:
        raise Problem(f"还有{unread}处填的认不出来，没有算进去，改好了再定稿")
    errors = len(blocking(workspace, rows))
    if errors:
        raise Problem(f"还有{errors}处错误没有处理，改好或者写明原因核实了再定稿")

"""Which pull request a run was for, and which comment is ours: choices from GitHub's answers.

A run tells the commit, branch and copy that it was for; its list of pull requests is empty when
the copy is somebody else's, so the pull request is looked up by these.
"""

from collections.abc import Iterable

from gzg.forge.answers import Comment, Pull, Run
from gzg.forge.words import is_own


def pull_request_of(run: Run, pulls: Iterable[Pull], branch: str) -> Pull | None:
    """The open pull request to `branch` that a run was for; None when it closed or moved on.

    One copy's branch has at most one open pull request to one branch.
    """
    copy = run["head_repository"]
    if copy is None:
        return None
    return next(
        (
            pull
            for pull in pulls
            if pull["base"]["ref"] == branch
            and pull["head"]["sha"] == run["head_sha"]
            and pull["head"]["ref"] == run["head_branch"]
            and pull["head"]["repo"] is not None
            and pull["head"]["repo"]["id"] == copy["id"]
        ),
        None,
    )


def run_of(pull: Pull) -> Run:
    """The run that a pull request would have started, had a person opened it.

    What a workflow does with GitHub's own token starts no other workflow.
    """
    head = pull["head"]
    return {
        "event": "pull_request",
        "head_sha": head["sha"],
        "head_branch": head["ref"],
        "head_repository": head["repo"],
        "actor": pull["user"],
        "created_at": pull["created_at"],
    }


def is_first_with_head(pull: Pull, pulls: Iterable[Pull]) -> bool:
    """Whether no earlier pull request offers the same commit: the status is the commit's.

    Anybody can offer somebody else's commit. Then the verdict on that must not take the place of
    the verdict on the one that was first.
    """
    same = (other["number"] for other in pulls if other["head"]["sha"] == pull["head"]["sha"])
    return pull["number"] <= min(same, default=pull["number"])


def own_comment(comments: Iterable[Comment], mark: str) -> Comment | None:
    """The comment that is kept up to date: ours, and beginning with the mark.

    Anybody can write the mark, so who wrote it is what counts.
    """
    return next(
        (each for each in comments if is_own(each["user"]) and each["body"].startswith(mark)), None
    )

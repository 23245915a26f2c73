"""Work divided over processes: the results in order, errors told, and nothing left behind.

Each test runs in a Python of its own: the tests' own process may have threads, and then it is not
forked.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gzg.repository.processes import MOST_PROCESSES, in_processes

needs_forks = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or not Path("/proc/self/task").is_dir(),
    reason="only Linux divides work over processes",
)

PRELUDE = """
import os, signal, threading, time
from gzg.repository.git import GitError, GitProblem
from gzg.repository.processes import LostProcessError, in_processes

os.sched_getaffinity = lambda process: {0, 1, 2}

def own(part):
    return os.getpid()

def in_a_child(action, parent=os.getpid()):
    return lambda part: part if os.getpid() == parent else action()
"""


def printed(script: str) -> str:
    """What a script prints that ends well, and says nothing else."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PRELUDE + script],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_few_items_are_worked_on_here() -> None:
    assert in_processes(lambda part: (os.getpid(), part), [1, 2, 3], fewest=4) == [
        (os.getpid(), [1, 2, 3])
    ]


def test_no_items_are_one_part() -> None:
    assert in_processes(list, [], fewest=1) == [[]]


@needs_forks
def test_parts_lie_side_by_side_and_their_results_are_in_order() -> None:
    assert (
        printed("print(in_processes(list, range(8), fewest=1))") == "[[0, 1], [2, 3, 4], [5, 6, 7]]"
    )


@needs_forks
def test_each_part_has_a_process_of_its_own_and_the_first_has_this_one() -> None:
    script = """
found = in_processes(own, range(8), fewest=1)
print(len(set(found)), found[0] == os.getpid())
"""
    assert printed(script) == "3 True"


@needs_forks
def test_no_process_gets_fewer_than_the_fewest() -> None:
    assert printed("print(in_processes(len, range(8), fewest=4))") == "[4, 4]"


@needs_forks
def test_a_machine_with_many_cores_gets_no_process_for_each() -> None:
    script = """
os.sched_getaffinity = lambda process: set(range(64))
print(len(in_processes(len, range(64), fewest=1)))
"""
    assert printed(script) == str(MOST_PROCESSES)


@needs_forks
def test_a_process_with_threads_is_not_forked() -> None:
    script = """
stop = threading.Event()
threading.Thread(target=stop.wait).start()
print(len(in_processes(own, range(8), fewest=1)))
stop.set()
"""
    assert printed(script) == "1"


@needs_forks
def test_a_result_may_be_larger_than_a_pipe_holds() -> None:
    script = (
        "print(in_processes(lambda part: b'x' * 10**6, range(2), fewest=1) == [b'x' * 10**6] * 2)"
    )

    assert printed(script) == "True"


@needs_forks
@pytest.mark.parametrize(
    ("raised", "told"),
    [
        ("ValueError('no seven')", "ValueError('no seven')"),
        ("LostProcessError('SIGKILL')", "was ended from outside (SIGKILL). Mostly"),
        (
            "GitError(GitProblem.FAILED, reason='x')",
            "GitError(<GitProblem.FAILED: 'git-failed'>, {'r",
        ),
        ("KeyboardInterrupt()", "KeyboardInterrupt()"),
        ("type('Unsendable', (Exception,), {})('here only')", "here only"),
    ],
)
def test_what_is_raised_in_a_child_is_raised_here(raised: str, told: str) -> None:
    script = f"""
def fail():
    raise {raised}
try:
    in_processes(in_a_child(fail), range(3), fewest=1)
except BaseException as error:
    print(repr(error))
    print('in fail' in str(error) + ''.join(getattr(error, '__notes__', ())))
"""
    found = printed(script)

    assert told in found
    assert found.endswith("\nTrue")


@needs_forks
def test_a_result_that_cannot_be_sent_is_an_error_and_not_a_silence() -> None:
    script = """
try:
    in_processes(in_a_child(lambda: print), range(2), fewest=1)
    in_processes(in_a_child(lambda: (lambda: 1)), range(2), fewest=1)
except Exception as error:
    print('pickle' in str(error))
"""
    assert printed(script) == "True"


@needs_forks
@pytest.mark.parametrize(
    ("ending", "reason"),
    [("os.kill(os.getpid(), signal.SIGKILL)", "SIGKILL"), ("os._exit(7)", "exit 7")],
)
def test_a_child_that_dies_is_told(ending: str, reason: str) -> None:
    script = f"""
try:
    in_processes(in_a_child(lambda: {ending}), range(2), fewest=1)
except LostProcessError as error:
    print(error.reason, error.reason in str(error), error.exit_code)
"""
    assert printed(script) == f"{reason} True 2"


@needs_forks
@pytest.mark.parametrize("ended", ["result", "error", "interrupted", "killed"])
def test_no_process_and_no_open_file_is_left(ended: str) -> None:
    script = f"""
def work(part, parent=os.getpid()):
    if os.getpid() != parent:
        match {ended!r}:
            case 'error': raise ValueError
            case 'killed': os._exit(1)
            case 'interrupted': time.sleep(60)
    elif {ended!r} == 'interrupted':
        signal.raise_signal(signal.SIGINT)
before = os.listdir('/proc/self/fd')
try:
    in_processes(work, range(3), fewest=1)
except BaseException as error:
    print(type(error).__name__)
print(os.listdir('/proc/self/fd') == before)
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print('alone')
"""
    told = {"error": "ValueError\n", "interrupted": "KeyboardInterrupt\n"}
    told["killed"] = "LostProcessError\n"
    assert printed(script) == f"{told.get(ended, '')}True\nalone"


@needs_forks
def test_what_was_printed_before_is_printed_once() -> None:
    script = "print('before', end=' ')\nprint(in_processes(len, range(4), fewest=2))"

    assert printed(script) == "before [2, 2]"


@needs_forks
def test_a_child_ends_when_its_parent_is_gone() -> None:
    script = """
grandparent = os.getpid()
if os.fork() == 0:
    def work(part, parent=os.getpid()):
        if os.getpid() == parent:
            os._exit(0)
        return b'x' * 10**6
    in_processes(work, range(2), fewest=1)
os.wait()
print('done')
"""
    # Whatever still waited would hold the output open, and `printed` with it.
    assert printed(script) == "done"

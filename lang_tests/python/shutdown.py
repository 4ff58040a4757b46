"""The interpreter ends while a daemon thread is in a call with a callback, whose frames of Rust no unwinding survives."""

import os
import subprocess
import sys

import reference_project as r

POINTS = "[r.Vec2(1.0, 2.0)] * 100"


def ended(code: str) -> list[str]:
    """The lines that a program has printed, which ended well."""
    folder = os.path.dirname(os.path.dirname(os.path.abspath(r.__file__)))
    r.after_i32(1)  # loads the library
    env = {**os.environ, "PYTHONPATH": folder, "REFERENCE_PROJECT_LIBRARY": r.lib.__file__}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def daemon(body: str) -> str:
    """A program that ends while a daemon thread runs `body`, which has said that it is in a callback."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    start = "threading.Thread(target=work, daemon=True).start()\ninside.wait()\n"
    return f"import atexit, threading, time\nimport reference_project as r\ninside = threading.Event()\ndef work():\n{lines}{start}"


def test_a_daemon_thread_that_is_called_back_does_not_abort_the_end() -> None:
    assert ended(daemon(f"while True: r.visit({POINTS}, lambda i, p: inside.set() or True)")) == []


def test_a_daemon_thread_that_sleeps_in_a_callback_does_not_abort_the_end() -> None:
    assert ended(daemon(f"r.visit({POINTS}, lambda i, p: inside.set() or time.sleep(0.05) or True)")) == []


def test_a_daemon_thread_that_does_not_take_the_end_for_an_answer_begins_no_call() -> None:
    keeps_on = f"while True:\n    try: r.visit({POINTS}, lambda i, p: inside.set() or True)\n    except SystemExit: pass"
    assert ended(daemon(keeps_on)) == []


def test_what_runs_at_the_end_may_still_be_called_back() -> None:
    # What is registered first runs last.
    last = f"atexit.register(lambda: print(r.visit({POINTS}, lambda i, p: True)))"
    assert ended(f"import atexit\n{last}\nimport reference_project as r\n") == ["100"]


def test_a_finalizer_begins_no_call_with_a_callback() -> None:
    # The generator is closed when the module is gone.
    body = f"def late():\n    try: yield\n    finally:\n        try: print(r.visit({POINTS}, lambda i, p: True))\n        except SystemExit: print('ends')\n"
    assert ended(f"import reference_project as r\n{body}held = late()\nnext(held)\n") == ["ends"]

"""Runs tests of Python files, one after another, for the harness, which says which by lines and reads what becomes of each.

    python worker.py FOLDER_OF_BINDINGS WORD

A request is `CASE<tab>FILE<tab>STEM<tab>TEST`; `layout<tab>SCRIPT` runs a layout probe.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import ctypes
import gc
import importlib.util
import inspect
import io
import json
import os
import sys
import threading
import traceback
from types import CodeType, ModuleType, TracebackType
from typing import Any

WORD = sys.argv[2]
SHOWN = 1000
"""How many characters of a value are shown."""
SAID = 20_000
"""How many characters of a text the harness is told."""


def say(event: str, **more: Any) -> None:
    """One event, in one write, whatever tests made of `sys.stdout`."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
    line = json.dumps({"event": event, **{name: told(value) for name, value in more.items() if value is not None}})
    data = f"\n@{WORD} {line}\n".encode()
    while data:
        data = data[os.write(OUT, data) :]


def told(text: str) -> str:
    """The text as the harness reads it: without surrogates, and not without an end."""
    if len(text) > SAID:
        left_out = f"[… {len(text) - SAID} characters left out …]"
        text = f"{text[: SAID // 2]}{left_out}{text[-SAID // 2 :]}"
    return text.encode("utf-8", "backslashreplace").decode()


class Explained(AssertionError):
    """An assertion whose two values are known."""

    def __init__(self, what: str, left: str, right: str, equality: bool) -> None:
        super().__init__(what)
        self.what, self.left, self.right, self.equality = what, left, right, equality


def interop_explained(what: str, operator: str, left: Any, right: Any) -> Explained:
    return Explained(what, shown(left), shown(right), operator == "==")


def shown(value: Any) -> str:
    try:
        text = repr(value)
    except Exception as error:
        text = f"a {type(value).__name__} whose repr raises {type(error).__name__}"
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


OPERATORS: dict[type, str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}


class Rewriter(ast.NodeTransformer):
    """Makes `assert a == b` keep its two values, each evaluated once, as it does anyway. No setting takes an assertion away."""

    def __init__(self, path: str) -> None:
        self.path = path

    def visit_Assert(self, node: ast.Assert) -> Any:
        test = node.test
        if isinstance(test, ast.Tuple) and test.elts:
            where = (self.path, node.lineno, node.col_offset + 1, ast.unparse(node))
            raise SyntaxError("this always holds, since a tuple with items is true: leave the parentheses out", where)
        if node.msg is not None or not isinstance(test, ast.Compare) or len(test.ops) != 1:
            message = ast.Constant(ast.unparse(test)) if node.msg is None else node.msg
            failed = ast.Raise(ast.Call(ast.Name("@assertion", ast.Load()), [message], []), None)
            check = ast.If(ast.UnaryOp(ast.Not(), test), [failed], [])
            return ast.fix_missing_locations(ast.copy_location(check, node))
        operator = OPERATORS[type(test.ops[0])]
        # Names that no test can have.
        left, right = "@left", "@right"
        load = ast.Load()
        kept = [
            ast.Assign([ast.Name(left, ast.Store())], test.left),
            ast.Assign([ast.Name(right, ast.Store())], test.comparators[0]),
        ]
        values: list[ast.expr] = [ast.Name(left, load), ast.Name(right, load)]
        explained = ast.Call(
            ast.Name("@explained", load),
            [ast.Constant("assert " + ast.unparse(test)), ast.Constant(operator), *values],
            [],
        )
        holds = ast.Compare(values[0], test.ops, [values[1]])
        check = ast.If(ast.UnaryOp(ast.Not(), holds), [ast.Raise(explained, None)], [])
        # The values must not outlive the assertion: tests look for leaks.
        forget = ast.Assign([ast.Name(left, ast.Store()), ast.Name(right, ast.Store())], ast.Constant(None))
        statements: list[ast.stmt] = [*kept, check, forget]
        return [ast.fix_missing_locations(ast.copy_location(statement, node)) for statement in statements]


def compiled(path: str) -> CodeType:
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read(), path)
    code: CodeType = compile(ast.fix_missing_locations(Rewriter(path).visit(tree)), path, "exec", dont_inherit=True)
    return code


LOADED: dict[str, ModuleType | BaseException] = {}


def load(path: str, stem: str) -> ModuleType:
    """The module of a test file: under a name of its own, since a test file may be called as a module is that it imports."""
    known = LOADED.get(path)
    if known is None:
        # Behind everything else: what test files share lies beside them.
        if os.path.dirname(path) not in sys.path:
            sys.path.append(os.path.dirname(path))
        name = f"interop_tests_{stem}"
        spec = importlib.util.spec_from_loader(name, loader=None, origin=path)
        assert spec is not None
        module = importlib.util.module_from_spec(spec)
        module.__file__ = path
        module.__dict__.update({"@explained": interop_explained, "@assertion": AssertionError})
        sys.modules[name] = module
        try:
            exec(compiled(path), module.__dict__)
            known = module
        except BaseException as error:
            known = error
        LOADED[path] = known
        if isinstance(known, ModuleType):
            for test, function in vars(known).items():
                if test.startswith("test_") and inspect.isfunction(function) and function.__module__ == name:
                    say("contains", file=stem, id=test)
    if isinstance(known, BaseException):
        raise known
    return known


def run(function: Any) -> None:
    result = function()
    if inspect.iscoroutine(result):
        asyncio.run(result)
    elif inspect.isgenerator(result) or inspect.isasyncgen(result):
        raise TypeError(f"{function.__name__} is a generator: its body does not run")
    elif result is not None:
        raise TypeError(f"{function.__name__} returns {shown(result)}, which nobody would look at")


def complain(case: str, path: str, error: BaseException, where: str = "") -> None:
    where = f" ({where})" if where else ""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename != __file__]
    inside = [frame for frame in frames if frame.filename == path]
    at = f"{inside[-1].filename}:{inside[-1].lineno}" if inside else None
    if isinstance(error, SyntaxError) and error.filename == path:
        at = f"{path}:{error.lineno}"
    if isinstance(error, Explained):
        names = ("actual", "expected") if error.equality else ("left", "right")
        values = dict(zip(names, (error.left, error.right)))
        if not error.equality:
            say("failed", case=case, at=at, what=f"{error.what}{where}\n  left      {error.left}\n  right     {error.right}")
        else:
            say("failed", case=case, at=at, what=error.what + where, **values)
        return
    if isinstance(error, AssertionError):
        what = f"assert {error}" if error.args else "assert"
    elif isinstance(error, SystemExit):
        what = f"exit({error.code}) before the test had ended"
    else:
        what = "".join(traceback.format_exception_only(type(error), error)).strip()
    trace = "".join(f"{frame.name} in {frame.filename}:{frame.lineno}\n" for frame in reversed(frames))
    if error.__cause__ is not None or error.__context__ is not None:
        trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    say("failed", case=case, at=at, what=what + where, trace=trace or None)


RUNNING: list[tuple[str, str]] = []
"""The case that runs, and its file; none between cases."""
STRAYS: list[str] = []
"""What went wrong where no case runs."""


def hear(error: BaseException | None, what: str) -> None:
    """An exception that nobody catches, on a thread or where Python only prints it: it fails the case that runs, or the whole run."""
    if error is None or isinstance(error, SystemExit):
        return
    if RUNNING:
        complain(*RUNNING[-1], error, what)
    else:
        text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        STRAYS.append(f"{what}: {told(text)}")
    forget(error)


def hear_thread(raised: threading.ExceptHookArgs) -> None:
    hear(raised.exc_value, f"on the thread {raised.thread.name if raised.thread else '?'}")


def hear_unraisable(raised: Any) -> None:
    hear(raised.exc_value, raised.err_msg or f"in {shown(raised.object)}")
    if ENDING:
        end()


ENDING = False


def end() -> None:
    """Ends the process with what is wrong, if something is."""
    if STRAYS:
        print(*STRAYS, sep="\n", file=sys.stderr, flush=True)
        os._exit(3)


def forget(error: BaseException | None) -> None:
    """A traceback keeps the failed test's objects alive, and they would be counted in the next one."""
    while error is not None:
        at: TracebackType | None = error.__traceback__
        with contextlib.suppress(RuntimeError):
            traceback.clear_frames(at)
        error = error.__context__


def case(name: str, path: str, stem: str, test: str) -> None:
    try:
        module = load(path, stem)
    except BaseException as error:
        say("entered", case=name)
        complain(name, path, error)
        say("contains", file=stem, id=test)
        say("left", case=name)
        return
    function = getattr(module, test, None)
    say("entered", case=name)
    RUNNING.append((name, path))
    try:
        if function is None:
            raise NameError(f"{path} has no {test} when it runs")
        run(function)
    except BaseException as error:
        complain(name, path, error)
        forget(error)
    finally:
        RUNNING.pop()
    say("left", case=name)


def layout(path: str) -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compiled(path), {"__name__": "__main__", "__file__": path, "@explained": interop_explained, "@assertion": AssertionError})
    for line in printed.getvalue().splitlines():
        if line.strip():
            say("layout", line=line)
    say("ready")


def main() -> None:
    if sys.version_info < (3, 9):
        sys.exit("Python 3.9 or newer is needed")
    sys.path[0] = sys.argv[1]
    if importlib.util.find_spec("cffi") is None:
        sys.exit(f"there is no module cffi: {sys.executable} -m pip install cffi")
    threading.excepthook = hear_thread
    sys.unraisablehook = hear_unraisable
    requests = os.fdopen(os.dup(0), encoding="utf-8")
    # What a test reads is not what the harness writes.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    say("ready")
    for request in requests:
        words = request.rstrip("\n").split("\t")
        if words[0] == "layout":
            layout(words[1])
        else:
            before = alive()
            case(*words)
            if alive() > before:
                SUSPECTS.append(words[0])
    gc.collect()
    if alive() > 0:
        print(f"{alive()} objects of services are still alive at the end. There were more after:", *SUSPECTS, file=sys.stderr)
        sys.exit(3)
    end()
    global ENDING
    ENDING = True


SUSPECTS: list[str] = []


def alive() -> int:
    """The library's own count of the objects of its services; one that cannot be loaded fails each test."""
    try:
        count = getattr(ctypes.CDLL(os.environ["INTEROP_LIBRARY"]), os.environ["INTEROP_LIVE_OBJECTS"])
    except (OSError, AttributeError, KeyError):
        return 0
    count.restype = ctypes.c_size_t
    return int(count())


OUT = os.dup(1)
if __name__ == "__main__":
    main()

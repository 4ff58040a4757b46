"""The library is loaded once, whatever happens at the same time."""
# interop: deadline 60 s

import os
import shutil
import subprocess
import sys
import tempfile

import reference_project as r


def printed(code: str) -> list[str]:
    """The lines that a program has printed, whose argument is another file of the library."""
    folder = os.path.dirname(os.path.dirname(os.path.abspath(r.__file__)))
    r.after_i32(1)  # loads the library
    with tempfile.TemporaryDirectory() as other:
        copy = shutil.copy(r.lib.__file__, other)
        env = {**os.environ, "PYTHONPATH": folder, "REFERENCE_PROJECT_LIBRARY": r.lib.__file__}
        program = [sys.executable, "-c", f"import sys, reference_project as r\nother = sys.argv[1]\n{code}", copy]
        done = subprocess.run(program, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


REFUSED = "except r.LoadError as error: print(str(error) == f'{first} is loaded already', r.lib.__file__ == first)"


def test_a_path_whose_code_loads_the_library_does_not_load_another() -> None:
    path = "class Path:\n    def __fspath__(self):\n        r.after_i32(1)\n        return other\n"
    first = "import os\nfirst = os.environ['REFERENCE_PROJECT_LIBRARY']\n"
    assert printed(f"{path}{first}try: r.load(Path())\n{REFUSED}") == ["True True"]


def test_threads_that_load_the_library_get_one() -> None:
    code = """
import threading
start = threading.Barrier(5)
libraries = []
def use():
    start.wait()
    r.after_i32(1)
    libraries.append(r.lib.__file__)
threads = [threading.Thread(target=use) for _ in range(4)]
for thread in threads: thread.start()
start.wait()
try: r.load(other)
except r.LoadError: pass
for thread in threads: thread.join()
print(len(set(libraries)))
"""
    assert printed(code) == ["1"]

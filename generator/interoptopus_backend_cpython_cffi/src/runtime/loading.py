"""How a generated module finds and binds its library."""

from __future__ import annotations

import os
import sys
import threading
from types import ModuleType
from typing import Any, Optional, Union

from my_module import API_GUARD, LoadError, ffi

# Included from here on.


lib: Any = ModuleType(f"{__name__}.lib")
"""The functions as cffi sees them, without checks or conversions, for code that cannot afford these."""

_functions: dict[str, Any] = lib.__dict__


def load(path: Optional[Union[str, os.PathLike[str]]] = None) -> None:
    """Loads the library, once, from `path`, or else as the module's documentation says.

    Raises `LoadError` if it is not found, is not the one that this module was made for, or is loaded already.
    """
    _bind(path or os.environ.get("MY_LIBRARY") or _beside(), asked=True)


_LOADING = threading.RLock()


def _is_loaded(asked: bool) -> bool:
    if asked and "__file__" in _functions:
        raise LoadError(f"{lib.__file__} is loaded already")
    return "__file__" in _functions


def _bind(path: Union[str, os.PathLike[str]], asked: bool) -> None:
    """Fills `lib` with the functions of the library at `path`, once; a second time is an error if it was `asked` for."""
    path = os.path.abspath(path)
    with _LOADING:
        if _is_loaded(asked):
            return
        if not os.path.exists(path):
            way_out = "set MY_LIBRARY to the library's path, or pass it to my_module.load()"
            raise LoadError(f"there is no {path}: {way_out}")
        try:
            # Never unloaded, where the system can promise that: at interpreter shutdown a thread may still be in Rust.
            library: Any = ffi.dlopen(path, ffi.RTLD_NOW | getattr(ffi, "RTLD_NODELETE", 0))
            guard = library.my_library_ffi_api_guard()
            if guard != API_GUARD:
                raise LoadError(
                    f"{path} has the API guard {guard:#x}, but {__file__} was made for {API_GUARD:#x}: "
                    "install the two from one release, or generate the bindings again"
                )
            functions = {name: getattr(library, name) for name in dir(library)}
        except (OSError, AttributeError) as error:
            raise LoadError(f"{path} is not the library of {__file__}: {error}") from error
        # Code of the user's, such as a signal's handler, may have loaded it in between.
        if _is_loaded(asked):
            return
        _functions.update(functions, __file__=path)
        _functions.pop("__getattr__", None)


def _beside() -> str:
    name = {"win32": "my_library_file.dll", "darwin": "libmy_library_file.dylib"}.get(sys.platform, "libmy_library_file.so")
    return os.path.join(os.path.dirname(__file__), name)


def _bind_and_get(name: str) -> Any:
    if name.startswith("__"):  # what inspection asks any module for
        raise AttributeError(name)
    _bind(os.environ.get("MY_LIBRARY") or _beside(), asked=False)
    return getattr(lib, name)


# Leaves when the library comes, because a module without it answers faster.
_functions["__getattr__"] = _bind_and_get

"""Has Python take its modules out of one file instead of looking for each on the disk.

Looking for one asks the disk six questions, a virus scanner hears each, and a start needs 350
modules. What the file holds: packaging/bundle/packed.py. What is not in it is looked for as ever.
"""

from __future__ import annotations

import marshal
import os
import sys
from _frozen_importlib_external import SourceFileLoader, spec_from_file_location
from _thread import allocate_lock

TYPE_CHECKING = False  # `typing` is not loaded yet, nor is pathlib
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import CodeType

HERE = os.path.dirname(__file__)
PACK = "modules.pack"
LENGTH = 8  # bytes that say how long the list is


class Packed(SourceFileLoader):
    """Loads a module from its place in the file; it still says where its source lies."""

    def get_code(self, fullname: str) -> CodeType | None:
        *_, start, length = MODULES[fullname]
        with TURN:
            os.lseek(FILE, start, os.SEEK_SET)
            held = os.read(FILE, length)
        if len(held) < length:  # a copy that was cut short
            return super().get_code(fullname)
        code: CodeType = marshal.loads(held)
        return code


class Finder:
    """Asked by Python before it looks on the disk."""

    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """Where a module comes from; None where it is not in the file."""
        if name not in MODULES:
            return None
        root, source, is_package, *_ = MODULES[name]
        place = ROOTS[root] + os.sep + source.replace("/", os.sep)
        inside = [os.path.dirname(place)] if is_package else None
        loader = Packed(name, place)
        return spec_from_file_location(
            name, place, loader=loader, submodule_search_locations=inside
        )


FILE = os.open(os.path.join(HERE, PACK), os.O_RDONLY | getattr(os, "O_BINARY", 0))
ROOTS, MODULES = marshal.loads(os.read(FILE, int.from_bytes(os.read(FILE, LENGTH), "little")))
ROOTS = [os.path.normpath(os.path.join(HERE, root)) for root in ROOTS]
TURN = allocate_lock()
sys.meta_path.insert(-1, Finder)

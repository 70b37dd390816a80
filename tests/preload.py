"""Libraries of a few C functions that are loaded before the C library and stand in for its own."""

from __future__ import annotations

import subprocess
from pathlib import Path


def compiled(source: Path, folder: Path) -> Path:
    """A library made of a source that begins with `preload.h`; put it into LD_PRELOAD."""
    library = folder / source.with_suffix(".so").name
    here = str(Path(__file__).parent)
    command = ["gcc", "-shared", "-fPIC", "-I", here, "-o", str(library), str(source), "-ldl"]
    subprocess.run(command, check=True)
    return library

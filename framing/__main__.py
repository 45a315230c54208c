"""``python -m framing`` and the ``framing`` command."""

from __future__ import annotations

import sys
import warnings
from typing import Any


def main() -> None:
    """Run the command line; one clear line and exit code 1 for what could not be done."""
    from framing.cli import commands
    from framing.errors import FramingError

    warnings.showwarning = _say
    try:
        commands()
    except FramingError as error:
        sys.exit(f"framing: {error}")
    except BrokenPipeError:
        sys.exit(1)
    except OSError as error:
        sys.exit(f"framing: the output cannot be written: {error.strerror or error}")


def _say(message: Warning | str, *_: Any, **__: Any) -> None:
    """Print a warning as one line, without the place in the program it came from."""
    print(f"framing: {message}", file=sys.stderr)


if __name__ == "__main__":
    main()

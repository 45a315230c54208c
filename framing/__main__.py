"""``python -m framing`` and the ``framing`` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; one clear line and exit code 1 for what could not be done."""
    from framing.cli import commands
    from framing.errors import FramingError

    try:
        commands()
    except FramingError as error:
        sys.exit(f"framing: {error}")
    except BrokenPipeError:
        sys.exit(1)


if __name__ == "__main__":
    main()

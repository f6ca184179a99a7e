"""A process -> the memory it uses, on systems that don't hold a process to a limit themselves.

Linux does (RLIMIT_AS), so nobody asks there. macOS accepts the limit and ignores it, Windows has none:
the pool looks at its workers every so often instead, and kills those that took too much.
"""

import sys

IS_LIMIT_ENFORCED = sys.platform == "linux"


def memory_of(pid: int) -> int:
    """Bytes in use; 0 for a process that is gone or can't be looked at."""
    import psutil

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0

"""The same work as Benchmarks/Calls with the caches that Python has, on the same machine: microseconds for each hit.

Needs joblib and diskcache (Debian: python3-joblib, python3-diskcache). Run: python3 Benchmarks/peers.py
"""
import shutil
import statistics
import tempfile
import timeit

import diskcache
import joblib


def measure(name, call, number=2000):
    call()
    times = [timeit.timeit(call, number=number) / number * 1e6 for _ in range(7)]
    print(f"{name}: {statistics.median(times):.1f} us")


def double(numbers):
    return [2 * number for number in numbers]


def page(number):
    return "".join(chr(ord("a") + (number + i) % 26) + "bcdefg\n" for i in range(128))


def samples(seed):
    import array
    return array.array("d", (seed + i / 3.0 for i in range(1_000_000)))


folder = tempfile.mkdtemp()
try:
    memory = joblib.Memory(folder + "/joblib", verbose=0)
    disk = diskcache.Cache(folder + "/diskcache", disk_min_file_size=0)
    numbers = list(range(1, 11))
    cached = memory.cache(double), memory.cache(page), memory.cache(samples)
    kept = disk.memoize()(double), disk.memoize()(page), disk.memoize()(samples)
    measure("joblib, ten numbers to a list", lambda: cached[0](numbers))
    measure("diskcache, ten numbers to a list", lambda: kept[0](tuple(numbers)))
    measure("joblib, 1 KB of text", lambda: cached[1](7))
    measure("diskcache, 1 KB of text", lambda: kept[1](7))
    measure("joblib, a million numbers", lambda: cached[2](1), 10)
    measure("diskcache, a million numbers", lambda: kept[2](1), 10)
finally:
    shutil.rmtree(folder)

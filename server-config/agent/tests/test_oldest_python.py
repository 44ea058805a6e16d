"""What nodes and images run is read by the oldest Python that the documentation promises."""

import ast
import unittest
from pathlib import Path

SERVER_CONFIG = Path(__file__).resolve().parents[2]
FOLDERS = ("agent/carme-agent", "builder", "entry-points", "inventory", "python/carme")
OLDEST = (3, 6)


def is_python(path):
    if path.suffix == ".py":
        return True
    return path.is_file() and not path.suffix and b"python3" in path.read_bytes().partition(b"\n")[0]


class OldestPythonTest(unittest.TestCase):
    def test_reads_all(self):
        files = [path for name in FOLDERS for path in sorted((SERVER_CONFIG / name).rglob("*"))
                 if is_python(path) and "tests" not in path.parts]
        self.assertGreater(len(files), 50)
        for path in files:
            with self.subTest(path.name):
                ast.parse(path.read_bytes(), str(path), feature_version=OLDEST)

    def test_would_hear_of_newer_words(self):
        for text in ("if (n := 1): pass", "def f(a, /): pass"):
            with self.assertRaises(SyntaxError):
                ast.parse(text, feature_version=OLDEST)


if __name__ == "__main__":
    unittest.main()

"""The reference in the documentation is what the package says of itself."""

import os
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
REFERENCE = os.path.join(HERE, os.pardir, os.pardir, os.pardir, "docs", "reference", "python.md")


class DocumentTest(unittest.TestCase):
    @unittest.skipIf(sys.version_info < (3, 9), "older ones write types in another way")
    def test_is_what_the_package_says(self):
        made = subprocess.run(
            [sys.executable, "-B", os.path.join(HERE, os.pardir, "document")], stdout=subprocess.PIPE, check=True)
        with open(REFERENCE, "rb") as file:
            self.assertEqual(file.read().decode(), made.stdout.decode(), "make it anew: server-config/python/document")


if __name__ == "__main__":
    unittest.main()

"""What the inventory finds in an image, and what it does not follow."""

import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(__file__).resolve().parent.parent / "inventory.py"
sys.path.append(str(PROGRAM.parent))

import inventory


class InventoryTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ct-")
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name) / "image"
        self.root.mkdir()

    def file(self, path, text=""):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def take(self, *arguments):
        done = subprocess.run(
            [sys.executable, "-B", str(PROGRAM), str(self.root), *arguments], stdout=subprocess.PIPE, check=True)
        return json.load(io.BytesIO(done.stdout))

    def packages(self):
        return {component["purl"]: component for component in self.take()["components"]}

    def properties(self, *arguments):
        listed = self.take(*arguments)["metadata"]["component"]["properties"]
        return {each["name"]: each["value"] for each in listed}

    def test_lists_debian_packages_that_are_installed(self):
        self.file("usr/lib/os-release", 'ID=debian\nVERSION_ID="12"\n')
        (self.root / "etc").mkdir()
        (self.root / "etc/os-release").symlink_to("/usr/lib/os-release")
        self.file("var/lib/dpkg/status", (
            "Package: libc6\nStatus: install ok installed\nSource: glibc (2.36-9)\nArchitecture: amd64\nVersion: 1:2.36-9+deb12u8\n"
            "Description: a library\n with: a colon\n\n"
            "Package: gone\nStatus: deinstall ok config-files\nVersion: 1\n"))
        self.file("usr/share/doc/libc6/copyright", "License: LGPL-2.1\n text\n\nFiles: x\nLicense: GPL-2\n\nLicense: GPL-2\n")

        url = "pkg:deb/debian/libc6@1%3A2.36-9%2Bdeb12u8?arch=amd64&distro=debian-12&upstream=glibc%402.36-9"
        self.assertEqual({url: {
            "type": "library",
            "bom-ref": url,
            "name": "libc6",
            "version": "1:2.36-9+deb12u8",
            "purl": url,
            "licenses": [{"license": {"name": "LGPL-2.1"}}, {"license": {"name": "GPL-2"}}],
        }}, self.packages())

    def test_leaves_out_what_is_the_nodes(self):
        self.file("dev/null", "1234")
        self.file("home/alice/notes", "1234")
        self.file("srv/home/alice/notes", "12")
        self.assertEqual(self.properties("--without", "/home")["carme:bytes"], "2")

    def test_lists_pip_and_conda_packages_wherever_they_are(self):
        self.file("usr/lib/python3/dist-packages/torch-2.4.0.dist-info/METADATA",
                  "Metadata-Version: 2.1\nName: Torch_Vision\nVersion: 2.4.0\nLicense: BSD-3\n\nVersion: of the text\n")
        self.file("opt/a/lib/six.egg-info/PKG-INFO",
                  "Name: six\nVersion: 1.16\nLicense: a whole text\nClassifier: License :: OSI Approved :: MIT\n")
        self.file("usr/lib/python3/dist-packages/old.egg-info", "Name: old\nVersion: 0.1\nLicense: UNKNOWN\n")
        self.file("opt/conda/conda-meta/numpy-2.0.json",
                  json.dumps({"name": "numpy", "version": "2.0", "build": "py312_0", "license": "BSD"}))

        found = self.packages()

        self.assertEqual(
            ["pkg:conda/numpy@2.0?build=py312_0", "pkg:pypi/old@0.1", "pkg:pypi/six@1.16", "pkg:pypi/torch-vision@2.4.0"],
            sorted(found))
        self.assertEqual([{"license": {"name": "MIT"}}], found["pkg:pypi/six@1.16"]["licenses"])
        self.assertEqual([{"license": {"name": "BSD-3"}}], found["pkg:pypi/torch-vision@2.4.0"]["licenses"])
        self.assertNotIn("licenses", found["pkg:pypi/old@0.1"])

    def test_leaves_out_what_cannot_be_read(self):
        self.file("a/b.dist-info/METADATA", "no fields")
        self.file("a/conda-meta/broken.json", "{")
        self.file("a/conda-meta/list.json", "[]")
        self.file("a/conda-meta/number.json", '{"name": 1, "version": "1"}')
        (self.root / "a/c.dist-info").mkdir()
        os.mkfifo(str(self.root / "a/c.dist-info/METADATA"))

        self.assertEqual({}, self.packages())

    def test_follows_no_link_out_of_the_image(self):
        outside = self.root.parent / "outside"
        outside.write_text("Package: secret\nStatus: install ok installed\nVersion: 1\n")
        (self.root / "var/lib/dpkg").mkdir(parents=True)
        for target in (str(outside), "../../../../outside", "status"):
            with self.subTest(target):
                link = self.root / "var/lib/dpkg/status"
                if link.is_symlink():
                    link.unlink()
                link.symlink_to(target)
                self.assertEqual({}, self.packages())

    def test_follows_no_link_that_is_put_there_meanwhile(self):
        for name in ("outer/inner/secret", "outer/inner/a.dist-info/METADATA"):
            self.file("../outside/" + name[len("outer/"):], "Name: secret\nVersion: 1\n")
        self.file("outer/inner/own")
        root = inventory.Root(str(self.root.resolve()))
        seen = []
        for path, _, _ in root.walk():
            seen.append(path)
            if path == "/outer/inner":
                (self.root / "outer").rename(self.root.parent / "away")
                (self.root / "outer").symlink_to(self.root.parent / "outside")
        self.assertEqual(["/outer", "/outer/inner"], seen)
        with self.assertRaises(OSError):
            with root.folder("/outer/inner"):
                pass

    def test_stays_in_the_folder_that_it_has_opened(self):
        self.file("etc/own", "own")
        self.file("../outside/etc/own", "secret")
        root = inventory.Root(str(self.root.resolve()))
        self.assertEqual("own", root.read("/etc/own"))
        self.root.rename(self.root.parent / "away")
        self.root.symlink_to(self.root.parent / "outside")
        self.assertEqual("own", root.read("/etc/own"))
        self.assertEqual(["/etc", "/etc/own"], [path for path, _, _ in root.walk()])
        with self.assertRaises(OSError):
            inventory.take(inventory.Root(str(self.root)), True)

    def test_does_not_wait_for_a_pipe_in_the_place_of_a_file(self):
        file = self.file("file", "text")
        for make in (lambda: os.mkfifo(str(file)), lambda: file.symlink_to("/etc/passwd")):
            status = self.file("other").stat()
            file.unlink()
            make()
            with inventory.Root(str(self.root.resolve())).folder("") as folder:
                with self.assertRaises(OSError):
                    inventory.open_file("file", folder)
                inventory.Digest().add("/file", status, folder)

    def test_counts_a_file_with_two_names_once_and_nothing_of_the_kernels(self):
        self.file("a", "12345")
        os.link(str(self.root / "a"), str(self.root / "b"))
        self.file("proc/kcore", "large")
        (self.root / "c").symlink_to("a")

        self.assertEqual({"carme:bytes": "5"}, self.properties())

    def test_tells_by_the_digest_what_has_changed(self):
        file = self.file("bin/tool", "1")
        link = self.root / "bin/link"
        link.symlink_to("tool")
        first = self.properties("--digest")["carme:digest"]
        self.assertRegex(first, r"\Asha256:[0-9a-f]{64}\Z")

        os.utime(str(file), (0, 0))
        self.assertEqual(first, self.properties("--digest")["carme:digest"])

        seen = {first}
        for change in (
                lambda: file.write_text("2"), lambda: file.chmod(0o755), lambda: file.rename(self.root / "bin/other"),
                lambda: (link.unlink(), link.symlink_to("other")), lambda: (self.root / "empty").mkdir()):
            change()
            seen.add(self.properties("--digest")["carme:digest"])
        self.assertEqual(6, len(seen))
